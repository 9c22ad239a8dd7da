import { describe, expect, test } from 'vitest'
import { type NodeKind, type RegisterAct, type RegisterNode, registerAct } from '../../contract/register.ts'
import { ANNE, aTown, BRUNO, SET } from '../../journal/for-tests.ts'
import { history } from '../../journal/read.ts'
import { describeStores, storesOf, type TestStore } from '../../store/stores-for-tests.ts'
import type { Actor, World } from '../../store/world.ts'
import { previewImport } from './import/preview.ts'
import { findOrCreateNode } from './nodes.ts'
import { comparePhotos, takePhoto } from './photos.ts'
import { performRegisterAct, readRegister, turnRegister } from './register.ts'

const INSEE = '78217'
const COMMERCES = `jeu-${SET}`
let drawn = 0

/** Acts come through the contract's door, as from a page. */
const doing = (world: World, actor: Actor = ANNE) => {
  const act = (sent: RegisterAct, key = `key-${++drawn}`) =>
    performRegisterAct(world, actor, key, registerAct.parse(sent))
  const add = (kind: NodeKind, name: string, under?: string, role = '') =>
    act({
      type: 'add',
      node: { id: name, kind, name, body: {} },
      ...(under && { under: { node: under, kind: kind === 'set' ? ('holds' as const) : ('in' as const), role } }),
    })
  return { act, add }
}
const written = async (world: World) => {
  const rows = await world.db.selectFrom('node').select(['id', 'kind', 'name', 'body']).orderBy('id').execute()
  const edges = await world.db.selectFrom('edge').selectAll().orderBy('id').execute()
  return { rows, edges }
}
const names = (nodes: readonly RegisterNode[]) => nodes.map(({ name }) => name).sort()

async function townOf(open: () => Promise<TestStore>) {
  const { world } = await open()
  await aTown(world)
  return { world, ...doing(world) }
}

