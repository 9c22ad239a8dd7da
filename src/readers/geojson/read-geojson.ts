import { UnreadableFile } from '../../core/table/read-result.ts'
import type { Grid } from '../grid.ts'
import { decodeText } from '../text/decode.ts'
import { parseJson } from './parse-json.ts'
import { cellText, isObject, type Json, RowBuilder } from './rows.ts'

export interface JsonResult {
  readonly grid: Grid
  readonly format: 'geojson' | 'json'
  readonly encoding: string
  /** French sentences. */
  readonly warnings: readonly string[]
}

const GEOMETRIES = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]

/**
 * GeoJSON (RFC 7946) to rows, one a feature: its properties, then `longitude` and `latitude` of points as they are written (a projection
 * is left as it is), and `geometry`, as JSON, for other shapes. JSON: the rows are the objects of the longest list in the file.
 * Throws `UnreadableFile`.
 */
export function readGeojson(bytes: Uint8Array): JsonResult {
  const { text, encoding, warnings } = decodeText(bytes)
  const value = parseJson(text)
  const features = featuresOf(value)
  const found = features === undefined ? jsonRows(value) : featureRows(features)
  if (found.grid.rows.length < 2)
    throw new UnreadableFile('Ce fichier JSON ne contient aucune ligne de données : sa liste est vide.')
  return {
    grid: found.grid,
    format: features === undefined ? 'json' : 'geojson',
    encoding,
    warnings: [...warnings, ...found.warnings],
  }
}

function featuresOf(value: unknown): unknown[] | undefined {
  // One feature a line (GeoJSON Lines).
  if (Array.isArray(value)) return value.length > 0 && value.every(isFeature) ? value : undefined
  if (!isObject(value)) return undefined
  if (value.type === 'FeatureCollection' && Array.isArray(value.features)) return value.features
  if (isFeature(value)) return [value]
  if (!GEOMETRIES.includes(String(value.type))) return undefined
  return Array.isArray(value.coordinates) || Array.isArray(value.geometries)
    ? [{ type: 'Feature', geometry: value }]
    : undefined
}

const isFeature = (value: unknown): boolean => isObject(value) && value.type === 'Feature'

function featureRows(features: readonly unknown[]): { grid: Grid; warnings: string[] } {
  const builder = new RowBuilder()
  for (const feature of features) for (const name of propertyNames(feature)) builder.column(name)
  const names = geometryNames(builder)
  let strange = 0
  let metres = 0
  for (const feature of features) {
    if (!isObject(feature)) strange++
    if (isBeyondDegrees(feature)) metres++
    builder.add([...properties(feature), ...geometryCells(feature, names)])
  }
  return { grid: builder.grid(), warnings: [...strangeRemark(strange), ...metresRemark(metres, names)] }
}

/** GeoJSON is in degrees (RFC 7946); what is beyond them is in a projection, as older software wrote it. */
function isBeyondDegrees(feature: unknown): boolean {
  const geometry = isObject(feature) ? feature.geometry : undefined
  return isPoint(geometry) && geometry.coordinates.slice(0, 2).some((part, n) => Math.abs(Number(part)) > 180 - 90 * n)
}

const metresRemark = (count: number, { longitude, latitude }: GeometryNames): string[] =>
  count === 0
    ? []
    : [
        `${count > 1 ? `${count} points ne sont` : '1 point n’est'} pas en degrés, comme ${count > 1 ? 'ceux' : 'celui'} d’un plan en mètres (Lambert 93 par exemple) : « ${longitude} » et « ${latitude} » gardent les nombres du fichier.`,
      ]

const strangeRemark = (count: number) =>
  count === 0
    ? []
    : [
        `${count} entrée${count > 1 ? 's' : ''} de la liste n’${count > 1 ? 'ont' : 'a'} aucune propriété : ${count > 1 ? 'leurs lignes sont vides' : 'sa ligne est vide'}.`,
      ]

function propertyNames(feature: unknown): string[] {
  return properties(feature).map(([name]) => name)
}

/** The feature's own `id`, then its properties; members that are neither (`bbox`, `type`) say nothing of the thing itself. */
function properties(feature: unknown): [string, string][] {
  if (!isObject(feature)) return []
  const own = isObject(feature.properties) ? Object.entries(feature.properties) : []
  const cells = own.map(([name, value]) => [name, cellText(value)] as [string, string])
  const id = feature.id
  if (id === undefined) return cells
  const same = own.find(([name]) => name === 'id')
  if (same === undefined) return [['id', cellText(id)], ...cells]
  return cellText(same[1]) === cellText(id) ? cells : [...cells, ['feature.id', cellText(id)]]
}

interface GeometryNames {
  readonly longitude: string
  readonly latitude: string
  readonly altitude: string
  readonly geometry: string
}

/** A property that already has the name keeps it: the point's own goes to `geometry.longitude`. */
function geometryNames(builder: RowBuilder): GeometryNames {
  const free = (name: string) => (builder.has(name) ? `geometry.${name}` : name)
  return {
    longitude: free('longitude'),
    latitude: free('latitude'),
    altitude: free('altitude'),
    geometry: free('geometry'),
  }
}

function geometryCells(feature: unknown, names: GeometryNames): [string, string][] {
  const geometry = isObject(feature) ? feature.geometry : undefined
  if (geometry === undefined || geometry === null) return []
  if (!isPoint(geometry)) return [[names.geometry, cellText(geometry)]]
  const [longitude, latitude, altitude] = geometry.coordinates
  const cells: [string, string][] = [
    [names.longitude, cellText(longitude)],
    [names.latitude, cellText(latitude)],
  ]
  return altitude === undefined ? cells : [...cells, [names.altitude, cellText(altitude)]]
}

function isPoint(geometry: unknown): geometry is Json & { coordinates: unknown[] } {
  return (
    isObject(geometry) &&
    geometry.type === 'Point' &&
    Array.isArray(geometry.coordinates) &&
    geometry.coordinates.length <= 3 &&
    geometry.coordinates.every(part => typeof part !== 'object')
  )
}

function jsonRows(value: unknown): { grid: Grid; warnings: string[] } {
  const list = Array.isArray(value) ? value : longestList(value)
  if (list !== undefined && list.length > 0 && list.every(Array.isArray))
    return { grid: arraysGrid(list), warnings: [] }
  const builder = new RowBuilder()
  const items = list ?? (isObject(value) ? [value] : [])
  let strange = 0
  for (const item of items) {
    if (!isObject(item) && item !== null) builder.add([['valeur', cellText(item)]])
    else {
      if (item === null) strange++
      builder.add(Object.entries(item ?? {}).map(([name, cell]) => [name, cellText(cell)] as const))
    }
  }
  return { grid: builder.grid(), warnings: strangeRemark(strange) }
}

const arraysGrid = (list: readonly (readonly unknown[])[]): Grid => ({
  rows: list.map((cells, n) => ({ line: n + 1, cells: cells.map(cellText) })),
})

/** `{"total": 2, "results": [{…}, {…}]}`: the longest list of objects, three levels down at most. */
function longestList(value: unknown, depth = 0): unknown[] | undefined {
  if (!isObject(value) || depth > 3) return undefined
  let best: unknown[] | undefined
  for (const inner of Object.values(value)) {
    const found = Array.isArray(inner) ? (inner.some(isObject) ? inner : undefined) : longestList(inner, depth + 1)
    if (found !== undefined && found.length > (best?.length ?? 0)) best = found
  }
  return best
}
