import type { RecipeStep } from '../../core/recipe/step.ts'

/** The next proposal with what persons decided since the last one: steps switched or taken out stay so, steps that they added stay, after it. */
export function rebase(
  last: readonly RecipeStep[],
  current: readonly RecipeStep[],
  next: readonly RecipeStep[],
): RecipeStep[] {
  const said = ({ step }: RecipeStep) => JSON.stringify(step)
  const before = new Map(last.map(one => [said(one), one]))
  const now = new Map(current.map(one => [said(one), one]))
  const own = current.filter(one => !before.has(said(one)))
  const taken = new Set(own.map(({ id }) => id))
  const kept = next.flatMap(one => {
    const was = before.get(said(one))
    const mine = now.get(said(one))
    if (was && !mine) return []
    const id = mine?.id ?? free(one.id, taken)
    taken.add(id)
    const { off, ...rest } = one
    const isOff = mine && was && mine.off !== was.off ? mine.off : off
    return [{ ...rest, id, ...(isOff && { off: true as const }) }]
  })
  return [...kept, ...own]
}

function free(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id
  for (let n = 2; ; n++) if (!taken.has(`${id}-${n}`)) return `${id}-${n}`
}
