import type { Model } from '../../models/model.ts'
import type { Table } from '../../table/table.ts'
import { indexOf, rowRecord, takeRows } from '../edit.ts'
import { describeIdentity, identityFinder, rowIdentities } from '../identity.ts'
import { type SetAsideRow, type StepResult, unchanged } from '../outcome.ts'
import type { Condition, RowIdentity, Step } from '../step.ts'
import { missing } from './columns.ts'

type Of<Type extends Step['type']> = Extract<Step, { type: Type }>

/** What the steps that leave rows out need: the model, for identities, and the rows that a later step restores. */
export interface RowWorld {
  readonly model: Model
  /** Columns whose ids the recipe gave itself: they follow the order of rows, so they tell no row apart next year. */
  readonly generated: readonly string[]
  /** Identities that `restore-row` steps further on in the recipe bring back: they are simply not set aside. */
  readonly restored: Restored
}

export interface Restored {
  /** True when one of the later steps restores this row; remembers that it was of use. */
  rescues(table: Table, row: number): boolean
}

/** Leaves out the rows that the condition does not keep, each with its reason. */
export function filterRows(table: Table, step: Of<'filter'>, world: RowWorld): StepResult {
  const at = indexOf(table, step.column)
  if (at < 0) return unchanged(table, missing(step.column))
  const cells = table.columns[at]!.cells
  const kept = keeper(step.keep)
  return leaveOut(table, world, row => (kept(cells[row]!) ? undefined : filterReason(step, cells[row]!)))
}

function keeper(keep: Condition): (text: string) => boolean {
  switch (keep.type) {
    case 'in': {
      const values = new Set(keep.values.map(value => value.trim()))
      return text => values.has(text.trim())
    }
    case 'not-in': {
      const values = new Set(keep.values.map(value => value.trim()))
      return text => !values.has(text.trim())
    }
    case 'not-empty':
      return text => text.trim() !== ''
  }
}

const filterReason = (step: Of<'filter'>, text: string): string =>
  text.trim() === '' ? `« ${step.column} » est vide` : `« ${step.column} » vaut « ${text.trim()} »`

/** Keeps the first of the rows that say the same in these columns. A row empty in all of them is nobody's double. */
export function deduplicate(table: Table, step: Of<'deduplicate'>, world: RowWorld): StepResult {
  const cells = step.columns.map(name => table.columns[indexOf(table, name)]?.cells)
  const absent = step.columns.find((_, c) => cells[c] === undefined)
  if (absent !== undefined) return unchanged(table, missing(absent))
  const first = new Map<string, number>()
  return leaveOut(table, world, row => {
    const key = cells.map(column => column![row]!.trim())
    if (key.every(text => text === '')) return undefined
    const text = JSON.stringify(key)
    const twin = first.get(text)
    if (twin === undefined) first.set(text, row)
    return twin === undefined ? undefined : `doublon de la ligne ${table.rows[twin]!.line}`
  })
}

/** `row` is named by its identity at this moment of the recipe. */
export function deleteRow(table: Table, step: Of<'delete-row'>, world: RowWorld): StepResult {
  const found = identityFinder(table)(step.row)
  if (found === undefined) return { ...unchanged(table), lost: [lostDeletion(step.row)] }
  return leaveOut(table, world, row => (row === found ? 'ligne retirée à la main' : undefined))
}

const lostDeletion = (row: RowIdentity) => ({
  row,
  reason: `La ligne ${describeIdentity(row)}, retirée à la main, n’est pas dans ce fichier.`,
})

function leaveOut(table: Table, world: RowWorld, why: (row: number) => string | undefined): StepResult {
  const keep: number[] = []
  const out: { row: number; reason: string }[] = []
  for (let row = 0; row < table.rows.length; row++) {
    const reason = why(row)
    if (reason === undefined || world.restored.rescues(table, row)) keep.push(row)
    else out.push({ row, reason })
  }
  if (out.length === 0) return { table, changed: 0 }
  const identities = rowIdentities(table, world.model, world.generated)
  const setAside = out.map(({ row, reason }): SetAsideRow => {
    return { ref: table.rows[row]!, identity: identities[row]!, reason, cells: rowRecord(table, row) }
  })
  return { table: takeRows(table, keep), changed: 0, setAside }
}
