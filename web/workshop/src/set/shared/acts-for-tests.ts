import type { Act } from '../../../../../src/contract/sets.ts'
import type { RecipeStep } from '../../../../../src/core/recipe/step.ts'

/** Acts on steps done on a list of steps, as the server does. */
export const performed = (steps: readonly RecipeStep[], acts: readonly Act[]): RecipeStep[] =>
  acts.reduce<RecipeStep[]>(perform, [...steps])

function perform(steps: RecipeStep[], act: Act): RecipeStep[] {
  switch (act.type) {
    case 'add-step': {
      const at = act.ahead === undefined ? steps.length : steps.findIndex(({ id }) => id === act.ahead)
      if (at < 0) throw new Error(`no step ${act.ahead}`)
      return [...steps.slice(0, at), { id: act.id, step: act.step, reason: act.reason }, ...steps.slice(at)]
    }
    case 'change-step':
      return steps.map(one => (one.id === act.id ? { ...one, step: act.step, reason: act.reason ?? one.reason } : one))
    case 'switch-step':
      return steps.map(({ off: _, ...one }) =>
        one.id === act.id ? (act.on ? one : { ...one, off: true }) : _ ? { ...one, off: true } : one,
      )
    case 'remove-step':
      return steps.filter(({ id }) => id !== act.id)
    default:
      throw new Error(`${act.type} is not an act on steps`)
  }
}
