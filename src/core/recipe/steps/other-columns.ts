import type { Table } from '../../table/table.ts'
import { dropColumns, joinColumns } from './columns.ts'
import { mapColumns } from './map.ts'

type Pairs = readonly { readonly from: string; readonly to: string }[]

/**
 * The columns of another table under the names that they meet here. Several for one name (« N° » and « Voie » for the address) are written
 * one after the other, in the order told.
 */
export function namedAsHere(table: Table, pairs: Pairs = []): Table {
  const joined = [...new Set(pairs.map(({ to }) => to))].reduce((one, to) => joinParts(one, pairs, to), table)
  const last = pairs.filter(({ to }, at) => !pairs.slice(at + 1).some(pair => pair.to === to))
  return last.length === 0 ? joined : mapColumns(joined, last).table
}

function joinParts(table: Table, pairs: Pairs, to: string): Table {
  const parts = pairs.filter(pair => pair.to === to).map(({ from }) => from)
  const into = parts.at(-1)!
  if (parts.length < 2) return table
  const joined = joinColumns(table, { type: 'join', columns: parts, separator: ' ', into }).table
  return dropColumns(joined, { type: 'drop', columns: parts.slice(0, -1) }).table
}
