import { describe, expect, it } from 'vitest'
import { firstFree, openHand } from './hand.ts'
import type { RecipeStep } from './step.ts'

const drop = (id: string, off?: true): RecipeStep => ({
  id,
  step: { type: 'drop', columns: [] },
  reason: '',
  ...(off && { off }),
})
const hand = (id: string, off?: true): RecipeStep => ({
  id,
  step: { type: 'by-hand', corrections: [], deleted: [], added: [] },
  reason: '',
  ...(off && { off }),
})

describe('the step where hands write', () => {
  it('is the last step when hands already wrote there, else a new one at the end', () => {
    expect(openHand([])).toBe('main')
    expect(openHand([drop('e1'), drop('e2')])).toBe('main-e2')
    expect(openHand([drop('e1'), hand('main-e1')])).toBe('main-e1')
    expect(openHand([hand('main'), drop('e1')])).toBe('main-e1')
  })

  it('is never a step that is switched off, and comes after those that are', () => {
    expect(openHand([drop('e1'), hand('main-e1', true)])).toBe('main-main-e1')
    expect(openHand([drop('e1'), drop('e2', true)])).toBe('main-e2')
  })

  it('has an id that no step has, short enough for an act', () => {
    expect(openHand([hand('main-e1'), drop('e1')])).toBe('main-e1-2')
    const long = 'e'.repeat(80)
    const id = openHand([drop(long)])
    expect(id).toHaveLength(80)
    const next = firstFree(`main-${long}`, new Set([id]))
    expect(next).not.toBe(id)
    expect(next.length).toBeLessThanOrEqual(80)
  })

  it('stays the same once it is written', () => {
    const steps = [drop('e1'), drop('e2', true)]
    const id = openHand(steps)
    expect(openHand([...steps, hand(id)])).toBe(id)
  })
})
