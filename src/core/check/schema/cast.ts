import type { Field } from '../../models/model.ts'
import { castArray, castGeojson, castGeopoint, castObject } from './cast-json.ts'
import { castString } from './cast-string.ts'
import { castDate, castDatetime, castDuration, castTime, castYear, castYearmonth } from './cast-time.ts'

/**
 * A cell once converted: what bounds, lists and comparisons look at. Numbers are numbers, dates and times canonical texts whose order is that of time,
 * an array its items' texts. `undefined` is a type error.
 */
export type Value = number | string | boolean | readonly unknown[] | object
export type Cast = (text: string) => Value | undefined

/** The conversion of a field, compiled once, with the semantics of frictionless 4.38 (what Validata runs) and Table Schema v2's new types. */
export function compileCast(field: Field): Cast {
  switch (field.type) {
    case 'string':
      return castString(field.format)
    case 'integer':
      return castInteger(field)
    case 'number':
      return castNumber(field)
    case 'boolean':
      return castBoolean(field)
    case 'date':
      return castDate(field.format)
    case 'time':
      return castTime(field.format)
    case 'datetime':
      return castDatetime(field.format)
    case 'year':
      return castYear
    case 'yearmonth':
      return castYearmonth
    case 'duration':
      return castDuration
    case 'geopoint':
      return castGeopoint(field.format)
    case 'geojson':
      return castGeojson(field.format)
    case 'array':
      return castArray
    case 'object':
      return castObject
    case 'list':
      return castList(field)
    case 'any':
      return text => text
  }
}

/** Python's `int()`: spaces around, underscores between digits. `bareNumber: false` lets units stand around the digits. */
function castInteger({ bareNumber, groupChar }: Field): Cast {
  return text => {
    const digits = bare(text, bareNumber, groupChar)
    return /^\s*[+-]?\d+(?:_\d+)*\s*$/.test(digits) ? Number(digits.replaceAll('_', '')) : undefined
  }
}

/** Python's `Decimal()`: exponents, NaN and infinities included. */
function castNumber({ bareNumber, groupChar, decimalChar }: Field): Cast {
  return text => {
    const grouped = bare(text, bareNumber, groupChar)
    const plain = decimalChar === '.' ? grouped : grouped.replaceAll(decimalChar, '.')
    if (/^\s*[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+)?\s*$/.test(plain))
      return Number(plain.replaceAll('_', ''))
    return /^\s*[+-]?(?:nan|inf(?:inity)?)\s*$/i.test(plain) ? notFinite(plain) : undefined
  }
}

const notFinite = (text: string): number =>
  /nan/i.test(text) ? Number.NaN : text.includes('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY

function bare(text: string, bareNumber: boolean, groupChar: string): string {
  const digits = bareNumber ? text : text.replace(/^\D*?(?=[+-]?[.\d])|\D*$/g, '')
  return groupChar === '' ? digits : digits.replaceAll(groupChar, '')
}

/** Table Schema v2: items of one type (text by default) between delimiters. */
function castList(field: Field): Cast {
  const { type: _, itemType = 'string', ...rest } = field
  const item = compileCast({ ...rest, type: itemType, format: 'default' })
  return text => {
    const items = text.split(field.delimiter ?? ',').map(item)
    return items.includes(undefined) ? undefined : items
  }
}

function castBoolean({ trueValues, falseValues }: Field): Cast {
  const values = new Map<string, boolean>([
    ...falseValues.map(text => [text, false] as const),
    ...trueValues.map(text => [text, true] as const),
  ])
  return text => values.get(text)
}
