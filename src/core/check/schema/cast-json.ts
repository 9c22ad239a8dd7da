import type { Cast } from './cast.ts'

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

export const castArray: Cast = text => {
  const value = parse(text)
  return Array.isArray(value) ? value : undefined
}

export const castObject: Cast = text => {
  const value = parse(text)
  return isObject(value) ? value : undefined
}

/** Longitude first, in degrees; `default` is "lon,lat", `array` is JSON `[lon, lat]`, `object` is JSON `{"lon": …, "lat": …}`. */
export function castGeopoint(format: string): Cast {
  const read = format === 'array' ? fromArray : format === 'object' ? fromObject : fromText
  return text => {
    const pair = read(text)?.map(number)
    if (pair?.length !== 2) return undefined
    const [longitude, latitude] = pair as [number, number]
    return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : undefined
  }
}

const fromText = (text: string): unknown[] => text.split(',')
const fromArray = (text: string): unknown[] | undefined => {
  const value = parse(text)
  return Array.isArray(value) ? value : undefined
}
function fromObject(text: string): unknown[] | undefined {
  const value = parse(text)
  return isObject(value) && Object.keys(value).length === 2 && 'lon' in value && 'lat' in value
    ? [value.lon, value.lat]
    : undefined
}

/** Python's `Decimal`: numbers, or texts that are numbers. Not a number compares with nothing: refused by the bounds. */
const number = (value: unknown): number =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' && /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(value)
      ? Number(value)
      : Number.NaN

/** How deep the positions are nested, and how many a line or a ring has at least. */
const SHAPES: Readonly<Record<string, { readonly depth: number; readonly least: number }>> = {
  Point: { depth: 0, least: 0 },
  MultiPoint: { depth: 1, least: 0 },
  LineString: { depth: 1, least: 2 },
  MultiLineString: { depth: 2, least: 2 },
  Polygon: { depth: 2, least: 4 },
  MultiPolygon: { depth: 3, least: 4 },
}

/** RFC 7946: an object of a known type whose coordinates are nested as its type says, long enough for a line or a ring. `topojson` is only looked at as an object. */
export function castGeojson(format: string): Cast {
  return text => {
    const value = parse(text)
    if (!isObject(value)) return undefined
    return format === 'topojson' || isGeojson(value) ? value : undefined
  }
}

function isGeojson(value: unknown): boolean {
  if (!isObject(value) || typeof value.type !== 'string') return false
  if (value.type === 'Feature') return 'properties' in value && (value.geometry === null || isGeojson(value.geometry))
  if (value.type === 'FeatureCollection') return Array.isArray(value.features) && value.features.every(isGeojson)
  if (value.type === 'GeometryCollection') return Array.isArray(value.geometries) && value.geometries.every(isGeojson)
  const shape = Object.hasOwn(SHAPES, value.type) ? SHAPES[value.type] : undefined
  return shape !== undefined && isNested(value.coordinates, shape.depth, shape.least)
}

function isNested(value: unknown, depth: number, least: number): boolean {
  if (!Array.isArray(value)) return false
  if (depth === 0) return value.length >= 2 && value.every(one => typeof one === 'number')
  return (depth > 1 || value.length >= least) && value.every(one => isNested(one, depth - 1, least))
}
