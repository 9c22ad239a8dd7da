import type { Model, Town } from '../models/model.ts'
import type { AddressIndex } from '../places/address-index.ts'
import type { Communes } from '../places/communes/index.ts'
import { type RowRef, type Table, tableFromRows } from '../table/table.ts'
import { tidyText } from '../values/text.ts'
import { identityFinder } from './identity.ts'
import type {
  AssignedId,
  LostCorrection,
  Question,
  SetAsideRow,
  StepOutcome,
  StepResult,
  StepWorld,
} from './outcome.ts'
import { findSource, type Sources } from './sources.ts'
import type { Correction, Recipe, RecipeStep, RowIdentity } from './step.ts'
import { type ApplyWorld, applyStep } from './steps/apply.ts'
import type { Restored } from './steps/rows.ts'

export interface ReplayWorld {
  readonly model: Model
  readonly addresses?: AddressIndex
  readonly communes?: Communes
  readonly town?: Town
}

/** The table that a recipe makes of its sources, and everything that it did on the way. Rows in = rows out + rows set aside. */
export interface Replayed {
  readonly table: Table
  readonly applied: readonly StepOutcome[]
  /** Rows left out by a filter, a deduplication, a deletion or a merge, with their cells. */
  readonly setAside: readonly SetAsideRow[]
  /** Hand corrections that no longer find their row. */
  readonly lost: readonly LostCorrection[]
  readonly questions: readonly Question[]
  /** French sentences: what did not go as the recipe says. */
  readonly remarks: readonly string[]
  /** Columns of ids that the recipe gave itself: no identity for hand corrections (see identity.ts). */
  readonly generated: readonly string[]
  /** Ids given, by the step that gave them: see `rememberIds`. */
  readonly assigned: ReadonlyMap<string, readonly AssignedId[]>
}

/** The recipe with the ids that a replay gave, so that each row finds its own again next year. */
export const rememberIds = (recipe: Recipe, { assigned }: Pick<Replayed, 'assigned'>): Recipe => ({
  ...recipe,
  steps: recipe.steps.map(one => {
    const ids = assigned.get(one.id)
    return ids && one.step.type === 'generate-ids' ? { ...one, step: { ...one.step, assigned: ids } } : one
  }),
})

/** Pure: the same sources, recipe and world give the same table, to the byte. Steps switched off are as if they were not there. */
export function replay(recipe: Recipe, sources: Sources, world: ReplayWorld): Replayed {
  const first = findSource(sources, {})?.table ?? tableFromRows([], [])
  return replayFrom(first, recipe.steps, { ...world, sources })
}

/** The same from a table that is already there: what `propose` does to see what its steps give. */
export function replayFrom(start: Table, steps: readonly RecipeStep[], world: StepWorld): Replayed {
  const on = steps.filter(step => !step.off)
  const rescue = restorations(on)
  const run: Run = {
    table: start,
    applied: [],
    setAside: [],
    lost: [],
    questions: [],
    remarks: [],
    generated: [],
    assigned: new Map(),
  }
  on.forEach((one, at) => {
    const applyWorld: ApplyWorld = { ...world, generated: run.generated, restored: rescue.after(at) }
    record(run, one, applyStep(run.table, one.step, applyWorld))
  })
  return { ...run, questions: stillOpen(run), lost: [...run.lost, ...rescue.useless()] }
}

/** Questions of rows that remain, with their row in the final table, and whose cell nobody has corrected since. */
function stillOpen(run: Run): Question[] {
  if (run.questions.length === 0) return []
  const rows = new Map(run.table.rows.map((ref, row) => [ref, row]))
  const cells = new Map(run.table.columns.map(column => [column.name, column.cells]))
  return run.questions.flatMap(({ ref, ...question }) => {
    if (!ref) return [question]
    const row = rows.get(ref)
    if (row === undefined) return []
    const text = question.stays ? undefined : cells.get(question.column)?.[row]
    const corrected = text !== undefined && tidyText(text) !== tidyText(question.value)
    return corrected ? [] : [{ ...question, row }]
  })
}

/** Cells corrected by hand are no longer asked about. */
function withoutAnswered({ table, questions }: Run, corrections: readonly Pick<Correction, 'row' | 'column'>[]) {
  if (questions.length === 0 || corrections.length === 0) return questions
  const find = identityFinder(table)
  const answered = new Map<RowRef, Set<string>>()
  for (const { row, column } of corrections) {
    const at = find(row)
    if (at === undefined) continue
    const ref = table.rows[at]!
    answered.set(ref, (answered.get(ref) ?? new Set()).add(column))
  }
  return questions.filter(({ ref, column }) => !(ref && answered.get(ref)?.has(column)))
}

interface Run {
  table: Table
  applied: StepOutcome[]
  setAside: SetAsideRow[]
  lost: LostCorrection[]
  questions: (Question & { ref?: RowRef })[]
  remarks: string[]
  generated: string[]
  assigned: Map<string, readonly AssignedId[]>
}

function record(run: Run, { id, step }: RecipeStep, result: StepResult): void {
  const out = result.setAside ?? []
  run.applied.push({
    id,
    type: step.type,
    changed: result.changed,
    rowsBefore: run.table.rows.length,
    rowsAdded: result.added ?? 0,
    rowsSetAside: out.length,
    rowsAfter: result.table.rows.length,
    dropped: result.dropped ?? [],
    questions: result.questions ?? [],
    notes: result.notes ?? [],
  })
  if (step.type === 'select-table') run.setAside = []
  if (step.type === 'correct-cell') run.questions = withoutAnswered(run, [step])
  if (step.type === 'by-hand') run.questions = withoutAnswered(run, step.corrections)
  if (step.type === 'generate-ids' && result.changed > 0) run.generated.push(step.column)
  if (result.assigned) run.assigned.set(id, result.assigned)
  run.setAside.push(...out)
  run.lost.push(...(result.lost ?? []).map(lost => ({ step: id, ...lost })))
  for (const question of result.questions ?? []) {
    const ref = question.row === undefined ? undefined : result.table.rows[question.row]
    run.questions.push(ref ? { ...question, ref } : question)
  }
  run.remarks.push(...(result.notes ?? []))
  run.table = result.table
}

/** `restore-row` looks back: a row that a later step restores is never set aside, so every step between applies to it too. */
function restorations(steps: readonly RecipeStep[]) {
  const wanted = steps.flatMap(({ id, step }, at) => (step.type === 'restore-row' ? [{ id, at, row: step.row }] : []))
  const useful = new Set<string>()
  return {
    after: (at: number): Restored =>
      rescuer(
        wanted.filter(restore => restore.at > at),
        useful,
      ),
    useless: (): LostCorrection[] =>
      wanted
        .filter(({ id }) => !useful.has(id))
        .map(({ id, row }) => ({ step: id, row, reason: 'La ligne à remettre n’est pas parmi celles mises de côté.' })),
  }
}

function rescuer(wanted: readonly { id: string; row: RowIdentity }[], useful: Set<string>): Restored {
  let rows: Map<number, string> | undefined
  const find = (table: Table) => {
    const finder = identityFinder(table)
    return new Map(wanted.flatMap(({ id, row }) => (finder(row) === undefined ? [] : [[finder(row)!, id] as const])))
  }
  return {
    rescues(table, row) {
      if (wanted.length === 0) return false
      const id = (rows ??= find(table)).get(row)
      if (id !== undefined) useful.add(id)
      return id !== undefined
    },
  }
}
