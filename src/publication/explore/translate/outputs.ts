import { kindOf } from '../../query/kinds.ts'
import type { CellValue, Aggregate as EngineAggregate, Expression, Kind } from '../../query/query.ts'
import type { Aggregate, Expression as Asked } from '../odsql/ast.ts'
import { printValue } from '../odsql/print.ts'
import { impossible } from '../odsql/problem.ts'
import { type Context, needGeo } from './context.ts'
import { formatDate, piecesOf } from './date-format.ts'
import { inZone } from './dates.ts'
import { engineValue } from './values.ts'

export type Row = readonly CellValue[]
export interface GeoPoint {
  readonly lon: number
  readonly lat: number
}
export type Value = CellValue | GeoPoint | object

/** A field of the answer: what the engine is asked for, and what is made of it. */
export interface Output {
  readonly name: string
  readonly needs: readonly Need[]
  readonly make: (cells: Row) => Value
}
export type Need = Expression | Omit<EngineAggregate, 'as'>

const [LONGITUDE, LATITUDE]: readonly [Expression, Expression] = [{ type: 'longitude' }, { type: 'latitude' }]
const only = ([cell]: Row): Value => cell ?? null

/** Explore writes a position as an object, longitude first. */
export const positionOf = ([lon, lat]: Row): Value =>
  typeof lon === 'number' && typeof lat === 'number' ? { lon, lat } : null

/** All the fields, in order. */
export const allOutputs = (context: Context): Output[] => [
  ...context.version.columns.map(({ name }) => columnOutput(name, name, context)),
  ...(context.geo === undefined ? [] : [geoOutput(context.geo)]),
]

const geoOutput = (name: string): Output => ({ name, needs: [LONGITUDE, LATITUDE], make: positionOf })

function columnOutput(name: string, column: string, context: Context): Output {
  const needs: Need[] = [{ type: 'column', name: column }]
  if (kindNamed(column, context) !== 'datetime') return { name, needs, make: only }
  return { name, needs, make: ([cell]) => (typeof cell === 'string' ? inZone(cell, context.zone) : (cell ?? null)) }
}

const kindNamed = (name: string, { version }: Context): Kind | undefined => {
  const column = version.columns.find(one => one.name === name)
  return column && kindOf(column)
}

/** A value of `select`, without a group. */
export function valueOutput(of: Asked, as: string | undefined, context: Context): Output {
  const name = as ?? nameOf(of)
  if (of.type === 'field') return of.name === context.geo ? geoOutput(name) : columnOutput(name, of.name, context)
  if (of.type === 'call' && of.name === 'date_format') return formatted(name, of.args, context)
  return { name, needs: [engineValue(of, context)], make: only }
}

/** A field is named as it is; anything else as it was asked. */
export const nameOf = (of: Asked | Aggregate): string => (of.type === 'field' ? of.name : printValue(of))

function formatted(name: string, args: readonly Asked[], context: Context): Output {
  const { of, pieces } = formatArguments(args)
  const make = ([cell]: Row) => (typeof cell === 'string' ? formatDate(cell, pieces, context.lang) : null)
  return { name, needs: [engineValue(of, context)], make }
}

export function formatArguments([of, pattern]: readonly Asked[]) {
  if (!of || pattern?.type !== 'text') throw impossible("j’attendais date_format(jour, 'dd/MM/yyyy').")
  return { of, pieces: piecesOf(pattern.value) }
}

/** `sum(population)`: one row, or one a group. */
export function aggregateOutput(of: Aggregate, as: string | undefined, context: Context): Output {
  const name = as ?? printValue(of)
  if (of.name === 'bbox') return { name, needs: boxNeeds(of, context), make: boxOf }
  return { name, needs: [engineAggregate(of, context)], make: only }
}

function engineAggregate({ name, of, distinct, percent }: Aggregate, context: Context): Need {
  if (of === undefined) return { aggregate: 'count' }
  const value: Expression = of.type === 'field' && of.name === context.geo ? LONGITUDE : engineValue(of, context)
  switch (name) {
    case 'count':
      return { aggregate: distinct ? 'distinct' : 'count', of: value }
    case 'percentile':
      return { aggregate: 'quantile', of: value, at: (percent ?? 50) / 100 }
    case 'envelope':
    case 'bbox':
      throw impossible(`${name} n’est pas calculé ici ; bbox(position) donne le rectangle.`)
    default:
      return { aggregate: name, of: value }
  }
}

function boxNeeds({ of }: Aggregate, context: Context): Need[] {
  if (of?.type !== 'field') throw impossible('j’attendais bbox(position).')
  needGeo(context, of.name)
  return [
    { aggregate: 'min', of: LONGITUDE },
    { aggregate: 'min', of: LATITUDE },
    { aggregate: 'max', of: LONGITUDE },
    { aggregate: 'max', of: LATITUDE },
  ]
}

function boxOf([west, south, east, north]: Row): Value {
  if (west === null || west === undefined) return null
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties: {} }
}
