import type { RecipeStep } from './step.ts'

/** Ids travel in addresses and acts: they are kept short (see `id` in src/contract/sets.ts). */
const LONGEST = 80

/**
 * The id of the step where hands write now: the last step when it is a `by-hand` one, else a step that is not in the recipe yet and whose id
 * everybody computes alike, so that two browsers without network write in the same place.
 *
 * A step that is switched off still counts as the last one: were it switched on, it would be applied before what is typed, as the list of steps
 * says. But nothing is ever written in a `by-hand` step that is switched off: what is typed would not be seen.
 */
export function openHand(steps: readonly RecipeStep[]): string {
  const last = steps.at(-1)
  if (last?.step.type === 'by-hand' && !last.off) return last.id
  const taken = new Set(steps.map(({ id }) => id))
  const wanted = last ? `main-${last.id}` : 'main'
  return firstFree(wanted, taken)
}

/** `wanted`, else `wanted-2`, `wanted-3`…: the first that no step has. */
export function firstFree(wanted: string, taken: ReadonlySet<string>): string {
  const short = wanted.slice(0, LONGEST)
  if (!taken.has(short)) return short
  for (let n = 2; ; n++) {
    const id = `${wanted.slice(0, LONGEST - 8)}-${n}`
    if (!taken.has(id)) return id
  }
}
