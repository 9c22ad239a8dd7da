import type { Comparison } from '../../contract/sets.ts'
import { compareTables } from '../../core/recipe/compare.ts'
import { describeIdentity } from '../../core/recipe/identity.ts'
import { type Replayed, rememberIds } from '../../core/recipe/replay.ts'
import type { RecipeStep } from '../../core/recipe/step.ts'
import type { ReadResult } from '../../core/table/read-result.ts'
import { rowCells } from '../../core/table/table.ts'
import { checked } from './check.ts'
import { readContent } from './content.ts'
import { loadSet } from './load.ts'
import type { Task, TaskResult, Tell } from './task.ts'

type Compare = Extract<Task, { type: 'compare' }>

/** What a page can show; the counts are of all. */
const MOST = 2_000

/** What next year's file would give by the same recipe, beside what this year's gives. */
export async function compare(task: Compare, tell: Tell): Promise<TaskResult<'compare'>> {
  const { set, file, instead } = task
  tell(0.1, 'Je refais le tableau d’aujourd’hui.')
  const loaded = await loadSet(set)
  const before = checked(set, loaded)
  tell(0.4, 'Je fais le même travail sur le nouveau fichier.')
  const remembered = rememberIds({ version: 1, model: set.model.id, steps: set.steps }, before.result).steps
  const steps = moveSteps(remembered, task, await readContent(set.contents[instead.place]!), await readContent(file))
  const contents = set.contents.map((content, at) => (at === instead.place ? file : content))
  const next = { ...set, steps, contents }
  const after = checked(next, await loadSet(next))
  tell(0.8, 'Je compare les lignes.')
  return { comparison: comparisonOf(task, before.result, after, steps), steps }
}

function comparisonOf(
  { set, instead }: Compare,
  before: Replayed,
  { result, report }: ReturnType<typeof checked>,
  steps: readonly RecipeStep[],
): Comparison {
  const { columns, added, gone, changed, same } = compareTables(before.table, result.table, set.model, {
    generatedBefore: before.generated,
    generatedAfter: result.generated,
  })
  const names = result.table.columns.map(({ name }) => name)
  const known = new Set(before.remarks)
  return {
    instead: instead.upload,
    counts: { added: added.length, gone: gone.length, changed: changed.length, lost: result.lost.length },
    columns: names,
    added: added.slice(0, MOST).map(row => ({ cells: rowCells(result.table, row) })),
    gone: gone.slice(0, MOST).map(row => ({ cells: cellsIn(before, row, names) })),
    changed: changed.slice(0, MOST).map(({ name, cells }) => ({ name, cells })),
    same,
    held: Math.max(0, handsIn(steps) - result.lost.length),
    lost: result.lost.slice(0, MOST).map(({ row, column, to, reason }) => ({
      row: describeIdentity(row),
      ...(column !== undefined && { column }),
      ...(to !== undefined && { to }),
      reason,
    })),
    remarks: [
      ...columns.onlyBefore.map(name => `La colonne « ${name} » n’est plus dans le tableau.`),
      ...columns.onlyAfter.map(name => `La colonne « ${name} » est nouvelle.`),
      ...result.remarks.filter(remark => !known.has(remark)),
    ],
    report,
  }
}

/** Cells of a row of the old table, under the columns of the new one. */
const cellsIn = ({ table }: Replayed, row: number, names: readonly string[]): string[] =>
  names.map(name => table.columns.find(column => column.name === name)?.cells[row] ?? '')

/** How many things hands did. */
const handsIn = (steps: readonly RecipeStep[]): number =>
  steps.reduce((sum, { step, off }) => {
    if (off) return sum
    if (step.type === 'by-hand') return sum + step.corrections.length + step.deleted.length
    return step.type === 'correct-cell' || step.type === 'delete-row' ? sum + 1 : sum
  }, 0)

/**
 * The steps for the new file. Those that name the old file name the new one; a sheet that has another name this year (« 2026 » for « 2025 ») is the
 * one at the same place, when both files have as many tables.
 */
function moveSteps(
  steps: readonly RecipeStep[],
  { file, instead }: Compare,
  old: ReadResult,
  now: ReadResult,
): RecipeStep[] {
  return steps.map(one => {
    const { step } = one
    if (step.type !== 'select-table' && step.type !== 'append' && step.type !== 'merge') return one
    // Without a source, or with an empty one: the first file.
    const source = step.source || undefined
    if (source === undefined ? instead.place !== 0 : source !== instead.sha256) return one
    const moved = { ...step, ...sheetNow(step, old, now) }
    return { ...one, step: source === undefined ? moved : { ...moved, source: file.sha256 } }
  })
}

function sheetNow({ sheet }: { readonly sheet?: string }, old: ReadResult, now: ReadResult): { sheet?: string } {
  if (sheet === undefined || now.tables.some(table => table.sheet === sheet)) return {}
  const place = old.tables.findIndex(table => table.sheet === sheet)
  const found = old.tables.length === now.tables.length ? now.tables[place]?.sheet : undefined
  return found === undefined || old.tables.some(table => table.sheet === found) ? {} : { sheet: found }
}
