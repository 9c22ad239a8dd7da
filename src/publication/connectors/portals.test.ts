import { describe, expect, test } from 'vitest'
import { ckan } from '../../adapters/ckan/ckan.ts'
import { type CkanServer, type CkanSet, startCkan } from '../../adapters/ckan/server-for-tests.ts'
import type { Place } from '../../adapters/connector.ts'
import { copyForTests } from '../../adapters/copy-for-tests.ts'
import { opendatasoft } from '../../adapters/opendatasoft/opendatasoft.ts'
import { type OdsServer, startOds } from '../../adapters/opendatasoft/server-for-tests.ts'
import { everyCut, sender } from './sender-for-tests.ts'

const NEWER = copyForTests({
  csv: 'id,nom\n1,Mairie\n2,Gymnase\n',
  fiche: { ...copyForTests().fiche, title: 'Défibrillateurs' },
})

describe('CKAN', () => {
  const place = (server: CkanServer): Place =>
    ckan({ address: server.address, organization: 'ville-epone' }, 'jeton', 'anywhere')
  const texts = ({ resources }: CkanSet) => resources.map(({ bytes }) => bytes.toString('utf8'))

  test('a set is created, described, shown; a new version replaces its files under the same ids', async () => {
    const server = await startCkan()
    const send = sender(place(server))
    await send(copyForTests())
    const [set] = [...server.sets.values()]
    expect(set).toMatchObject({
      name: 'defibrillateurs',
      license_id: 'other-open',
      url: 'https://carnet.epone.example/jeux/defibrillateurs',
      private: false,
      tags: [{ name: 'dae' }, { name: 'défibrillateur' }, { name: 'santé publique' }],
    })
    expect(set!.notes).toContain('Licence Ouverte 2.0')
    const ids = set!.resources.map(({ id }) => id)
    set!.extras.push({ key: 'theirs', value: 'x' })
    await send(NEWER)
    expect(set!.resources.map(({ id }) => id)).toEqual(ids)
    expect([set!.title, texts(set!)[0], set!.extras.map(({ key }) => key)]).toEqual([
      'Défibrillateurs',
      'id,nom\n1,Mairie\n2,Gymnase\n',
      ['theirs', 'carnet_key', 'landing_page', 'issued'],
    ])
    expect(await send(NEWER)).toMatchObject({ done: false })
  })

  test('a name that somebody else has is left to them', async () => {
    const server = await startCkan()
    const theirs = {
      id: 'a',
      name: 'defibrillateurs',
      title: 'À eux',
      state: 'active',
      extras: [],
      tags: [],
      resources: [],
    }
    server.sets.set('a', theirs)
    await sender(place(server))(copyForTests())
    expect([...server.sets.values()].map(({ name }) => name)).toEqual(['defibrillateurs', 'defibrillateurs-78217'])
    expect(theirs.title).toBe('À eux')
  })

  test('what was changed there is asked; a key refused is told; withdrawn is marked, then removed', async () => {
    const server = await startCkan()
    const send = sender(place(server))
    await send(copyForTests())
    const [set] = [...server.sets.values()]
    set!.resources[0]!.hash = 'autre'
    expect(await send(NEWER)).toMatchObject({ type: 'asks', changes: [{ what: 'file:csv' }] })
    server.open('autre')
    await expect(send(NEWER, 'replace')).rejects.toMatchObject({ kind: 'key' })
    server.open('jeton')
    expect(await send(NEWER, 'replace')).toMatchObject({ type: 'there' })
    await place(server).withdraw(set!.id, 'mark', NEWER, 'adresses fausses')
    expect(set!.notes).toMatch(/^\*\*La commune ne publie plus ces données\*\* : adresses fausses/)
    await place(server).withdraw(set!.id, 'remove', NEWER, 'adresses fausses')
    expect(await send(NEWER)).toMatchObject({ type: 'asks', changes: [{ what: 'gone' }] })
  })

  test('cut anywhere, done again, there is one set and its ids never change', async () => {
    const server = await startCkan()
    let ids: string | undefined
    const start = async () => {
      server.sets.clear()
      ids = undefined
      return { place: place(server), cut: server.cut }
    }
    const cuts = await everyCut(start, [copyForTests(), NEWER], copy => {
      const sets = [...server.sets.values()]
      expect(sets.map(({ title, private: hidden }) => [title, hidden])).toEqual([[copy.fiche.title, false]])
      expect(sets[0]!.resources.map(({ name }) => name)).toEqual(['defibrillateurs.csv', 'defibrillateurs.geojson'])
      const now = [sets[0]!.id, ...sets[0]!.resources.map(({ id }) => id)].join()
      ids ??= now
      expect(now).toBe(ids)
    })
    expect(cuts).toBeGreaterThan(20)
  })
})

