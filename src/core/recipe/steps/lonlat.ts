import type { Table } from '../../table/table.ts'
import { indexOf } from '../edit.ts'
import { type Question, type StepResult, unchanged } from '../outcome.ts'
import type { Step } from '../step.ts'
import { fillColumns, missing } from './columns.ts'

type Of<Type extends Step['type']> = Extract<Step, { type: Type }>

/** « 48,95 , 1.81 », « [1.81, 48.95] », « POINT(1.81 48.95) »: two decimal numbers, and the order that a person (or the values) told. */
export function splitLonlat(table: Table, step: Of<'split-lonlat'>): StepResult {
  const at = indexOf(table, step.column)
  if (at < 0) return unchanged(table, missing(step.column))
  const cells = table.columns[at]!.cells
  const pairs = cells.map(readPair)
  const [lon, lat] = step.order === 'lon-lat' ? [0, 1] : [1, 0]
  const result = fillColumns(
    table,
    [step.longitude, step.latitude],
    (row, part) => pairs[row]?.[part === 0 ? lon : lat] ?? '',
  )
  const questions = cells.flatMap((value, row): Question[] =>
    value.trim() === '' || pairs[row]
      ? []
      : [
          {
            row,
            line: table.rows[row]!.line,
            column: step.column,
            value,
            question: `J’ai lu « ${value} » ; j’attendais deux nombres, par exemple « 48.9537, 1.8135 ». Où est ce lieu ?`,
          },
        ],
  )
  return { ...result, questions }
}

/** Two numbers as written, points for commas; undefined when there are not exactly two. */
export function readPair(text: string): readonly [string, string] | undefined {
  const spaced = text.trim().replace(/^(?:SRID=\d+;)?\s*POINT\s*/i, '')
  // « 48,95 ; 1,81 » and « 48,95 1,81 »: commas are decimal when another mark parts the two numbers.
  const decimalComma =
    /^\D*\d+,\d+\s*[;|/\s]\s*-?\d+,\d+\D*$/.test(spaced) || /^\D*\d+,\d+\s*,\s+-?\d+,\d+\D*$/.test(spaced)
  const plain = decimalComma ? spaced.replace(/(\d),(\d)/g, '$1.$2') : spaced
  const numbers = plain.match(/-?\d+(?:\.\d+)?/g)
  const rest = plain.replace(/-?\d+(?:\.\d+)?/g, '').replace(/[\s,;|/()[\]]/g, '')
  return numbers?.length === 2 && rest === '' ? [numbers[0]!, numbers[1]!] : undefined
}

/** `format` holds `{lon}` and `{lat}`: `[{lon},{lat}]`. A row without both stays empty. */
export function joinLonlat(table: Table, step: Of<'join-lonlat'>): StepResult {
  const lon = table.columns[indexOf(table, step.longitude)]?.cells
  const lat = table.columns[indexOf(table, step.latitude)]?.cells
  if (!lon || !lat) return unchanged(table, missing(lon ? step.latitude : step.longitude))
  return fillColumns(table, [step.into], row => {
    const [x, y] = [lon[row]!.trim(), lat[row]!.trim()]
    return x === '' || y === '' ? '' : step.format.replaceAll('{lon}', x).replaceAll('{lat}', y)
  })
}
