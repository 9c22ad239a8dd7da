import type { Column, Table } from '../../table/table.ts'
import { stack } from '../edit.ts'
import { withoutHelp } from '../helper-rows.ts'
import { headerKey } from '../mapping/header.ts'
import { type StepResult, type StepWorld, unchanged } from '../outcome.ts'
import { findSource } from '../sources.ts'
import type { Step } from '../step.ts'
import { namedAsHere } from './other-columns.ts'

/** Puts the rows of another table under these ones. Columns meet by their header, whatever its case or accents; the sheet's name may be kept. */
export function appendTable(table: Table, step: Extract<Step, { type: 'append' }>, world: StepWorld): StepResult {
  const found = findSource(world.sources, step)
  if (!found) {
    const where = step.sheet === undefined ? `Le fichier « ${step.source} »` : `La feuille « ${step.sheet} »`
    return unchanged(table, `${where} n’est pas parmi les fichiers reçus : rien n’a été ajouté.`)
  }
  const { table: renamed, setAside } = withoutHelp(namedAsHere(found.table, step.columns), world.model)
  const below = alignHeaders(renamed, table)
  const sheets = step.sheetColumn
  const aside = setAside.length > 0 ? { setAside } : {}
  const added = below.rows.length + setAside.length
  if (sheets === undefined) return { table: stack(table, below), changed: 0, added, ...aside }
  const named = stack(withSheet(table, sheets), withSheet(below, sheets))
  return { table: named, changed: 0, added, ...aside }
}

function withSheet(table: Table, name: string): Table {
  if (table.columns.some(column => column.name === name)) return table
  const column: Column = { name, cells: table.rows.map(row => row.sheet ?? '') }
  return { columns: [...table.columns, column], rows: table.rows }
}

function alignHeaders(below: Table, above: Table): Table {
  const names = new Set(above.columns.map(column => column.name))
  const byKey = new Map(above.columns.map(column => [headerKey(column.name), column.name]))
  const taken = new Set(below.columns.map(column => column.name).filter(name => names.has(name)))
  const columns = below.columns.map(column => {
    if (names.has(column.name)) return column
    const name = byKey.get(headerKey(column.name))
    if (name === undefined || taken.has(name)) return column
    taken.add(name)
    return { ...column, name }
  })
  return { columns, rows: below.rows }
}