describe('Opendatasoft', () => {
  const place = (server: OdsServer): Place => opendatasoft({ address: server.address }, 'cle-ods', 'anywhere')

  test('a dataset is created, described and published; what others wrote in its fiche stays', async () => {
    const server = await startOds()
    const send = sender(place(server))
    await send(copyForTests())
    const [set] = [...server.sets.values()]
    expect(set!.metadata.default).toMatchObject({
      title: { value: 'Défibrillateurs de la ville d’Épône, 2026' },
      keyword: { value: ['dae', 'défibrillateur', 'santé publique'] },
      references: { value: ['https://carnet.epone.example/jeux/defibrillateurs'] },
      language: { value: 'fr' },
    })
    expect(server.published.get('defibrillateurs')).toBe('id,nom\n1,Mairie\n')
    set!.metadata.default!.timezone = { value: 'Europe/Paris' }
    const resource = set!.resources[0]!.uid
    await send(NEWER)
    expect(set!.resources.map(({ uid }) => uid)).toEqual([resource])
    expect(server.published.get('defibrillateurs')).toBe('id,nom\n1,Mairie\n2,Gymnase\n')
    expect(set!.metadata.default).toMatchObject({
      timezone: { value: 'Europe/Paris' },
      title: { value: 'Défibrillateurs' },
    })
    expect(await send(NEWER)).toMatchObject({ done: false })
  })

  test('while the portal works on the file before, the copy waits and is finished afterwards', async () => {
    const server = await startOds()
    const send = sender(place(server))
    server.status.now = 'processing_all_data'
    await expect(send(copyForTests())).rejects.toMatchObject({ kind: 'later' })
    server.status.now = 'idle'
    await send(copyForTests())
    expect([server.sets.size, server.published.get('defibrillateurs')]).toEqual([1, 'id,nom\n1,Mairie\n'])
  })

  test('text of the town is text there, never a tag', async () => {
    const server = await startOds()
    const fiche = { ...copyForTests().fiche, description: '<script>alert(1)</script> & la suite' }
    await sender(place(server))(copyForTests({ fiche }))
    const [set] = [...server.sets.values()]
    expect(set!.metadata.default!.description!.value).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; la suite')
  })

  test('withdrawn: out of the portal, its configuration kept', async () => {
    const server = await startOds()
    const send = sender(place(server))
    await send(copyForTests())
    await place(server).withdraw(send.memory().id!, 'remove', copyForTests(), 'adresses fausses')
    expect([server.sets.size, server.published.size]).toEqual([1, 0])
  })

  test('cut anywhere, done again, there is one dataset and its ids never change', async () => {
    const server = await startOds()
    let ids: string | undefined
    const start = async () => {
      server.sets.clear()
      ids = undefined
      return { place: place(server), cut: server.cut }
    }
    const cuts = await everyCut(start, [copyForTests(), NEWER], copy => {
      const sets = [...server.sets.values()]
      expect(sets.map(({ metadata }) => metadata.default!.title!.value)).toEqual([copy.fiche.title])
      expect(server.published.get('defibrillateurs')).toBe(
        copy === NEWER ? 'id,nom\n1,Mairie\n2,Gymnase\n' : 'id,nom\n1,Mairie\n',
      )
      const now = [sets[0]!.uid, ...sets[0]!.resources.map(({ uid }) => uid)].join()
      ids ??= now
      expect(now).toBe(ids)
    })
    expect(cuts).toBeGreaterThan(20)
  })
})