describeStores('who has what', open => {
  const opened = () => townOf(open)

  test('the town’s sets are there by themselves; persons, services and links are kept at each act, with their entry', async () => {
    const { world, act, add } = await opened()
    expect(await readRegister(world.db, INSEE)).toMatchObject({
      town: 'Épône',
      nodes: [{ id: COMMERCES, kind: 'set', name: 'Commerces', status: 'waiting', set: { slug: 'commerces' } }],
      edges: [],
    })
    await add('service', 'Urbanisme')
    await add('person', 'Claire', 'Urbanisme', 'Responsable')
    await act({ type: 'link', id: 'h', from: 'Claire', to: COMMERCES, kind: 'holds', role: '' })
    const claire = (await readRegister(world.db, INSEE)).nodes.find(({ id }) => id === 'Claire')!
    const body = { mail: 'claire@epone.example', phone: '01 99 00 00 01' }
    const register = await act({ type: 'change', id: 'Claire', seen: claire.seq, body })
    expect(register.nodes.find(({ id }) => id === 'Claire')).toMatchObject({ kind: 'person', body })
    expect(register.edges.map(({ from, to, kind, role }) => [from, to, kind, role])).toEqual(
      expect.arrayContaining([
        ['Urbanisme', 'Claire', 'in', 'Responsable'],
        ['Claire', COMMERCES, 'holds', ''],
      ]),
    )
    const { entries } = await history(world.db, INSEE)
    expect(entries.map(({ note, by }) => [note, by])).toEqual([
      ['Qui a quoi : Fiche de « Claire » : courriel, téléphone', 'Anne'],
      ['Qui a quoi : « Claire » détient « Commerces »', 'Anne'],
      ['Qui a quoi : « Claire » (personne) ajouté ; « Claire » fait partie de « Urbanisme », Responsable', 'Anne'],
      ['Qui a quoi : « Urbanisme » (service) ajouté', 'Anne'],
    ])
  })

  test('who removes a person undoes it: all is as it was, to the order of places; and does it again', async () => {
    const { world, act, add } = await opened()
    await add('service', 'Direction')
    await add('service', 'Urbanisme', 'Direction')
    await add('person', 'Claire', 'Urbanisme', 'Responsable')
    await act({ type: 'link', id: 'h', from: 'Urbanisme', to: COMMERCES, kind: 'holds', role: '' })
    const before = await written(world)
    const removed = await act({ type: 'remove', id: 'Urbanisme' })
    expect(removed.edges.map(({ from, to, role }) => [from, to, role])).toEqual([
      ['Direction', 'Claire', 'Responsable'],
    ])
    const after = await written(world)
    expect(removed.undo).toEqual({ note: '« Urbanisme » (service) retiré', by: 'Anne' })
    const back = await turnRegister(world, BRUNO, 'undo', 'u')
    await turnRegister(world, BRUNO, 'undo', 'u')
    expect(await written(world)).toEqual(before)
    expect(back.redo).toEqual({ note: '« Urbanisme » (service) retiré', by: 'Anne' })
    await turnRegister(world, BRUNO, 'redo', undefined)
    expect(await written(world)).toEqual(after)
    for (let n = 0; n < 5; n++) await turnRegister(world, ANNE, 'undo', undefined)
    expect(await written(world)).toEqual({ rows: [], edges: [] })
    await expect(turnRegister(world, ANNE, 'undo', undefined)).rejects.toThrow('rien à annuler')
    const [latest] = (await history(world.db, INSEE)).entries
    expect(latest!.note).toBe('Annulé : Qui a quoi : « Direction » (service) ajouté')
  })

  test('a service that a wish names is shown to contact, until somebody is said to hold the set', async () => {
    const { world, act } = await opened()
    const { id: service } = await findOrCreateNode(world.db as never, INSEE, {
      kind: 'service',
      name: 'Vie économique',
    })
    const again = await findOrCreateNode(world.db as never, INSEE, { kind: 'body', name: 'vie  economique' })
    expect(again).toEqual({ id: service, created: false })
    const wish = { insee: INSEE, data_set: SET, service, boxes: '{}', why: '', seq: 1 }
    await world.db.insertInto('wish').values(wish).execute()
    const { edges } = await readRegister(world.db, INSEE)
    expect(edges).toMatchObject([{ from: service, to: COMMERCES, kind: 'asked' }])
    await expect(act({ type: 'unlink', id: edges[0]!.id })).rejects.toThrow('liste de souhaits')
    const said = await act({ type: 'link', id: 'h', from: service, to: COMMERCES, kind: 'holds', role: '' })
    expect(said.edges.map(({ kind }) => kind)).toEqual(['holds'])
    await world.db.updateTable('wish').set({ decision: 'no' }).execute()
    expect((await readRegister(world.db, INSEE)).nodes.find(({ id }) => id === COMMERCES)!.status).toBe('refused')
    await world.db.updateTable('data_set').set({ trashed_at: world.now() }).execute()
    expect(names((await readRegister(world.db, INSEE)).nodes)).toEqual(['Vie économique'])
  })

  test('an import adds what is not there and overwrites nothing; it is undone in one go', async () => {
    const { world, act, add } = await opened()
    await add('service', 'Urbanisme')
    await act({ type: 'change', id: 'Urbanisme', seen: 99, body: { phone: '01 99 00 00 01' } })
    const before = await written(world)
    const bytes = new TextEncoder().encode(
      'Service;Agent;Jeu;Mail\nURBANISME;Claire DUVAL;Commerces;claire@epone.example\n',
    )
    const { nodes, edges, remarks } = await previewImport(world.db, INSEE, { name: 'agents.csv', bytes })
    expect(nodes.map(({ name, there }) => [name, there])).toEqual([
      ['URBANISME', true],
      ['Claire DUVAL', false],
      ['Commerces', true],
    ])
    expect(remarks).toEqual([])
    const draft = { nodes: nodes.map(({ there: _, ...node }) => node), edges }
    const imported = await act({ type: 'import', from: 'agents.csv', ...draft })
    expect(names(imported.nodes)).toEqual(['Claire DUVAL', 'Commerces', 'Urbanisme'])
    expect(imported.nodes.find(({ id }) => id === 'Urbanisme')!.body).toEqual({ phone: '01 99 00 00 01' })
    expect(imported.edges.map(({ kind }) => kind).sort()).toEqual(['holds', 'in'])
    expect(imported.undo!.note).toBe('Import de « agents.csv » : 1 fiche, 2 liens')
    await act({ type: 'import', from: 'agents.csv', ...draft })
    expect((await readRegister(world.db, INSEE)).nodes).toHaveLength(3)
    await turnRegister(world, ANNE, 'undo', undefined)
    expect(await written(world)).toEqual(before)
  })
})

