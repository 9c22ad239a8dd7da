import { type HoursReading, readHours } from '../../hours/read-hours.ts'
import type { Column, Table } from '../../table/table.ts'
import { editCells, indexOf } from '../edit.ts'
import { type Question, type StepResult, unchanged } from '../outcome.ts'
import type { Step } from '../step.ts'
import { fillColumns, missing } from './columns.ts'

type Hours = Extract<Step, { type: 'hours' }>

/** French hours as OpenStreetMap hours. What is not understood whole stays as it was, or leaves `into` empty, and becomes a question. */
export function readHoursColumn(table: Table, step: Hours): StepResult {
  const at = indexOf(table, step.column)
  if (at < 0) return unchanged(table, missing(step.column))
  const column = table.columns[at]!
  const read = onceEach()
  const edited = step.into === step.column ? inPlace(table, step.column, read) : beside(table, column, step.into, read)
  return { ...edited, questions: questionsOf(table, column, read) }
}

type Read = (text: string) => HoursReading

/** Shops of one street keep the same hours: each writing is read once. */
function onceEach(): Read {
  const known = new Map<string, HoursReading>()
  return text => {
    let reading = known.get(text)
    if (!reading) known.set(text, (reading = readHours(text)))
    return reading
  }
}

const inPlace = (table: Table, name: string, read: Read): StepResult =>
  editCells(table, name, text => osmOf(read(text)) ?? text)!

/** The column that was read is kept whole. */
const beside = (table: Table, column: Column, into: string, read: Read): StepResult =>
  fillColumns(table, [into], row => osmOf(read(column.cells[row]!)) ?? '')

const osmOf = (reading: HoursReading): string | undefined => (reading.status === 'certain' ? reading.value : undefined)

const questionsOf = (table: Table, { name, cells }: Column, read: Read): Question[] =>
  cells.flatMap((value, row) => {
    const reading = read(value)
    if (reading.status !== 'doubtful') return []
    return [{ row, line: table.rows[row]!.line, column: name, value, question: reading.question }]
  })
