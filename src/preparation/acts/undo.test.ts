import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from '../../contract/sets.ts'
import { addedIdentity } from '../../core/recipe/added.ts'
import { entriesAfter } from '../../journal/read.ts'
import { verifyChain } from '../../journal/verify.ts'
import { describeStores } from '../../store/stores-for-tests.ts'
import { ANNE, act, actOn, anotherSet, aTown, BRUNO, SET, stateOf } from '../for-tests.ts'
import { redo, undo } from './undo.ts'

const names = fc.constantFrom('a', 'b', 'c')
const row = fc.oneof(
  names.map(id => ({ key: { id } })),
  names.map(id => addedIdentity(id)),
)
const hand = fc.constantFrom('main', 'main-s1', 'main-s2', 'h')
const cell = fc.record({ row, column: names, seen: fc.constantFrom('', 'x', 'y'), to: fc.constantFrom('x', 'y', 'z') })

const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ type: fc.constant('cells' as const), hand, cells: fc.array(cell, { minLength: 1, maxLength: 4 }) }),
  fc.record({ type: fc.constant('add-row' as const), hand, row: names, cells: fc.dictionary(names, names) }),
  fc.record({ type: fc.constant('delete-rows' as const), hand, rows: fc.array(row, { minLength: 1, maxLength: 3 }) }),
  fc.record({ type: fc.constant('restore-rows' as const), hand, rows: fc.array(row, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    type: fc.constant('add-step' as const),
    id: fc.constantFrom('s1', 's2', 's3', 'h'),
    step: fc.constantFrom(
      { type: 'drop' as const, columns: ['a'] },
      { type: 'fill' as const, column: 'b', value: 'x' },
      { type: 'by-hand' as const, corrections: [], deleted: [{ key: { id: 'a' } }], added: [{ id: 'c', cells: {} }] },
    ),
    reason: fc.constant('parce que'),
    ahead: fc.constantFrom('s1', 's2', 'main'),
  }),
  fc.record({ type: fc.constant('switch-step' as const), id: fc.constantFrom('s1', 's2', 'main'), on: fc.boolean() }),
  fc.record({ type: fc.constant('remove-step' as const), id: fc.constantFrom('s1', 's2', 'main', 'main-s1', 'h') }),
  fc.record({
    type: fc.constant('change-step' as const),
    id: fc.constantFrom('s1', 's2'),
    step: fc.constant({ type: 'ditto' as const, column: 'c' }),
  }),
)

describeStores('undo and redo', (open, engine) => {
  test('whatever two people do: all undone is the beginning, all done again is the end', async () => {
    const { world } = await open()
    await aTown(world)
    const steps = fc.array(fc.tuple(fc.constantFrom(ANNE, BRUNO), anAct), { minLength: 1, maxLength: 25 })
    await fc.assert(
      fc.asyncProperty(steps, async acts => {
        const set = await anotherSet(world)
        const states = [await stateOf(world, set)]
        for (const [actor, one] of acts) {
          const { results } = await actOn(world, set, actor, actor.id, one)
          if (results[0]!.seq !== undefined) states.push(await stateOf(world, set))
        }
        for (const state of states.slice(0, -1).reverse()) {
          await undo(world, BRUNO, set)
          expect(await stateOf(world, set)).toEqual(state)
        }
        await expect(undo(world, ANNE, set)).rejects.toThrow('Il n’y a rien à annuler.')
        for (const state of states.slice(1)) {
          await redo(world, ANNE, set)
          expect(await stateOf(world, set)).toEqual(state)
        }
        await expect(redo(world, ANNE, set)).rejects.toThrow('Il n’y a rien à rétablir.')
      }),
      { numRuns: engine === 'sqlite' ? 40 : 10 },
    )
    expect(await verifyChain(world.db, ANNE.insee)).not.toHaveProperty('broken')
  })

  test('a step of hands that goes takes what was typed in the rows added in it, and gives it back as it was', async () => {
    const { world } = await open()
    await aTown(world)
    await act(world, ANNE, 'p', { type: 'add-row', hand: 'main', row: 'a', cells: {} })
    const typed = { row: { key: { '#saisie': 'a' } }, column: 'b', seen: '', to: 'x' }
    await act(world, ANNE, 'p', { type: 'cells', hand: 'main', cells: [typed] })
    const before = await stateOf(world, SET)
    await act(world, ANNE, 'p', { type: 'remove-step', id: 'main' })
    expect(await stateOf(world, SET)).toMatchObject({ cells: [], rows: [] })
    await undo(world, ANNE, 'commerces')
    expect(await stateOf(world, SET)).toEqual(before)
  })

  test('a new act after an undo leaves nothing to redo', async () => {
    const { world } = await open()
    await aTown(world)
    const write = (to: string): Act => ({
      type: 'cells',
      hand: 'main',
      cells: [{ row: { key: { id: 'a' } }, column: 'b', seen: to === 'x' ? '' : 'x', to }],
    })
    await act(world, ANNE, 'p', write('x'))
    await act(world, ANNE, 'p', write('y'))
    const undone = await undo(world, ANNE, 'commerces')
    expect(undone.note).toBe('Annulé : Corrigé à la main : « b » de « a », « x » devient « y »')
    await act(world, ANNE, 'p', write('z'))
    await expect(redo(world, ANNE, 'commerces')).rejects.toThrow('Il n’y a rien à rétablir.')
    expect((await entriesAfter(world.db, ANNE.insee, SET, 0)).map(entry => entry.act)).toEqual([
      'cells',
      'cells',
      'undo',
      'cells',
    ])
  })
})
