import type { Place } from '../published.ts'
import type { Reading } from './kinds.ts'

/** Keeps a value for DuckDB and gives the sign that stands for it. */
export type Bind = (value: string | number | boolean) => string

/** No zero before it (« 01004 » is a code), fifteen digits before the point at most: a machine's number keeps no more. */
const INTEGER = '-?(?:0|[1-9]\\d{0,14})'
const NUMBER = `${INTEGER}(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,2})?`
const DAY = '\\d{4}-\\d\\d-\\d\\d'
const MOMENT = `${DAY}[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?`
const OFFSET = '(?:Z|[+-]\\d\\d(?::?\\d\\d)?)'

/**
 * The cell of a column in its kind, as SQL; null when it is empty or when its text is not of that kind. `cell` is a place such as `c3`.
 * A date-time is turned to UTC; one without an offset is taken as it is.
 */
export function typedCell(cell: string, reading: Reading, bind: Bind): string {
  switch (reading.kind) {
    case 'text':
      return filledCell(cell, reading, bind)
    case 'integer':
    case 'number':
      return `try_cast(${digitsCell(cell, reading, bind)} as double)`
    case 'boolean':
      return `case when ${among(cell, reading.trueValues, bind)} then true when ${among(cell, reading.falseValues, bind)} then false end`
    case 'date':
      return `case when ${isLike(cell, DAY, reading, bind)} then try_cast(${cell} as date) end`
    case 'datetime':
      return `case when ${isLike(cell, MOMENT, reading, bind)} then try_cast(${cell} as timestamp)
        when ${isLike(cell, MOMENT + OFFSET, reading, bind)} then timezone('UTC', try_cast(${cell} as timestamptz)) end`
  }
}

/** Its text; null when it is empty. */
export const filledCell = (cell: string, reading: Reading, bind: Bind): string =>
  `case when ${filled(cell, reading, bind)} then ${cell} end`

const isLike = (cell: string, shape: string, reading: Reading, bind: Bind): string =>
  `${filled(cell, reading, bind)} and regexp_full_match(${cell}, '${shape}')`

const filled = (cell: string, { missing }: Reading, bind: Bind): string => `not ${among(cell, missing, bind)}`

const among = (cell: string, values: readonly string[], bind: Bind): string =>
  values.length === 0 ? 'false' : `(${cell} in (${values.map(bind).join(', ')}))`

/** The digits of a number as machines write them, as SQL; null when the cell holds none. */
export function digitsCell(cell: string, reading: Reading, bind: Bind): string {
  const bare = reading.groupChar === '' ? cell : `replace(${cell}, ${bind(reading.groupChar)}, '')`
  const text = reading.decimalChar === '.' ? bare : `replace(${bare}, ${bind(reading.decimalChar)}, '.')`
  const shape = reading.kind === 'integer' ? INTEGER : NUMBER
  return `case when ${filled(cell, reading, bind)} and regexp_full_match(${text}, '${shape}') then ${text} end`
}

const POINT_NUMBER = '\\s*-?\\d+(\\.\\d+)?\\s*'
const IN_PAIR = '-?\\d+(?:\\.\\d+)?'

/** Both degrees of a row's point as SQL, each null when the row has no certain point: the rule of `pointOf` (core/recipe/points.ts). */
export function pointCells(place: Place, cellOf: (column: string) => string): { longitude: string; latitude: string } {
  const { x, y } = 'pair' in place ? pairCells(cellOf(place.pair), place.order) : twoCells(place, cellOf)
  const isPoint = `abs(${x}) <= 180 and abs(${y}) <= 90`
  return { longitude: `case when ${isPoint} then ${x} end`, latitude: `case when ${isPoint} then ${y} end` }
}

function twoCells(place: { readonly latitude: string; readonly longitude: string }, cellOf: (name: string) => string) {
  const degrees = (cell: string) =>
    `case when regexp_full_match(${cell}, '${POINT_NUMBER}') then try_cast(trim(${cell}) as double) end`
  return { x: degrees(cellOf(place.longitude)), y: degrees(cellOf(place.latitude)) }
}

function pairCells(cell: string, order: 'lonlat' | 'latlon') {
  const numbers = `regexp_extract_all(${cell}, '${IN_PAIR}')`
  const degrees = (index: number) => `case when len(${numbers}) = 2 then try_cast(${numbers}[${index}] as double) end`
  return order === 'latlon' ? { x: degrees(2), y: degrees(1) } : { x: degrees(1), y: degrees(2) }
}