/** Rules that no database changes. */
describe('who has what, as its rules say', () => {
  const open = storesOf('sqlite')
  const opened = () => townOf(open)

  test('a person with two hats is one node; the same act sent twice is done once; saying the same again is no entry', async () => {
    const { world, act, add } = await opened()
    await add('service', 'Urbanisme')
    await add('service', 'Culture')
    await add('person', 'Claire', 'Urbanisme')
    const again: RegisterAct = {
      type: 'add',
      node: { id: 'other', kind: 'elected', name: 'CLAIRE', body: {} },
      under: { node: 'Culture', kind: 'in', role: 'Adjointe' },
    }
    await act(again, 'twice')
    const register = await act(again, 'twice')
    expect(names(register.nodes)).toEqual(['Claire', 'Commerces', 'Culture', 'Urbanisme'])
    expect(
      register.edges
        .filter(({ to }) => to === 'Claire')
        .map(({ from }) => from)
        .sort(),
    ).toEqual(['Culture', 'Urbanisme'])
    await expect(add('person', 'claire')).rejects.toThrow('déjà là')
    await act({ type: 'change', id: 'Culture', seen: 99, name: 'Culture' })
    expect((await history(world.db, INSEE)).entries).toHaveLength(4)
  })

  test('two persons at once: nothing is covered unseen, and an edge that cannot be says why', async () => {
    const { world, act, add } = await opened()
    await add('service', 'Urbanisme')
    await add('person', 'Claire', 'Urbanisme')
    const { seq } = (await readRegister(world.db, INSEE)).nodes.find(({ id }) => id === 'Claire')!
    await doing(world, BRUNO).act({ type: 'change', id: 'Claire', seen: seq, body: { role: 'Cheffe' } })
    await expect(act({ type: 'change', id: 'Claire', seen: seq, name: 'Claire D.' })).rejects.toThrow(
      'a changé pendant',
    )
    await expect(act({ type: 'move', node: 'Urbanisme', to: 'Claire' })).rejects.toThrow('dans les deux sens')
    await expect(act({ type: 'remove', id: COMMERCES })).rejects.toThrow('sur sa propre page')
    await expect(act({ type: 'unlink', id: 'nowhere' })).rejects.toThrow('retiré entre-temps')
    await add('service', 'Culture')
    const [edge] = (await readRegister(world.db, INSEE)).edges
    const moved = await act({ type: 'move', node: 'Claire', edge: edge!.id, to: 'Culture' })
    expect(moved.edges.map(({ from, to }) => [from, to])).toEqual([['Culture', 'Claire']])
    expect((await act({ type: 'move', node: 'Claire', edge: moved.edges[0]!.id })).edges).toEqual([])
  })

  test('photos are compared: what came, went and changed, until another or until now', async () => {
    const { world, act, add } = await opened()
    await add('service', 'Urbanisme')
    await add('person', 'Claire', 'Urbanisme')
    const { photos } = await takePhoto(world, ANNE, 'Jour 2')
    await add('person', 'Paul', 'Urbanisme')
    await act({ type: 'remove', id: 'Claire' })
    await act({ type: 'change', id: 'Urbanisme', seen: 99, body: { mail: 'urbanisme@epone.example' } })
    const now = await comparePhotos(world.db, INSEE, photos[0]!.id, undefined)
    expect([now.came, now.gone].map(([one]) => one!.name)).toEqual(['Paul', 'Claire'])
    expect(now.changed).toMatchObject([
      { name: 'Urbanisme', fields: [{ field: 'Courriel', was: '', now: 'urbanisme@epone.example' }] },
    ])
    expect(now.linked).toEqual([{ from: 'Paul', verb: 'fait partie de', to: 'Urbanisme', role: '' }])
    const second = (await takePhoto(world, ANNE, 'Jour 3')).photos[0]!
    await turnRegister(world, ANNE, 'undo', undefined)
    const between = await comparePhotos(world.db, INSEE, photos[0]!.id, second.id)
    expect(between).toEqual({ ...now, after: second })
  })
})
