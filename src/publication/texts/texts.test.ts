import { expect, test } from 'vitest'
import { ANNE, aTown, BRUNO } from '../../journal/for-tests.ts'
import { describeStores } from '../../store/stores-for-tests.ts'
import { textVersions, townText, townTexts, writeTownText } from './texts.ts'

const NAME = 'portail/mentions-legales'
const TITLE = 'Mentions légales'

describeStores('texts of the town', open => {
  test('each writing is a version, none is lost, each is in the journal', async () => {
    const { world } = await open()
    await aTown(world)
    expect(await townText(world.db, '78217', NAME)).toMatchObject({ version: 0, body: '' })
    await writeTownText(world, ANNE, { name: NAME, title: TITLE, body: 'Un', seen: 0 })
    const second = await writeTownText(world, BRUNO, { name: NAME, title: TITLE, body: 'Deux', seen: 1 })
    expect(second).toMatchObject({ version: 2, body: 'Deux', writtenBy: 'Bruno' })
    const versions = await textVersions(world.db, '78217', NAME)
    expect(versions.map(({ version, body, writtenBy }) => [version, body, writtenBy])).toEqual([
      [2, 'Deux', 'Bruno'],
      [1, 'Un', 'Anne'],
    ])
    const notes = await world.db.selectFrom('journal').select(['act', 'note', 'by_name']).orderBy('seq').execute()
    expect(notes).toEqual([
      { act: 'text', note: 'Texte « Mentions légales » écrit', by_name: 'Anne' },
      { act: 'text', note: 'Texte « Mentions légales » écrit', by_name: 'Bruno' },
    ])
  })

  test('who has not seen the latest version is told, and nothing is covered', async () => {
    const { world } = await open()
    await aTown(world)
    await writeTownText(world, ANNE, { name: NAME, title: TITLE, body: 'Un', seen: 0 })
    const late = writeTownText(world, BRUNO, { name: NAME, title: TITLE, body: 'Deux', seen: 0 })
    await expect(late).rejects.toThrow('Anne a écrit ce texte pendant que vous le lisiez')
    expect(await textVersions(world.db, '78217', NAME)).toHaveLength(1)
  })

  test('the same words written again make no version', async () => {
    const { world } = await open()
    await aTown(world)
    await writeTownText(world, ANNE, { name: NAME, title: TITLE, body: 'Un', seen: 0 })
    const again = await writeTownText(world, ANNE, { name: NAME, title: TITLE, body: 'Un', seen: 1 })
    expect(again.version).toBe(1)
  })

  test('those of one place are read together, at their latest version', async () => {
    const { world } = await open()
    await aTown(world)
    const write = (name: string, body: string, seen: number) =>
      writeTownText(world, ANNE, { name, title: name, body, seen })
    await write('kit/article', 'Un', 0)
    await write('kit/article', 'Deux', 1)
    await write('kit/affiche', 'Trois', 0)
    await write(NAME, 'Quatre', 0)
    const texts = await townTexts(world.db, '78217', 'kit/')
    expect([...texts].map(([name, { body }]) => [name, body]).sort()).toEqual([
      ['kit/affiche', 'Trois'],
      ['kit/article', 'Deux'],
    ])
  })
})
