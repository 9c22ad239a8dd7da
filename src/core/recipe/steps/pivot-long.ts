import type { Table } from '../../table/table.ts'
import { indexOf, takeRows } from '../edit.ts'
import { type StepResult, unchanged } from '../outcome.ts'
import type { Step } from '../step.ts'
import { missing } from './columns.ts'

/**
 * Wide to long: « Nom | 2021 | 2022 » becomes one row a year. Each row gives one row for each of these cells that is filled,
 * and one row all the same when none is: no row disappears. Every new row still knows the line it comes from.
 */
export function pivotLong(table: Table, step: Extract<Step, { type: 'pivot-long' }>): StepResult {
  const wide = step.columns.map(name => table.columns[indexOf(table, name)]).filter(column => column !== undefined)
  const absent = step.columns.filter(name => indexOf(table, name) < 0)
  if (wide.length === 0) return unchanged(table, ...absent.map(missing))
  const rows: number[] = []
  const names: string[] = []
  const values: string[] = []
  const add = (row: number, name: string, value: string) => {
    rows.push(row)
    names.push(name)
    values.push(value)
  }
  for (let row = 0; row < table.rows.length; row++) {
    const filled = wide.filter(column => column.cells[row]!.trim() !== '')
    for (const column of filled) add(row, column.name, column.cells[row]!)
    if (filled.length === 0) add(row, '', '')
  }
  const others = { columns: table.columns.filter(column => !wide.includes(column)), rows: table.rows }
  const long = takeRows(others, rows)
  const columns = [...long.columns, { name: step.names, cells: names }, { name: step.values, cells: values }]
  return {
    table: { columns, rows: long.rows },
    changed: rows.length,
    added: rows.length - table.rows.length,
    dropped: wide,
    notes: absent.map(name => `La colonne « ${name} » n’est pas dans ce fichier.`),
  }
}
