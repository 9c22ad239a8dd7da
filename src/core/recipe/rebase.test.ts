import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openHand } from './hand.ts'
import { rebase } from './rebase.ts'
import type { RecipeStep, Step } from './step.ts'

const one = (id: string, step: Step, more: Partial<RecipeStep> = {}): RecipeStep => ({ id, step, reason: '', ...more })
const date = (column: string): Step => ({ type: 'normalise', column, kind: 'date' })
const put = (column: string, value: string): Step => ({ type: 'add-constant', column, value })
const map = (...pairs: [string, string][]): Step => ({
  type: 'map',
  columns: pairs.map(([from, to]) => ({ from, to })),
})
const hands: Step = {
  type: 'by-hand',
  corrections: [{ row: { key: { nom: 'Chêne' } }, column: 'ville', was: '', to: 'Épône' }],
  deleted: [],
  added: [],
}
const off = { off: true } as const
/** « id », « id (off) » of each step, in order. */
const list = (steps: readonly RecipeStep[]) => steps.map(({ id, off }) => (off ? `${id} (off)` : id))

const last = [one('e1', { type: 'select-table' }), one('e2', date('pose')), one('e3', put('insee', '78217'), off)]

describe('the next proposal', () => {
  it('is the first one when there was none', () => {
    expect(rebase([], [], last)).toEqual(last)
  })

  it('is taken as it is when nobody decided anything, each known step under its id', () => {
    const next = [one('e1', { type: 'select-table' }), one('e2', put('insee', '78217')), one('e3', date('fin'))]
    const steps = rebase(last, last, next)
    expect(list(steps)).toEqual(['e1', 'e3', 'e3-2'])
    expect(steps.map(({ step }) => step)).toEqual(next.map(({ step }) => step))
  })

  it('leaves on what was switched on, and off what was switched off', () => {
    const [table, pose, insee] = last as [RecipeStep, RecipeStep, RecipeStep]
    const { off: _, ...on } = insee
    expect(list(rebase(last, [table, { ...pose, ...off }, on], last))).toEqual(['e1', 'e2 (off)', 'e3'])
  })

  it('does not propose again what was taken out', () => {
    expect(list(rebase(last, last.slice(1), last))).toEqual(['e2', 'e3 (off)'])
  })

  it('keeps what was decided on even when it is no longer proposed, and drops what nobody touched', () => {
    const [table, pose, insee] = last as [RecipeStep, RecipeStep, RecipeStep]
    const { off: _, ...on } = insee
    expect(list(rebase(last, [table, pose, on], [table]))).toEqual(['e1', 'e3'])
  })

  it('keeps changes field by field, and pair by pair', () => {
    const was = [one('e1', map(['Nom', 'nom'], ['Tel', 'tel'], ['Vieux', 'date'])), one('e2', put('insee', '78217'))]
    const mine = [
      one('e1', map(['Nom', 'titre'], ['Vieux', 'date'], ['Web', 'site'])),
      one('e2', put('insee', '78000')),
    ]
    const next = [
      one('x1', map(['Nom', 'nom'], ['Tel', 'tel'], ['Neuf', 'date'], ['Site', 'site'])),
      one('x2', put('insee', '78217')),
    ]
    const [mapped, constant] = rebase(was, mine, next)
    expect(mapped).toEqual(one('e1', map(['Nom', 'titre'], ['Neuf', 'date'], ['Web', 'site'])))
    expect(constant).toEqual(mine[1])
  })

  it('keeps the table that was chosen whole, and the ids that were given', () => {
    const table = (sheet: string, headerRow: number, source: string) =>
      one('e1', { type: 'select-table', sheet, headerRow, source })
    const [chosen] = rebase([table('A', 1, 'a')], [table('B', 1, 'a')], [table('A', 3, 'b')])
    expect(chosen).toEqual(table('B', 1, 'b'))
    const ids = (id: string) =>
      one('e1', {
        type: 'generate-ids',
        column: 'id',
        pattern: 'P{number}',
        assigned: [{ row: { key: { nom: 'a' } }, id }],
      })
    expect(rebase([ids('P1')], [ids('P7')], [ids('P2')])).toEqual([ids('P7')])
  })

  it('leaves hands last, where they write, and what was added in the middle in its place', () => {
    const mine = [last[0]!, one('m1', put('a', 'b')), last[1]!, last[2]!, one('main-e3', hands), one('m2', date('x'))]
    const next = [one('e1', { type: 'select-table' }), one('e2', date('fin')), one('e3', date('pose'))]
    expect(list(rebase(last, mine, next))).toEqual(['e1', 'm1', 'e2-2', 'e2', 'main-e3', 'm2'])
    const written = [...last, one('main-e3', hands)]
    expect(openHand(rebase(last, written, next))).toBe('main-e3')
  })

  it('does not repeat what the person had added herself', () => {
    const mine = [...last, one('m1', date('fin'))]
    const next = [...last, one('e4', date('fin'))]
    expect(list(rebase(last, mine, next))).toEqual(['e1', 'e2', 'e3 (off)', 'm1'])
  })

  it('keeps the order that the person gave', () => {
    const [table, pose, insee] = last as [RecipeStep, RecipeStep, RecipeStep]
    const next = [table, pose, one('e9', date('fin')), insee]
    expect(list(rebase(last, [table, insee, pose], next))).toEqual(['e1', 'e3 (off)', 'e9', 'e2'])
  })

  it('gives no new step an id that was ever used', () => {
    expect(list(rebase([], [], [one('e1', date('a'))], ['e1', 'e1-2']))).toEqual(['e1-3'])
  })
})

