import { type RowRef, type Table, tableFromRows } from '../../table/table.ts'
import { quoted } from '../../values/quoted.ts'
import { indexOf, replaceAt, rowRecord, stack, takeRows, withCells } from '../edit.ts'
import { describeIdentity, identityFinder, rowIdentities } from '../identity.ts'
import type { LostCorrection, Question, SetAsideRow, StepResult } from '../outcome.ts'
import type { AddedRow, Correction, RowIdentity, Step } from '../step.ts'
import type { RowWorld } from './rows.ts'

type ByHand = Extract<Step, { type: 'by-hand' }>
type Lost = Omit<LostCorrection, 'step'>
type Find = (identity: RowIdentity) => number | undefined

/** Where rows typed on the sheet come from. */
export const TYPED = 'saisie'

/** Everything that hands did on one table: corrected, then deleted, then added. A thousand corrections cost one pass. */
export function byHand(table: Table, step: ByHand, world: RowWorld): StepResult {
  const find = identityFinder(table)
  const corrected = correct(table, step.corrections, find)
  const deleted = findDeleted(table, step.deleted, find, world)
  const kept = table.rows.flatMap((_, row) => (deleted.rows.has(row) ? [] : [row]))
  const left = deleted.rows.size === 0 ? corrected.table : takeRows(corrected.table, kept)
  return {
    table: withAdded(left, step.added),
    changed: corrected.changed,
    added: step.added.length,
    setAside: setAside(table, corrected.table, deleted.rows, world),
    lost: [...corrected.lost, ...deleted.lost],
    questions: moved(corrected.questions, kept),
  }
}

/** Every correction is against the table as it came; of two of the same cell, the last one. */
function correct(table: Table, corrections: readonly Correction[], find: Find) {
  const wanted = new Map<number, Map<number, Correction>>()
  const lost: Lost[] = []
  for (const correction of corrections) {
    const row = find(correction.row)
    const at = indexOf(table, correction.column)
    if (row === undefined || at < 0) lost.push(lostCorrection(correction, row === undefined))
    else if (wanted.has(at)) wanted.get(at)!.set(row, correction)
    else wanted.set(at, new Map([[row, correction]]))
  }
  const questions: Question[] = []
  let changed = 0
  let result = table
  for (const [at, ofColumn] of wanted) {
    const cells = [...table.columns[at]!.cells]
    for (const [row, correction] of ofColumn) {
      const now = cells[row]!
      if (now === correction.to) continue
      cells[row] = correction.to
      changed++
      if (now !== correction.was) questions.push(sourceMoved(table, row, correction, now))
    }
    result = replaceAt(result, at, withCells(table.columns[at]!, cells))
  }
  return { table: result, changed, lost, questions }
}

const lostCorrection = ({ row, column, to }: Correction, noRow: boolean): Lost => ({
  row,
  column,
  to,
  reason: noRow
    ? `La ligne ${describeIdentity(row)} n’est pas dans ce fichier.`
    : `La colonne « ${column} » n’est pas dans ce fichier.`,
})

const said = (text: string): string => (text.trim() === '' ? '(rien)' : quoted(text))

/** The correction stays, for a person chose it; that the source changed under it is told and asked. */
export const sourceMoved = (table: Table, row: number, { column, was, to }: Correction, now: string): Question => ({
  row,
  line: table.rows[row]!.line,
  column,
  value: to,
  question:
    `La source dit maintenant ${said(now)} ; elle disait ${said(was)} quand vous avez corrigé en ${said(to)}. ` +
    'Votre correction est gardée : est-elle encore juste ?',
  stays: true,
})

/** Rows named as they were before the corrections; those that a later step restores are not deleted. */
function findDeleted(table: Table, deleted: readonly RowIdentity[], find: Find, { restored }: RowWorld) {
  const rows = new Set<number>()
  const lost: Lost[] = []
  for (const row of deleted) {
    const at = find(row)
    if (at === undefined)
      lost.push({ row, reason: `La ligne ${describeIdentity(row)}, retirée à la main, n’est pas dans ce fichier.` })
    else if (!restored.rescues(table, at)) rows.add(at)
  }
  return { rows, lost }
}

/** Named as before the corrections, which is how `restore-row` finds them; their cells as they were corrected. */
function setAside(table: Table, corrected: Table, gone: ReadonlySet<number>, world: RowWorld): SetAsideRow[] {
  if (gone.size === 0) return []
  const identities = rowIdentities(table, world.model, world.generated)
  return [...gone].map(row => ({
    ref: table.rows[row]!,
    identity: identities[row]!,
    reason: 'ligne retirée à la main',
    cells: rowRecord(corrected, row),
  }))
}

/** Cells of an added row in columns that the table has not are new columns: nothing typed is dropped. */
function withAdded(table: Table, added: readonly AddedRow[]): Table {
  if (added.length === 0) return table
  const names = [...new Set(added.flatMap(({ cells }) => Object.keys(cells)))]
  const { columns } = tableFromRows(
    names,
    // A column may be named `constructor`: only what the row holds itself was typed.
    added.map(({ cells }) => names.map(name => (Object.hasOwn(cells, name) ? cells[name]! : ''))),
  )
  const rows = added.map(({ id }, at): RowRef => ({ source: TYPED, sheet: id, line: at + 1 }))
  return stack(table, { columns, rows })
}

/** Questions about rows that are still there, at their new places. */
function moved(questions: readonly Question[], kept: readonly number[]): Question[] {
  if (questions.length === 0) return []
  const places = new Map(kept.map((row, at) => [row, at]))
  return questions.flatMap(question => {
    const row = places.get(question.row!)
    return row === undefined ? [] : [{ ...question, row }]
  })
}
