import { type Axis, type Coordinate, capDecimals, decimalsOf, roundTo } from './coordinate.ts'
import { mayBeInDepartment } from './department-place.ts'
import { isAxisOfFrance, whereInFrance } from './france.ts'
import { DEGREE_METRES } from './precision.ts'
import { findProjection, PROJECTIONS, type Projection, toDegrees } from './projections.ts'

/** What may be known of a point before its numbers are read; all plain JSON. */
export interface PointHints {
  readonly department?: string
  /** West, south, east, north of the town, in degrees. */
  readonly box?: readonly [number, number, number, number]
  /** `EPSG:2154`, once the column's projection is decided; `EPSG:4326` for degrees. */
  readonly crs?: string
}

/** The order of the two numbers in their source. */
export type PairOrder = 'lat-lon' | 'lon-lat'

/** One possible place, in WGS84 degrees. */
export interface Point {
  readonly longitude: string
  readonly latitude: string
  readonly order: PairOrder
  /** Undefined for degrees. */
  readonly projection?: Projection
  /** In degrees: what the source's writing tells apart. */
  readonly step: number
}

export const isMetric = ({ value }: Coordinate): boolean => Math.abs(Number(value)) > 180

/** Each place of France that these two numbers may mean, in both orders: one is an answer, several are a question. */
export function placesOf(first: Coordinate, second: Coordinate, hints: PointHints = {}): readonly Point[] {
  const points = [...ordered(first, second, 'lon-lat', hints), ...ordered(second, first, 'lat-lon', hints)]
  if (!knowsTown(hints)) return points.filter(({ projection }) => !projection?.needsTown || hints.crs)
  const near = points.filter(point => mayBeNear(point, hints))
  return near.length > 0 ? near : points.filter(({ projection }) => !projection?.needsTown)
}

export const knowsTown = ({ department, box }: PointHints): boolean => department !== undefined || box !== undefined

/** Degrees around the town's box where a place may still be meant: a car park on the border, the next town. */
const AROUND = 0.3

/** True unless what is known of the town says that the point is too far. */
export function mayBeNear({ longitude, latitude }: Pick<Point, 'longitude' | 'latitude'>, hints: PointHints): boolean {
  const [x, y] = [Number(longitude), Number(latitude)]
  if (hints.box) {
    const [west, south, east, north] = hints.box
    return x >= west - AROUND && x <= east + AROUND && y >= south - AROUND && y <= north + AROUND
  }
  return hints.department === undefined || mayBeInDepartment(x, y, hints.department)
}

function ordered(east: Coordinate, north: Coordinate, order: PairOrder, hints: PointHints): Point[] {
  if (contradicts(east, 'longitude') || contradicts(north, 'latitude')) return []
  if (!isMetric(east) && !isMetric(north)) return inDegrees(east, north, order, hints)
  if (east.sexagesimal || north.sexagesimal) return []
  const wanted = hints.crs === undefined ? PROJECTIONS : [findProjection(hints.crs)].filter(one => one !== undefined)
  return wanted.flatMap(projection => projected(east, north, order, projection))
}

const contradicts = ({ axis }: Coordinate, wanted: Axis): boolean => axis !== undefined && axis !== wanted

/** WGS84, and what France and Europe made of it: RGF93 and ETRS89 are the same to a few centimetres. */
const DEGREES = new Set(['EPSG:4326', 'EPSG:4171', 'EPSG:4258'])

function inDegrees(east: Coordinate, north: Coordinate, order: PairOrder, { crs = 'EPSG:4326' }: PointHints): Point[] {
  const [longitude, latitude] = [capDecimals(east.value), capDecimals(north.value)]
  if (!DEGREES.has(crs) || !whereInFrance(Number(longitude), Number(latitude))) return []
  return [{ longitude, latitude, order, step: Math.max(east.step, north.step) }]
}

function projected(east: Coordinate, north: Coordinate, order: PairOrder, projection: Projection): Point[] {
  const degrees = toDegrees(projection, Number(east.value), Number(north.value))
  if (!degrees) return []
  const step = Math.max(east.step, north.step, projection.error ?? 0) / DEGREE_METRES
  const [longitude, latitude] = degrees.map(value => roundTo(value, decimalsOf(step))) as [string, string]
  return [{ longitude, latitude, order, projection, step }]
}

/** Where the point may be when a spreadsheet took the decimal points away: « 48953700 » has only one place for its point in France. */
export function withPointsBack(first: Coordinate, second: Coordinate, hints: PointHints): readonly Point[] {
  const guesses = (one: Coordinate, axis: Axis) => pointsBack(one, axis, hints.department)
  const both = (east: Coordinate, north: Coordinate, order: PairOrder): Point[] =>
    guesses(east, 'longitude').flatMap(longitude =>
      guesses(north, 'latitude').flatMap(latitude =>
        inDegrees({ ...east, ...longitude }, { ...north, ...latitude }, order, {}),
      ),
    )
  return [...both(first, second, 'lon-lat'), ...both(second, first, 'lat-lon')]
}

/** The number itself, or the number with a point put back after two digits or one, when some place of France has it. */
export function pointsBack({ value, step, sexagesimal }: Coordinate, axis: Axis, department?: string) {
  const isFrench = (text: string) => isAxisOfFrance(axis, Number(text), department)
  if (isFrench(value)) return [{ value, step }]
  const [, sign = '', digits = ''] = /^(-?)(\d{4,})$/.exec(value) ?? []
  if (digits === '' || sexagesimal) return []
  return [2, 1]
    .map(at => ({ value: `${sign}${digits.slice(0, at)}.${digits.slice(at)}`, step: 10 ** -(digits.length - at) }))
    .filter(one => isFrench(one.value))
    .map(one => ({ ...one, value: capDecimals(one.value) }))
}
