import type { Field, Model } from '../models/model.ts'
import { lonlatFormat } from '../recipe/lonlat-format.ts'
import { roleOf } from '../recipe/roles.ts'
import { findColumn, type Table } from '../table/table.ts'
import { readLonlat } from '../values/lonlat.ts'
import type { Box } from './fiche.ts'

/** What a table says of itself, for its fiche. */
export interface Coverage {
  readonly rows: number
  /** Columns of the model that hold something. */
  readonly columns: readonly string[]
  /** First and last day that its date columns speak of. */
  readonly temporal?: { readonly from: string; readonly to: string }
  readonly box?: Box
  /** INSEE codes met in the columns that hold some, most frequent first. */
  readonly communes: readonly string[]
  /** Columns where OpenStreetMap is named: its licence follows the data. */
  readonly osm: readonly string[]
}

export function coverageOf(table: Table, model: Pick<Model, 'fields'>): Coverage {
  const known = model.fields.flatMap(field => {
    const cells = findColumn(table, field.name)?.cells
    return cells?.some(cell => cell.trim() !== '') ? [{ field, cells }] : []
  })
  const temporal = temporalOf(known)
  const box = boxOf(known)
  return {
    rows: table.rows.length,
    columns: known.map(({ field }) => field.name),
    ...(temporal && { temporal }),
    ...(box && { box }),
    communes: communesOf(known),
    osm: known.filter(namesOsm).map(({ field }) => field.title ?? field.name),
  }
}

interface Known {
  readonly field: Field
  readonly cells: readonly string[]
}

const DATES = new Set(['date', 'datetime', 'year', 'yearmonth'])
const isDated = ({ field }: Known): boolean =>
  DATES.has(field.type) || roleOf(field) === 'date' || roleOf(field) === 'year'

function temporalOf(known: readonly Known[]): Coverage['temporal'] {
  let [from, to] = ['', '']
  for (const { cells } of known.filter(isDated))
    for (const cell of cells)
      for (const part of cell.split('/').length === 2 ? cell.split('/') : [cell]) {
        const span = daysOf(part.trim())
        if (!span) continue
        if (from === '' || span[0] < from) from = span[0]
        if (to === '' || span[1] > to) to = span[1]
      }
  return from === '' ? undefined : { from, to }
}

/** First and last day of « 2021 », « 2021-10 », « 2021-10-17… » and « 17/10/2021 ». What no calendar of ours holds is no day: 9999-12-31 says « never ». */
function daysOf(text: string): readonly [string, string] | undefined {
  const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text)
  const [, year = '', month, day] = french
    ? ['', french[3], french[2], french[1]]
    : (/^(\d{4})(?:-(\d{2})(?:-(\d{2}))?(?:[T ].*)?)?$/.exec(text) ?? [])
  if (year < '1700' || year >= '2100') return undefined
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`]
  if (!(month >= '01' && month <= '12')) return undefined
  const last = String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate())
  if (day === undefined) return [`${year}-${month}-01`, `${year}-${month}-${last}`]
  return day >= '01' && day <= last ? [`${year}-${month}-${day}`, `${year}-${month}-${day}`] : undefined
}

type Point = readonly [longitude: number, latitude: number]

/** Points farther than this from the middle one are mistakes, not the town's (about a hundred kilometres). */
const FAR_DEGREES = 1

function boxOf(known: readonly Known[]): Box | undefined {
  const all = pointsOf(known)
  if (all.length === 0) return undefined
  const [x, y] = [median(all.map(([lon]) => lon)), median(all.map(([, lat]) => lat))]
  const near = all.filter(([lon, lat]) => Math.abs(lon - x) <= FAR_DEGREES && Math.abs(lat - y) <= FAR_DEGREES)
  const [xs, ys] = [near.map(([lon]) => lon), near.map(([, lat]) => lat)]
  return [least(xs), least(ys), most(xs), most(ys)]
}

function pointsOf(known: readonly Known[]): Point[] {
  const of = (role: string) => known.find(({ field }) => roleOf(field) === role)
  const [longitude, latitude, pair] = [of('longitude'), of('latitude'), of('lonlat')]
  const points =
    longitude && latitude
      ? longitude.cells.map((cell, row) => pointOf(cell, latitude.cells[row] ?? ''))
      : (pair?.cells.map(cell => pairOf(cell, pair.field)) ?? [])
  return points.filter(point => point !== undefined)
}

function pairOf(cell: string, field: Field): Point | undefined {
  const numbers = cell.match(/-?\d+(?:\.\d+)?/g)
  if (numbers?.length !== 2) return undefined
  const reading = readLonlat(cell, { format: '{lon} {lat}' })
  if (reading.status === 'certain' && reading.value !== '') {
    const [x = '', y = ''] = reading.value.split(' ')
    return pointOf(x, y)
  }
  const format = lonlatFormat(field)
  const isLatFirst = format.includes('{lat}') && format.indexOf('{lat}') < format.indexOf('{lon}')
  const [first = '', second = ''] = numbers
  return isLatFirst ? pointOf(second, first) : pointOf(first, second)
}

function pointOf(x: string, y: string): Point | undefined {
  if (x.trim() === '' || y.trim() === '') return undefined
  const [lon, lat] = [Number(x), Number(y)]
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : undefined
}

const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b))
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b))
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0

function communesOf(known: readonly Known[]): string[] {
  const counts = new Map<string, number>()
  for (const { cells } of known.filter(({ field }) => roleOf(field) === 'insee'))
    for (const cell of cells) if (/^(?:\d{5}|2[AB]\d{3})$/.test(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([code]) => code)
}

const OSM = /open\s*street\s*map|(?:^|[^a-z])osm(?:[^a-z]|$)/i
export const speaksOfOsm = (text: string): boolean => OSM.test(text)

const namesOsm = ({ field, cells }: Known): boolean => speaksOfOsm(field.name) || cells.some(speaksOfOsm)
