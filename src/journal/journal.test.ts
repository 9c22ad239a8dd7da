import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeStores, storesOf } from '../store/stores-for-tests.ts'
import type { World } from '../store/world.ts'
import { ANNE, aTown, BRUNO, cellOp, SET } from './for-tests.ts'
import { entriesAfter, history } from './read.ts'
import { record } from './record.ts'
import { redoable, undoable } from './undo.ts'
import { verifyChain } from './verify.ts'

const nothing = async () => {}
const cells = (world: World, note: string, key?: string) =>
  record(world, ANNE, { act: 'cells', dataSet: SET, note, change: [cellOp('nom', '', note)], key }, nothing)
const undo = (world: World, undoes: number, act: 'undo' | 'redo' = 'undo') =>
  record(world, BRUNO, { act, dataSet: SET, note: `${act} ${undoes}`, change: [], undoes }, nothing)
const setRow = ({ db }: World) =>
  db.selectFrom('data_set').select(['seq', 'changed_at', 'changed_by']).where('id', '=', SET).executeTakeFirstOrThrow()

describeStores('the journal', open => {
  test('an act and its entry are written together, under the next number', async () => {
    const { world } = await open()
    await aTown(world)
    const rename = record(world, ANNE, { act: 'set', dataSet: SET, note: 'Renommé' }, async (tx, seq) => {
      await tx
        .updateTable('data_set')
        .set({ title: `n° ${seq}` })
        .where('id', '=', SET)
        .execute()
    })
    expect(await rename).toEqual({ seq: 1 })
    expect(await cells(world, 'Nom corrigé')).toEqual({ seq: 2 })
    expect(await setRow(world)).toMatchObject({ seq: 2, changed_by: 'Anne' })
    const { entries } = await history(world.db, '78217')
    expect(entries.map(({ seq, note, set }) => [seq, note, set?.title])).toEqual([
      [2, 'Nom corrigé', 'n° 1'],
      [1, 'Renommé', 'n° 1'],
    ])
  })

  test('an act that fails leaves neither its state nor its entry', async () => {
    const { world } = await open()
    await aTown(world)
    const failing = record(world, ANNE, { act: 'set', dataSet: SET, note: 'Raté' }, async tx => {
      await tx.updateTable('data_set').set({ title: 'Raté' }).where('id', '=', SET).execute()
      throw new Error('refused')
    })
    await expect(failing).rejects.toThrow('refused')
    expect((await history(world.db, '78217')).entries).toEqual([])
    expect(await setRow(world)).toMatchObject({ seq: 0 })
    expect(await cells(world, 'Suite')).toEqual({ seq: 1 })
  })

  test('the same key is done once, whatever happens in between', async () => {
    const { world, reopen } = await open()
    await aTown(world)
    expect(await cells(world, 'un', 'k1')).toEqual({ seq: 1 })
    expect(await cells(world, 'deux', 'k2')).toEqual({ seq: 2 })
    const again = await reopen()
    expect(await cells(again.world, 'un', 'k1')).toEqual({ already: 1 })
    expect(await Promise.all([1, 2, 3].map(() => cells(again.world, 'trois', 'k3')))).toContainEqual({ seq: 3 })
    expect((await history(again.world.db, '78217')).entries).toHaveLength(3)
  })

  test('forty acts at once get forty numbers in a row, and their chain holds', async () => {
    const { world } = await open()
    await aTown(world)
    const done = await Promise.all(Array.from({ length: 40 }, (_, n) => cells(world, `acte ${n}`)))
    expect(done.map(({ seq }) => seq).sort((a, b) => a! - b!)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
    expect(await verifyChain(world.db, '78217')).toMatchObject({ entries: 40 })
    expect(await verifyChain(world.db, '78217')).not.toHaveProperty('broken')
  })

  test('what the act learnt takes the place of what was announced', async () => {
    const { world } = await open()
    await aTown(world)
    const change = [cellOp('nom', 'avant', 'après')]
    await record(world, ANNE, { act: 'cells', dataSet: SET, note: '' }, async () => ({ note: '1 case', change }))
    expect(await entriesAfter(world.db, '78217', SET, 0)).toMatchObject([{ note: '1 case', change }])
  })

  test.each([
    ['a note', { note: 'autre chose' }],
    ['a change', { change: '[]' }],
    ['an author', { by_name: 'Bruno' }],
    ['an erasure that did not happen', { erased: 'x', note: '', change: null, salt: null }],
  ])('%s that is changed afterwards shows', async (_, altered) => {
    const { world } = await open()
    await aTown(world)
    for (const note of ['un', 'deux', 'trois']) await cells(world, note)
    await world.db
      .updateTable('journal')
      .set(altered as never)
      .where('seq', '=', 2)
      .execute()
    expect(await verifyChain(world.db, '78217')).toMatchObject({ entries: 1, broken: 2 })
  })

  test('an entry taken away shows', async () => {
    const { world } = await open()
    await aTown(world)
    for (const note of ['un', 'deux', 'trois']) await cells(world, note)
    await world.db.deleteFrom('journal').where('seq', '=', 2).execute()
    expect(await verifyChain(world.db, '78217')).toMatchObject({ entries: 1, broken: 2 })
  })

  test('the history is read page by page', async () => {
    const { world } = await open()
    await aTown(world)
    for (let n = 1; n <= 5; n++) await cells(world, `${n}`)
    await record(world, ANNE, { act: 'person', note: 'Bruno invité' }, nothing)
    const first = await history(world.db, '78217', { dataSet: SET, limit: 3 })
    expect([first.entries.map(({ seq }) => seq), first.next]).toEqual([[5, 4, 3], 3])
    const second = await history(world.db, '78217', { dataSet: SET, limit: 3, before: 3 })
    expect([second.entries.map(({ seq }) => seq), second.next]).toEqual([[2, 1], undefined])
  })
})

describeStores('undo and redo, as readings of the journal', open => {
  const reading = async ({ db }: World) => [
    (await undoable(db, '78217', SET))?.seq,
    (await redoable(db, '78217', SET))?.seq,
  ]

  test('last act first; an act done again can be undone again; a new act clears what could be redone', async () => {
    const { world } = await open()
    await aTown(world)
    expect(await reading(world)).toEqual([undefined, undefined])
    await cells(world, 'A') // 1
    await cells(world, 'B') // 2
    expect(await reading(world)).toEqual([2, undefined])
    await undo(world, 2) // 3
    expect(await reading(world)).toEqual([1, 3])
    await undo(world, 1) // 4
    expect(await reading(world)).toEqual([undefined, 4])
    await undo(world, 4, 'redo') // 5
    expect(await reading(world)).toEqual([5, 3])
    await undo(world, 3, 'redo') // 6
    expect(await reading(world)).toEqual([6, undefined])
    await undo(world, 6) // 7
    expect(await reading(world)).toEqual([5, 7])
    expect(await undoable(world.db, '78217', SET)).toMatchObject({ note: 'A', byName: 'Anne' })
    expect(await redoable(world.db, '78217', SET)).toMatchObject({ note: 'B', byName: 'Anne' })
    await cells(world, 'C') // 8
    expect(await reading(world)).toEqual([8, undefined])
  })

  test('the history says what is undone and what « annuler » would undo', async () => {
    const { world } = await open()
    await aTown(world)
    await cells(world, 'A')
    await cells(world, 'B')
    await undo(world, 2)
    const { entries } = await history(world.db, '78217', { dataSet: SET })
    expect(entries.map(({ undone, undoable }) => [undone, undoable])).toEqual([
      [undefined, undefined],
      [true, undefined],
      [undefined, true],
    ])
    await undo(world, 3, 'redo')
    const again = (await history(world.db, '78217', { dataSet: SET })).entries
    expect(again.map(({ seq, undone, undoable }) => [seq, undone, undoable])).toEqual([
      [4, undefined, true],
      [3, true, undefined],
      [2, undefined, undefined],
      [1, undefined, undefined],
    ])
  })

  test('entries that changed nothing are not in the way, other sets neither', async () => {
    const { world } = await open()
    await aTown(world)
    await cells(world, 'A')
    await record(world, ANNE, { act: 'export', dataSet: SET, note: 'Exporté' }, nothing)
    await record(world, ANNE, { act: 'cells', dataSet: 'autre', note: 'Ailleurs', change: [] }, nothing)
    expect(await reading(world)).toEqual([1, undefined])
  })
})

describe('undo and redo against two stacks', () => {
  const open = storesOf('sqlite')

  test('whatever is done, undone and done again', async () => {
    const { world } = await open()
    await aTown(world)
    let sets = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('do', 'undo', 'redo'), { maxLength: 25 }), async acts => {
        const dataSet = `jeu-${++sets}`
        const [done, undone]: [number[], number[]] = [[], []]
        const note = async (act: string, undoes?: number) =>
          (await record(world, ANNE, { act, dataSet, note: act, change: [], undoes }, nothing)).seq!
        for (const act of acts) {
          if (act === 'do') {
            done.push(await note('cells'))
            undone.length = 0
          } else {
            const [from, to] = act === 'undo' ? [done, undone] : [undone, done]
            if (from.length > 0) to.push(await note(act, from.pop()))
          }
          expect((await undoable(world.db, '78217', dataSet))?.seq).toBe(done.at(-1))
          expect((await redoable(world.db, '78217', dataSet))?.seq).toBe(undone.at(-1))
        }
      }),
      { numRuns: 30 },
    )
  }, 120_000)
})
