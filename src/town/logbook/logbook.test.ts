import { expect, test } from 'vitest'
import { logbookText } from '../../contract/logbook.ts'
import { ANNE, aTown, BRUNO, cellOp, SET } from '../../journal/for-tests.ts'
import { record } from '../../journal/record.ts'
import { writeTownText } from '../../publication/texts/texts.ts'
import { describeStores } from '../../store/stores-for-tests.ts'
import type { Actor, World } from '../../store/world.ts'
import { readLogbook } from './read.ts'
import { logbookAsMarkdown, logbookAsText } from './write.ts'

const cells = (world: World, actor: Actor, ...texts: readonly string[]) =>
  record(
    world,
    actor,
    {
      act: 'cells',
      dataSet: SET,
      note: texts.length === 1 ? '' : 'Corrigé à la main',
      change: texts.map(text => cellOp('nom', '', text)),
    },
    async () => undefined,
  )

const write = (world: World, day: string, body: string, seen = 0) =>
  writeTownText(world, BRUNO, { name: logbookText(day), title: `Carnet de bord du ${day}`, body, seen })

describeStores('the logbook', open => {
  const begun = async () => {
    const { world } = await open()
    let now = '2026-03-01T22:59:00.000Z'
    const timed: World = { ...world, now: () => now }
    await aTown(timed)
    return { world: timed, at: (instant: string) => void (now = instant) }
  }

  test('days are the town’s, last first; cells are counted in the change, whatever they hold', async () => {
    const { world, at } = await begun()
    await cells(world, ANNE, 'Boulangerie')
    at('2026-03-01T23:00:00.000Z')
    await cells(world, ANNE, 'a', '"op":"cell"', '{"op":"cell"}')
    at('2026-03-02T09:00:00.000Z')
    await cells(world, ANNE, 'b', 'c')
    const { days, today } = await readLogbook(world, '78217')
    expect(today).toBe('2026-03-02')
    expect(days.map(({ title, sentences }) => [title, sentences.map(({ text }) => text)])).toEqual([
      ['lundi 2 mars 2026', ['Anne a préparé « Commerces » : 5 cases corrigées.']],
      ['dimanche 1er mars 2026', ['Anne a préparé « Commerces » : 1 case corrigée.']],
    ])
    expect(days[0]!.sentences[0]!.sets).toEqual([{ slug: 'commerces', title: 'Commerces' }])
  })

  test('what is written by hand is on its day, alone when nothing else was done; one page follows another', async () => {
    const { world, at } = await begun()
    await cells(world, ANNE, 'Boulangerie')
    at('2026-03-05T09:00:00.000Z')
    await write(world, '2026-02-10', 'Réunion avec la mairie.')
    await write(world, '2026-03-01', 'Un')
    await write(world, '2026-03-01', 'Deux', 1)
    const first = await readLogbook(world, '78217', { limit: 2 })
    // The writing itself was done on the 5th: it tells nothing of that day.
    expect(first.days.map(({ day, note }) => [day, note.body, note.version])).toEqual([['2026-03-01', 'Deux', 2]])
    expect(first.next).toBe('2026-03-01')
    const second = await readLogbook(world, '78217', { limit: 2, before: first.next })
    expect(second.days.map(({ day, note, sentences }) => [day, note.writtenBy, sentences.length])).toEqual([
      ['2026-02-10', 'Bruno', 0],
    ])
    expect(second.next).toBeUndefined()
  })

  test('another town’s days are not told', async () => {
    const { world } = await begun()
    await cells(world, ANNE, 'Boulangerie')
    expect((await readLogbook(world, '78551')).days).toEqual([])
  })

  test('as a text and as Markdown: first day first, titles of people below the day’s, names never signs', async () => {
    const { world } = await begun()
    await world.db.updateTable('data_set').set({ title: 'Arbres *remarquables*' }).execute()
    await cells(world, ANNE, 'Boulangerie')
    await write(world, '2026-02-10', '# Réunion\n\nTout va **bien**.')
    const { days } = await readLogbook(world, '78217')
    expect(logbookAsText('Épône', days)).toBe(
      [
        '# Carnet de bord, Épône',
        '## Mardi 10 février 2026',
        '### Réunion',
        'Tout va **bien**.',
        '## Dimanche 1er mars 2026',
        '- Anne a préparé « Arbres *remarquables* » : 1 case corrigée.',
      ].join('\n\n'),
    )
    expect(logbookAsMarkdown('Épône', days)).toContain('- Anne a préparé « Arbres \\*remarquables\\* » :')
    expect(logbookAsMarkdown('Épône', days)).toContain('Tout va **bien**.')
  })
})
