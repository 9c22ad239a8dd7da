import type { ColumnView, TableView } from '../view.ts'
import { shareOf } from '../view.ts'
import { isOneName } from './cells.ts'
import { readPerson } from './read-person.ts'

const MOST_ROWS_READ = 60

/** A column of first names beside a column of family names, whatever their headers are: together they read as people. */
export function readsWithNeighbour(column: ColumnView, { columns, about }: TableView): boolean {
  const at = columns.indexOf(column)
  if (about.counts || about.works || shareOf(column, isOneName) < 0.8) return false
  return [columns[at - 1], columns[at + 1]].some(other => other !== undefined && readTogether(column, other))
}

function readTogether(column: ColumnView, other: ColumnView): boolean {
  let [read, people] = [0, 0]
  for (let row = 0; row < column.cells.length && read < MOST_ROWS_READ; row++) {
    const [one, two] = [column.cells[row]!.trim(), other.cells[row]!.trim()]
    if (one === '' || two === '') continue
    read++
    const alone = [one, two].every(text => readPerson(text).reading === 'bare')
    if (alone && readPerson(`${one} ${two}`).reading === 'sure') people++
  }
  return read > 2 && people / read > 0.6
}
