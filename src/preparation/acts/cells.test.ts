import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act, Change } from '../../contract/sets.ts'
import { addedIdentity } from '../../core/recipe/added.ts'
import { entriesAfter, history as townHistory } from '../../journal/read.ts'
import { undoable } from '../../journal/undo.ts'
import { describeStores } from '../../store/stores-for-tests.ts'
import type { World } from '../../store/world.ts'
import { ANNE, act, aTown, BRUNO, SET } from '../for-tests.ts'
import { handOf } from '../sets/steps.ts'

const OF = { insee: ANNE.insee, id: SET }
const write = (id: string, seen: string, to: string, column = 'nom'): Act => ({
  type: 'cells',
  hand: 'main',
  cells: [{ row: { key: { id } }, column, seen, to }],
})
const valuesIn = async (world: World) =>
  (await handOf(world.db, OF, 'main')).corrections.map(({ row, column, was, to }) => [row.key.id, column, was, to])
const history = (world: World) => entriesAfter(world.db, ANNE.insee, SET, 0)
const said = (change: Change | undefined): string[] =>
  (change ?? []).flatMap(op =>
    op.op === 'cell' ? [op.now ?? ''] : op.op === 'conflict' ? [op.now?.other.value ?? ''] : [],
  )

describeStores('cells written by several people', open => {
  test('different cells both win', async () => {
    const { world } = await open()
    await aTown(world)
    await act(world, ANNE, 'a', write('1', '', 'Mairie'))
    await act(world, BRUNO, 'b', write('1', '', 'Rue Haute', 'rue'), write('2', '', 'École'))
    expect(await valuesIn(world)).toEqual([
      ['1', 'nom', '', 'Mairie'],
      ['1', 'rue', '', 'Rue Haute'],
      ['2', 'nom', '', 'École'],
    ])
  })

  test('the sentence of a cell is made from its change, which the journal keeps alone', async () => {
    const { world } = await open()
    await aTown(world)
    await act(world, ANNE, 'a', write('0', '', 'Gare'))
    await act(world, ANNE, 'a', write('1', 'Mairie', 'Hôtel de ville'))
    await act(world, ANNE, 'a', write('1', 'Hôtel de ville', ''), write('2', '', 'École'))
    const kept = await world.db.selectFrom('journal').select('note').where('seq', '>', 1).orderBy('seq').execute()
    expect(kept.map(({ note }) => note)).toEqual(kept.map(() => ''))
    const told = 'Corrigé à la main : « nom » de « 1 », « Mairie » devient « Hôtel de ville »'
    expect((await history(world)).map(({ note }) => note)).toContain(told)
    expect((await townHistory(world.db, ANNE.insee)).entries.map(({ note }) => note)).toContain(told)
    expect((await undoable(world.db, ANNE.insee, SET))?.note).toMatch(/« nom » de « 2 », rien devient « École »$/)
  })

  test('the same cell keeps what it holds, both values are shown, a person chooses', async () => {
    const { world } = await open()
    await aTown(world)
    await act(world, ANNE, 'a', write('1', '', 'Mairie'))
    const { results } = await act(world, BRUNO, 'b', write('1', '', 'Hôtel de ville'))
    const conflict = results[0]!.conflicts![0]!
    expect(conflict).toMatchObject({
      hand: 'main',
      column: 'nom',
      kept: { value: 'Mairie', by: 'Anne' },
      other: { value: 'Hôtel de ville', by: 'Bruno' },
    })
    expect(await valuesIn(world)).toEqual([['1', 'nom', '', 'Mairie']])
    await act(world, BRUNO, 'b', { type: 'settle', conflict: conflict.id, to: 'Hôtel de ville' })
    expect(await valuesIn(world)).toEqual([['1', 'nom', '', 'Hôtel de ville']])
    const twice = await act(world, ANNE, 'a', { type: 'settle', conflict: conflict.id, to: 'Mairie' })
    expect(twice.results[0]!.refused).toBe('Quelqu’un a déjà choisi pour cette case.')
  })

  test('who has seen the value may change it; the same value is no conflict; nor is one’s own page that is late', async () => {
    const { world } = await open()
    await aTown(world)
    await act(world, ANNE, 'a', write('1', '', 'x'))
    await act(world, BRUNO, 'b', write('1', 'x', 'y'))
    await act(world, ANNE, 'a', write('1', 'x', 'y'))
    await act(world, BRUNO, 'b', write('1', 'x', 'z'))
    const { results } = await act(world, BRUNO, 'other page', write('1', 'x', 'w'))
    expect(results[0]!.conflicts).toHaveLength(1)
    const again = await act(world, BRUNO, 'other page', write('1', 'x', 'w'))
    expect(again.results[0]!.conflicts ?? []).toEqual([])
    expect(await valuesIn(world)).toEqual([['1', 'nom', '', 'z']])
  })

  test('cells of a row added by hand are the row’s own, and leave with it', async () => {
    const { world } = await open()
    await aTown(world)
    const cell = { row: addedIdentity('r1'), column: 'nom', seen: 'Ecole', to: 'École' }
    await act(world, ANNE, 'a', { type: 'add-row', hand: 'main', row: 'r1', cells: { nom: 'Ecole', rue: 'Haute' } })
    await act(world, ANNE, 'a', { type: 'add-row', hand: 'main', row: 'r1', cells: { nom: 'twice' } })
    await act(world, ANNE, 'a', { type: 'cells', hand: 'main', cells: [cell] })
    expect((await handOf(world.db, OF, 'main')).added).toEqual([{ id: 'r1', cells: { nom: 'École', rue: 'Haute' } }])
    await act(world, ANNE, 'a', { type: 'delete-rows', hand: 'main', rows: [addedIdentity('r1')] })
    expect(await handOf(world.db, OF, 'main')).toMatchObject({ added: [], corrections: [], deleted: [] })
    expect(await world.db.selectFrom('hand_cell').selectAll().execute()).toEqual([])
  })

  test('what was typed without network lands where it was typed', async () => {
    const { world } = await open()
    await aTown(world)
    const step = { type: 'drop' as const, columns: ['a'] }
    await act(world, ANNE, 'a', { type: 'add-step', id: 's1', step, reason: 'Vide' })
    await act(world, ANNE, 'a', { type: 'add-step', id: 's2', step, reason: 'Vide' })
    await act(world, BRUNO, 'b', { ...write('1', '', 'x'), hand: 'main-s1' } as Act)
    const ids = await world.db.selectFrom('step').select('id').orderBy('at').execute()
    expect(ids.map(({ id }) => id)).toEqual(['s1', 'main-s1', 's2'])
  })

  test('20,000 cells are one act, one entry, one undo', async () => {
    const { world } = await open()
    await aTown(world)
    const cells = Array.from({ length: 20_000 }, (_, n) => ({
      row: { key: { id: String(n) } },
      column: n % 2 ? 'nom' : 'rue',
      seen: '',
      to: `v${n}`,
    }))
    const { results } = await act(world, ANNE, 'a', { type: 'cells', hand: 'main', cells })
    expect(results).toEqual([{ key: expect.any(String), seq: 1 }])
    expect(await valuesIn(world)).toHaveLength(20_000)
    const [entry] = await history(world)
    expect(entry!.note).toMatch(/^Corrigé à la main : 20\s000 cases de « rue » et « nom »$/)
  })

  test('1,000 edits of two people at the same time: one state, and every value in the history', async () => {
    const { world } = await open()
    await aTown(world)
    const edits = fc.sample(fc.tuple(fc.nat(19), fc.constantFrom('nom', 'rue')), { numRuns: 1000, seed: 7 })
    const seen = { a: new Map<string, string>(), b: new Map<string, string>() }
    const send = (page: 'a' | 'b', from: number) =>
      edits
        .filter((_, n) => n % 2 === from)
        .reduce(async (before, [id, column], n) => {
          await before
          const to = `${page}${n}`
          const key = `${id} ${column}`
          await act(world, page === 'a' ? ANNE : BRUNO, page, write(String(id), seen[page].get(key) ?? '', to, column))
          seen[page].set(key, to)
        }, Promise.resolve())
    await Promise.all([send('a', 0), send('b', 1)])
    const entries = await history(world)
    const told = new Set(entries.flatMap(({ change }) => said(change)))
    const all = [...Array(500).keys()].flatMap(n => [`a${n}`, `b${n}`])
    expect(all.filter(value => !told.has(value))).toEqual([])
    // The state is what the history says, read from its beginning.
    const replayed = new Map<string, string>()
    for (const op of entries.flatMap(({ change }) => change ?? []))
      if (op.op === 'cell') replayed.set(JSON.stringify([op.row.key.id, op.column]), op.now!)
    const kept = new Map((await valuesIn(world)).map(([id, column, , to]) => [JSON.stringify([id, column]), to]))
    expect(kept).toEqual(replayed)
  })
})
