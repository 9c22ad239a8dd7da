import { findColumn, type Table } from '../../table/table.ts'
import { parseCoordinate } from '../../values/coordinate.ts'
import { writePoint } from '../../values/lonlat.ts'
import { isNullWord } from '../../values/null-word.ts'
import { pairsIn } from '../../values/pair-text.ts'
import { isMetric, type Point, type PointHints } from '../../values/point.ts'
import { type PointReading, readPoint } from '../../values/read-point.ts'
import { editCells, indexOf } from '../edit.ts'
import { type Question, type StepResult, type StepWorld, unchanged } from '../outcome.ts'
import type { Step } from '../step.ts'
import { fillColumns, missing } from './columns.ts'

type Of<Type extends Step['type']> = Extract<Step, { type: Type }>

/** Steps about points. What a point is, `core/values` alone knows: a pair in one cell and a pair in two columns are read by the same rule. */

/** « 48,95 , 1.81 », « [1.81, 48.95] », « POINT(1.81 48.95) », degrees or metres: each coordinate goes to its column. */
export function splitLonlat(table: Table, step: Of<'split-lonlat'>, world: StepWorld): StepResult {
  const cells = table.columns[indexOf(table, step.column)]?.cells
  if (!cells) return unchanged(table, missing(step.column))
  const hints = hintsOf(world, step.crs)
  const read = readRows(table, step.column, row => {
    const text = cells[row]!
    return isNullWord(text) ? undefined : { text, reading: readPoint(pairsIn(text), hints, text) }
  })
  const result = fillColumns(table, [step.longitude, step.latitude], (row, part) => {
    const point = read.points[row]
    return point?.[part === 0 ? 'longitude' : 'latitude'] ?? ''
  })
  return { ...result, questions: read.questions }
}

/** `format` holds `{lon}` and `{lat}`: `[{lon},{lat}]`. A row without both stays empty. */
export function joinLonlat(table: Table, step: Of<'join-lonlat'>, world: StepWorld): StepResult {
  const read = readTwo(table, step.longitude, step.latitude, hintsOf(world))
  if ('absent' in read) return unchanged(table, missing(read.absent))
  const result = fillColumns(table, [step.into], row => {
    const point = read.points[row]
    return point ? writePoint(point, step.format) : ''
  })
  return { ...result, questions: read.questions, notes: read.notes }
}

/** Metres of `crs` to degrees, into the same two columns or into two others. Rows already in degrees are left as they are. */
export function reproject(table: Table, step: Of<'reproject'>, world: StepWorld): StepResult {
  return intoColumns(table, step, readTwo(table, step.x, step.y, hintsOf(world, step.crs)))
}

/** Two columns of degrees where some rows have the latitude in the place of the longitude: only those that France tells for sure are turned. */
export function swapLonlat(table: Table, step: Of<'swap-lonlat'>, world: StepWorld): StepResult {
  const read = readTwo(table, step.longitude, step.latitude, hintsOf(world))
  if ('absent' in read) return unchanged(table, missing(read.absent))
  const points = read.points.map(point => (point?.order === 'lat-lon' && !point.projection ? point : undefined))
  const { longitude, latitude } = step
  return intoColumns(table, { x: longitude, y: latitude, longitude, latitude }, { ...read, points, questions: [] })
}

interface RowsRead {
  readonly points: readonly (Point | undefined)[]
  readonly questions: readonly Question[]
  readonly notes: readonly string[]
}

interface Columns {
  readonly x: string
  readonly y: string
  readonly longitude: string
  readonly latitude: string
}

/** Into the columns that were read, cells are replaced; into others, only empty cells are filled. */
function intoColumns(table: Table, columns: Columns, read: RowsRead | { readonly absent: string }): StepResult {
  if ('absent' in read) return unchanged(table, missing(read.absent))
  const { questions, notes } = read
  const same = new Set([columns.x, columns.y])
  let result: StepResult = { table, changed: 0 }
  for (const axis of ['longitude', 'latitude'] as const) {
    const value = (row: number): string | undefined => read.points[row]?.[axis]
    const name = columns[axis]
    const next = same.has(name)
      ? editCells(result.table, name, (text, row) => value(row) ?? text)!
      : fillColumns(result.table, [name], row => value(row) ?? '')
    result = { table: next.table, changed: result.changed + next.changed }
  }
  return { ...result, questions, notes }
}

const hintsOf = ({ town }: StepWorld, crs?: string): PointHints => ({
  ...(town?.department !== undefined && { department: town.department }),
  ...(town?.box && { box: town.box }),
  ...(crs !== undefined && { crs }),
})

function readTwo(table: Table, x: string, y: string, hints: PointHints): RowsRead | { readonly absent: string } {
  const [east, north] = [x, y].map(name => table.columns[indexOf(table, name)]?.cells)
  if (!east || !north) return { absent: east ? y : x }
  const read = readRows(table, x, row => {
    const [first, second] = [parseCoordinate(east[row]!), parseCoordinate(north[row]!)]
    if (east[row]!.trim() === '' || north[row]!.trim() === '') return undefined
    const text = `${east[row]} ; ${north[row]}`
    const pairs = first && second ? [{ first, second }] : []
    const { crs: _, ...ofTown } = hints
    // The projection is that of the rows in metres: some rows of a column may be in degrees already.
    const metric = pairs.some(pair => isMetric(pair.first) || isMetric(pair.second))
    return { text, reading: readPoint(pairs, metric ? hints : ofTown, text) }
  })
  const turned = read.points.filter(point => point?.order === 'lat-lon').length
  return { ...read, notes: turned === 0 ? [] : [saySwapped(turned, x, y)] }
}

const saySwapped = (rows: number, x: string, y: string): string =>
  `${rows === 1 ? 'Une ligne avait' : `${rows} lignes avaient`} la latitude dans « ${x} » et la longitude dans « ${y} » : remises à leur place.`

function readRows(
  table: Table,
  column: string,
  readRow: (row: number) => { readonly text: string; readonly reading: PointReading } | undefined,
): { points: (Point | undefined)[]; questions: Question[] } {
  const questions: Question[] = []
  const cells = findColumn(table, column)!.cells
  const points = table.rows.map(({ line }, row) => {
    const read = readRow(row)
    if (!read || read.text.trim() === '') return undefined
    if (read.reading.status === 'certain') return read.reading.point
    // A question holds the cell as it is: once the cell is corrected, the question goes.
    questions.push({ row, line, column, value: cells[row]!, question: questionOf(read.reading) })
    return undefined
  })
  return { points, questions }
}

function questionOf(reading: Exclude<PointReading, { status: 'certain' }>): string {
  if (reading.status === 'refused') return reading.reason
  const proposals = reading.candidates.map(({ reason }) => reason).slice(0, 3)
  return proposals.length > 0 ? `${reading.question} Propositions : ${proposals.join(' ; ')}.` : reading.question
}
