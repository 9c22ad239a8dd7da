import type { Field, Model } from '../models/model.ts'
import { readLonlat } from '../values/lonlat.ts'
import { lonlatFormat } from './lonlat-format.ts'
import { roleOf } from './roles.ts'

export type Position = readonly [longitude: number, latitude: number]

/** The columns that place a row on a map, in WGS84 degrees. */
export type PlaceColumns =
  | { readonly latitude: string; readonly longitude: string }
  /** One cell, both numbers, in this order. */
  | { readonly pair: string; readonly order: 'lonlat' | 'latlon' }

type CellsOf = (column: string) => readonly string[] | undefined

/** Those of a table that has these columns: two of the model's, or one that holds a pair, whose order the model or the cells tell. */
export function placeColumns(model: Model, cellsOf: CellsOf): PlaceColumns | undefined {
  const of = (role: string) => model.fields.find(field => roleOf(field) === role && cellsOf(field.name) !== undefined)
  const [longitude, latitude, both] = [of('longitude'), of('latitude'), of('lonlat')]
  if (longitude && latitude) return { latitude: latitude.name, longitude: longitude.name }
  return both && { pair: both.name, order: pairOrder(both, cellsOf(both.name) ?? []) }
}

/** Where a row is; undefined: its cells are no certain point. */
export function pointOf(place: PlaceColumns, cell: (column: string) => string): Position | undefined {
  return 'pair' in place ? pairOf(cell(place.pair), place.order) : position(cell(place.longitude), cell(place.latitude))
}

function position(x: string, y: string): Position | undefined {
  const [longitude, latitude] = [numberOf(x), numberOf(y)]
  if (longitude === undefined || latitude === undefined) return undefined
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : undefined
}

const numberOf = (text: string): number | undefined => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined)

/** France tells the order of the two numbers; elsewhere it is the column's. */
function pairOf(text: string, order: 'lonlat' | 'latlon'): Position | undefined {
  const reading = readLonlat(text, { format: '{lon} {lat}' })
  if (reading.status === 'certain' && reading.value !== '') {
    const [x = '', y = ''] = reading.value.split(' ')
    return position(x, y)
  }
  const numbers = text.match(/-?\d+(?:\.\d+)?/g)
  if (numbers?.length !== 2) return undefined
  const [first, second] = numbers as [string, string]
  return order === 'latlon' ? position(second, first) : position(first, second)
}

/** The model's order; where it says none, the one in which the cells are points of France. */
function pairOrder(field: Field, cells: readonly string[]): 'lonlat' | 'latlon' {
  const format = lonlatFormat(field)
  if (format.includes('{lat}')) return format.indexOf('{lat}') < format.indexOf('{lon}') ? 'latlon' : 'lonlat'
  if (field.type === 'geopoint') return 'lonlat'
  const swapped = cells.filter(text => isSwapped(text)).length
  return swapped * 2 > cells.filter(text => text.trim() !== '').length ? 'latlon' : 'lonlat'
}

function isSwapped(text: string): boolean {
  const reading = readLonlat(text, { format: '{lon} {lat}' })
  if (reading.status !== 'certain' || reading.value === '') return false
  const first = text.match(/-?\d+(?:\.\d+)?/)?.[0]
  return first !== undefined && Number(first) === Number(reading.value.split(' ')[1])
}
