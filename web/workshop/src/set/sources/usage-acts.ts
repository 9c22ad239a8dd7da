import type { Act } from '../../../../../src/contract/sets.ts'
import type { RecipeStep, Step } from '../../../../../src/core/recipe/step.ts'
import { addStep, afterGathering, changeStep, type NewId, removeStep, switchStep } from '../shared/edits.ts'
import { quoted } from '../shared/words.ts'
import type { TableUse } from './usage.ts'

export type Wanted = 'main' | 'below' | 'merged' | 'unused'

interface Known {
  readonly steps: readonly RecipeStep[]
  readonly newId: NewId
  /** The first file, which steps name ''. */
  readonly first: string
}

type Pair = { readonly from: string; readonly to: string }

/** Another use of a table. `columns`: names of the model for its columns, when some are known. */
export function otherUse(
  { steps, newId, first }: Known,
  table: TableUse,
  wanted: Wanted,
  columns: readonly Pair[] = [],
): Act[] {
  const { use } = table
  if (use.as === wanted && (use.as === 'main' || use.as === 'unused' || use.on)) return []
  if (wanted === 'main') return [...withoutStep(table), ...select(steps, newId, table)]
  if (use.as === 'main') return []
  if (wanted === 'unused') return use.as === 'unused' ? [] : [switchStep(use.step, false)]
  if (use.as === wanted) return [switchStep(use.step, true)]
  const step = bringIn(table, wanted, columnsOf(steps, table) ?? columns, first)
  const reason = `Les lignes de ${placeOf(table)} ${wanted === 'below' ? 'sont ajoutées dessous' : 'sont rapprochées des premières'}.`
  if (use.as === 'unused') return [addStep(newId(), step, reason, afterGathering(steps))]
  return [changeStep(use.step, step, reason), ...(use.on ? [] : [switchStep(use.step, true)])]
}

const withoutStep = ({ use }: TableUse): Act[] => ('step' in use ? [removeStep(use.step)] : [])

function select(steps: readonly RecipeStep[], newId: NewId, table: TableUse): Act[] {
  const step: Step = { type: 'select-table', ...located(table) }
  const before = steps.find(({ step: { type } }) => type === 'select-table')
  const reason = `Partir de ${placeOf(table)}.`
  return before ? [changeStep(before.id, step, reason)] : [addStep(newId(), step, reason, steps[0]?.id)]
}

function columnsOf(steps: readonly RecipeStep[], { use }: TableUse): readonly Pair[] | undefined {
  const step = 'step' in use ? steps.find(({ id }) => id === use.step)?.step : undefined
  return step?.type === 'merge' || step?.type === 'append' ? step.columns : undefined
}

function bringIn(table: TableUse, as: 'below' | 'merged', columns: readonly Pair[], first: string): Step {
  const place = {
    ...located(table),
    source: table.source === first ? '' : table.source,
    ...(columns.length > 0 && { columns }),
  }
  return as === 'below'
    ? { type: 'append', ...place }
    : { type: 'merge', ...place, key: 'auto', prefer: 'left', keep: 'both' }
}

const located = ({ sheet, headerRow, rank }: TableUse) => ({
  ...(sheet !== undefined && { sheet }),
  ...(headerRow !== undefined && { headerRow }),
  ...(rank !== undefined && { rank }),
})

const placeOf = ({ sheet, source }: TableUse): string =>
  sheet === undefined ? `ce fichier (${source.slice(0, 40)})` : `la feuille ${quoted(sheet)}`

/** Yes or no to « are these the same? ». */
export function decidePair(
  steps: readonly RecipeStep[],
  id: string,
  pair: { left: unknown; right: unknown },
  same: boolean,
): Act[] {
  const step = steps.find(one => one.id === id)?.step
  if (step?.type !== 'merge') return []
  const key = same ? 'confirmed' : 'refused'
  return [changeStep(id, { ...step, [key]: [...(step[key] ?? []), pair] } as Step)]
}
