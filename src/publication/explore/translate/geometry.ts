import { impossible } from '../odsql/problem.ts'

export type Point = readonly [longitude: number, latitude: number]
export type Geometry =
  | { readonly type: 'point'; readonly at: Point }
  /** Polygons: an outer ring, then holes. */
  | { readonly type: 'surface'; readonly polygons: readonly (readonly (readonly Point[])[])[] }

/** A geometry of a query: WKT or GeoJSON, longitude first. */
export function geometryOf(text: string): Geometry {
  const coordinates = text.trimStart().startsWith('{') ? fromGeoJson(text) : fromWkt(text)
  const surface = { POLYGON: [coordinates.value], MULTIPOLYGON: coordinates.value }[coordinates.type]
  if (coordinates.type === 'POINT' && isPoint(coordinates.value)) return { type: 'point', at: coordinates.value }
  if (surface !== undefined && isSurface(surface)) return { type: 'surface', polygons: surface }
  throw impossible(`j’ai lu la forme « ${text.slice(0, 60)} » ; j’attendais POINT, POLYGON ou MULTIPOLYGON.`)
}

interface Coordinates {
  readonly type: string
  readonly value: unknown
}

function fromGeoJson(text: string): Coordinates {
  try {
    const read = JSON.parse(text) as { type?: unknown; geometry?: unknown; coordinates?: unknown }
    const { type, coordinates } = (read.type === 'Feature' ? read.geometry : read) as typeof read
    return { type: String(type).toUpperCase(), value: coordinates }
  } catch {
    throw impossible(`j’ai lu « ${text.slice(0, 60)} » ; j’attendais une géométrie GeoJSON.`)
  }
}

const MOST_TEXT = 20_000

/** WKT is GeoJSON's coordinates with other signs: `(1 2, 3 4)` is `[[1,2],[3,4]]`. */
function fromWkt(text: string): Coordinates {
  const [, type = '', body = ''] = /^(?:SRID=4326;)?([a-z]+)\s*(\([\d\s.,()eE+-]*\))$/i.exec(text.trim()) ?? []
  const pairs = body
    .replace(/[^,()]+/g, pair => (pair.trim() === '' ? '' : `[${pair.trim().split(/\s+/).join(',')}]`))
    .replaceAll('(', '[')
    .replaceAll(')', ']')
  try {
    if (body === '' || body.length > MOST_TEXT) throw new SyntaxError('no WKT')
    const value = JSON.parse(pairs) as unknown
    return { type: type.toUpperCase(), value: type.toUpperCase() === 'POINT' ? (value as unknown[])[0] : value }
  } catch {
    throw impossible(`j’ai lu « ${text.slice(0, 60)} » ; j’attendais une forme, comme POINT(1.8 48.9).`)
  }
}

const isPoint = (value: unknown): value is Point =>
  Array.isArray(value) && value.length >= 2 && value.slice(0, 2).every(Number.isFinite)
const isRing = (value: unknown): value is readonly Point[] =>
  Array.isArray(value) && value.length >= 3 && value.every(isPoint)
const isSurface = (value: unknown): value is readonly (readonly (readonly Point[])[])[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(polygon => Array.isArray(polygon) && polygon.length > 0 && polygon.every(isRing))
