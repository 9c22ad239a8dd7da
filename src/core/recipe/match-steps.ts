import type { RecipeStep, Step } from './step.ts'

/**
 * The steps of one recipe that are also in another, each with its other: those that say the same first, then those that do the same thing to the
 * same columns. Ids are not looked at, for each proposal numbers its steps anew; but for `by-hand`, whose id is what cells refer to.
 */
export function matchSteps(left: readonly RecipeStep[], right: readonly RecipeStep[]): Map<RecipeStep, RecipeStep> {
  const pairs = new Map<RecipeStep, RecipeStep>()
  const taken = new Set<RecipeStep>()
  for (const nameOf of [sayingOf, subjectOf]) {
    const free = new Map<string, RecipeStep[]>()
    for (const one of right) {
      if (taken.has(one)) continue
      const name = nameOf(one)
      free.set(name, [...(free.get(name) ?? []), one])
    }
    for (const one of left) {
      const other = pairs.has(one) ? undefined : free.get(nameOf(one))?.shift()
      if (!other) continue
      pairs.set(one, other)
      taken.add(other)
    }
  }
  return pairs
}

/** All that a step says, whatever the order of its keys. Ids that a replay gave are not a decision. */
export const sayingOf = ({ id, step }: RecipeStep): string => {
  if (step.type === 'by-hand') return `by-hand ${id}`
  return canonical(step.type === 'generate-ids' ? { ...step, assigned: undefined } : step)
}

export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inside: unknown) =>
    typeof inside === 'object' && inside !== null && !Array.isArray(inside)
      ? Object.fromEntries(Object.entries(inside).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inside,
  )

const subjectOf = ({ id, step }: RecipeStep): string =>
  canonical([step.type, ...(step.type === 'by-hand' ? [id] : subject(step))])

/** What a step is about: the columns that it changes, the file that it brings, the row that it corrects. */
function subject(step: Exclude<Step, { type: 'by-hand' }>): readonly unknown[] {
  switch (step.type) {
    case 'select-table':
    case 'map':
    case 'arrange':
      return []
    case 'rename':
      return [step.from]
    case 'normalise':
      return [step.column, step.kind]
    case 'split':
    case 'split-address':
    case 'add-constant':
    case 'fill':
    case 'fill-down':
    case 'ditto':
    case 'convert-unit':
    case 'replace-values':
    case 'cluster':
    case 'filter':
    case 'generate-ids':
    case 'hours':
    case 'split-lonlat':
      return [step.column]
    case 'join':
    case 'join-lonlat':
      return [step.into]
    case 'drop':
    case 'deduplicate':
    case 'geocode':
      return [step.columns]
    case 'reproject':
    case 'swap-lonlat':
      return [step.longitude, step.latitude]
    case 'merge':
    case 'append':
      return [step.source, step.sheet, step.headerRow, step.rank]
    case 'pivot-long':
      return [step.names, step.values]
    case 'correct-cell':
      return [step.row, step.column]
    case 'delete-row':
    case 'restore-row':
      return [step.row]
  }
}
