import type { Column, Table } from '../../table/table.ts'
import { headerKey } from '../mapping/header.ts'
import { type StepResult, unchanged } from '../outcome.ts'
import type { Step } from '../step.ts'

/**
 * Gives columns the model's names, all at once so that two may be exchanged. Cells do not move.
 * In next year's file a header may differ by its case, accents or spaces: it is found all the same, and told.
 * A column that already bears a name that another one takes is kept under « nom (origine) ».
 */
export function mapColumns(table: Table, pairs: Extract<Step, { type: 'map' }>['columns']): StepResult {
  const targets = new Map<number, string>()
  const notes: string[] = []
  for (const { from, to } of pairs) {
    const at = findHeader(table, from, targets)
    if (at === undefined) notes.push(`La colonne « ${from} » n’est pas dans ce fichier : « ${to} » reste à remplir.`)
    else {
      targets.set(at, to)
      if (table.columns[at]!.name !== from)
        notes.push(`La colonne « ${table.columns[at]!.name} » est prise pour « ${from} ».`)
    }
  }
  if (targets.size === 0) return unchanged(table, ...notes)
  return { table: { columns: renamed(table, targets), rows: table.rows }, changed: targets.size, notes }
}

export const renameColumn = (table: Table, step: Extract<Step, { type: 'rename' }>): StepResult =>
  mapColumns(table, [{ from: step.from, to: step.to }])

function findHeader(table: Table, name: string, taken: ReadonlyMap<number, string>): number | undefined {
  const free = table.columns.map((column, at) => ({ column, at })).filter(({ at }) => !taken.has(at))
  const exact = free.find(({ column }) => column.name === name)
  if (exact) return exact.at
  const key = headerKey(name)
  const near = free.filter(({ column }) => headerKey(column.name) === key)
  return key !== '' && near.length === 1 ? near[0]!.at : undefined
}

function renamed(table: Table, targets: ReadonlyMap<number, string>): Column[] {
  const used = new Set(targets.values())
  return table.columns.map((column, at) => {
    const to = targets.get(at)
    if (to !== undefined) return to === column.name ? column : { ...column, name: to }
    if (!used.has(column.name)) return column
    const name = freeName(`${column.name} (origine)`, used, table)
    used.add(name)
    return { ...column, name }
  })
}

function freeName(name: string, used: ReadonlySet<string>, table: Table): string {
  const taken = (candidate: string) => used.has(candidate) || table.columns.some(column => column.name === candidate)
  if (!taken(name)) return name
  for (let n = 2; ; n++) if (!taken(`${name} ${n}`)) return `${name} ${n}`
}