describe('properties', () => {
  const subjects = ['a', 'b', 'c', 'd', 'e', 'f']
  const vocabulary: Step[] = subjects.flatMap(column => [date(column), put(column, '1'), put(column, '2')])
  /** A recipe where each step is about something else. */
  const steps = fc
    .uniqueArray(fc.constantFrom(...vocabulary), {
      maxLength: 8,
      selector: step => ('column' in step ? `${step.type} ${step.column}` : step.type),
    })
    .chain(chosen => fc.tuple(...chosen.map(step => fc.record({ step: fc.constant(step), off: fc.boolean() }))))
  const recipe = (prefix: string) =>
    steps.map(all => all.map(({ step, off: isOff }, n) => one(`${prefix}${n}`, step, isOff ? off : {})))
  const decisions = fc.record({
    switched: fc.array(fc.nat(7)),
    removed: fc.array(fc.nat(7), { maxLength: 3 }),
    added: fc.array(fc.nat(8), { maxLength: 2 }),
    moved: fc.boolean(),
  })
  interface Decisions {
    readonly switched: readonly number[]
    readonly removed: readonly number[]
    readonly added: readonly number[]
    readonly moved: boolean
  }
  const decide = (from: readonly RecipeStep[], { switched, removed, added, moved }: Decisions) => {
    const turned = from.map((step, n): RecipeStep => {
      if (!switched.includes(n)) return step
      const { off: isOff, ...rest } = step
      return isOff ? rest : { ...rest, ...off }
    })
    const left = turned.filter((_, n) => !removed.includes(n))
    if (moved) left.reverse()
    for (const [n, at] of added.entries())
      left.splice(at, 0, one(`h${n}`, n === 0 ? hands : { type: 'fill-down', column: `own${n}` }))
    return left
  }
  const subjectOf = ({ step }: RecipeStep) => `${step.type} ${'column' in step ? step.column : ''}`

  it('no decision is lost', () => {
    fc.assert(
      fc.property(recipe('l'), decisions, recipe('n'), (was, decided, next) => {
        const mine = decide(was, decided)
        const result = rebase(was, mine, next)
        const byId = new Map(result.map(step => [step.id, step]))
        expect(byId.size).toBe(result.length)
        const before = new Map(was.map(step => [step.id, step]))
        for (const step of mine) {
          const old = before.get(step.id)
          if (!old) expect(byId.get(step.id)).toEqual(step)
          else if (old.off !== step.off) expect(byId.get(step.id)?.off).toBe(step.off)
        }
        const there = new Set(mine.map(subjectOf))
        for (const step of was)
          if (!there.has(subjectOf(step))) expect(result.map(subjectOf)).not.toContain(subjectOf(step))
      }),
    )
  })

  it('without decision, the result says what the next proposal says', () => {
    fc.assert(
      fc.property(recipe('l'), recipe('n'), (was, next) => {
        const bare = (all: readonly RecipeStep[]) => all.map(({ id, ...rest }) => rest)
        expect(bare(rebase(was, was, next))).toEqual(bare(next))
      }),
    )
  })

  it('the same proposal again changes nothing', () => {
    fc.assert(
      fc.property(recipe('l'), decisions, recipe('n'), (was, decided, next) => {
        const mine = decide(was, decided)
        expect(rebase(was, mine, was)).toEqual(mine)
        const result = rebase(was, mine, next)
        expect(rebase(next, result, next)).toEqual(result)
      }),
    )
  })
})
