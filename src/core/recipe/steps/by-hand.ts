import type { RowRef, Table } from '../../table/table.ts'
import { quoted } from '../../values/quoted.ts'
import { indexOf, replaceAt, takeRows, withCells } from '../edit.ts'
import { describeIdentity, identityFinder, rowIdentities } from '../identity.ts'
import type { LostCorrection, Question, SetAsideRow, StepResult } from '../outcome.ts'
import type { AddedRow, Correction, RowIdentity, Step } from '../step.ts'
import type { RowWorld } from './rows.ts'

type ByHand = Extract<Step, { type: 'by-hand' }>
type Lost = Omit<LostCorrection, 'step'>

/** Where rows typed on the sheet come from. */
export const TYPED = 'saisie'

/** Everything that hands did on one table: corrected, then deleted, then added. A thousand corrections cost one pass. */
export function byHand(table: Table, step: ByHand, world: RowWorld): StepResult {
  const find = identityFinder(table)
  const corrected = correct(table, step.corrections, find)
  const left = withoutDeleted(corrected.table, table, step.deleted, find, world)
  const done = withAdded(left.table, step.added)
  return {
    table: done,
    changed: corrected.changed,
    added: step.added.length,
    setAside: left.setAside,
    lost: [...corrected.lost, ...left.lost],
    questions: corrected.questions.flatMap(question => moved(question, corrected.table, done)),
  }
}

type Find = (identity: RowIdentity) => number | undefined

function correct(table: Table, corrections: readonly Correction[], find: Find) {
  const cells = new Map<number, string[]>()
  const lost: Lost[] = []
  const questions: Question[] = []
  let changed = 0
  for (const correction of corrections) {
    const row = find(correction.row)
    const at = indexOf(table, correction.column)
    if (row === undefined || at < 0) {
      lost.push(lostCorrection(correction, row === undefined))
      continue
    }
    const now = table.columns[at]!.cells[row]!
    if (now === correction.to) continue
    if (!cells.has(at)) cells.set(at, [...table.columns[at]!.cells])
    cells.get(at)![row] = correction.to
    changed++
    if (now !== correction.was) questions.push(sourceMoved(table, row, correction, now))
  }
  const result = [...cells].reduce((one, [at, texts]) => replaceAt(one, at, withCells(one.columns[at]!, texts)), table)
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

/** Identities are those of the table before the corrections. */
function withoutDeleted(
  corrected: Table,
  base: Table,
  deleted: readonly RowIdentity[],
  find: Find,
  world: RowWorld,
): { table: Table; setAside: SetAsideRow[]; lost: Lost[] } {
  if (deleted.length === 0) return { table: corrected, setAside: [], lost: [] }
  const gone = new Set<number>()
  const lost: Lost[] = []
  for (const row of deleted) {
    const at = find(row)
    if (at === undefined)
      lost.push({ row, reason: `La ligne ${describeIdentity(row)}, retirée à la main, n’est pas dans ce fichier.` })
    else if (!world.restored.rescues(base, at)) gone.add(at)
  }
  const identities = rowIdentities(base, world.model, world.generated)
  const all = base.rows.map((_, row) => row)
  return {
    table: takeRows(
      corrected,
      all.filter(row => !gone.has(row)),
    ),
    setAside: [...gone].map(row => ({
      ref: base.rows[row]!,
      identity: identities[row]!,
      reason: 'ligne retirée à la main',
      cells: Object.fromEntries(base.columns.map(column => [column.name, column.cells[row] ?? ''])),
    })),
    lost,
  }
}

/** Cells of an added row in columns that the table has not are new columns: nothing typed is dropped. */
function withAdded(table: Table, added: readonly AddedRow[]): Table {
  if (added.length === 0) return table
  const names = new Set(table.columns.map(({ name }) => name))
  const more = [...new Set(added.flatMap(({ cells }) => Object.keys(cells)))].filter(name => !names.has(name))
  const blank = table.rows.map(() => '')
  const columns = [...table.columns, ...more.map(name => ({ name, cells: blank }))]
  return {
    columns: columns.map(({ name, ...column }) => {
      const cells = [...column.cells, ...added.map(row => row.cells[name] ?? '')]
      return 'natives' in column && column.natives
        ? { name, cells, natives: [...column.natives, ...added.map(() => undefined)] }
        : { name, cells }
    }),
    rows: [...table.rows, ...added.map(({ id }, at): RowRef => ({ source: TYPED, sheet: id, line: at + 1 }))],
  }
}

/** A question about a row that is still there, at its new place. */
function moved(question: Question, from: Table, to: Table): Question[] {
  const row = to.rows.indexOf(from.rows[question.row!]!)
  return row < 0 ? [] : [{ ...question, row }]
}
