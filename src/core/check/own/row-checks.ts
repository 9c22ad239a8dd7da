import type { Field } from '../../models/model.ts'
import type { Spot } from '../../places/spot.ts'
import { roleOf } from '../../recipe/roles.ts'
import type { CheckOptions } from '../context.ts'
import type { Fault, Verdict } from '../verdict.ts'
import { type PointNames, pointFault } from './point-fault.ts'

/** Where the two columns of a point stand in the file: twice the same when one column holds both. */
export interface PointColumns {
  readonly longitude: number
  readonly latitude: number
  readonly names: PointNames
}

/** The columns of the longitude and the latitude, when there is exactly one of each; else the only column of points. */
export function findPoint(fields: readonly (Field | undefined)[]): PointColumns | undefined {
  const where = (test: (field: Field) => boolean) =>
    fields.flatMap((field, index) => (field && test(field) ? [index] : []))
  const [longitude, ...longitudes] = where(field => roleOf(field) === 'longitude')
  const [latitude, ...latitudes] = where(field => roleOf(field) === 'latitude')
  const [both, ...others] = where(field => field.type === 'geopoint')
  if (longitude !== undefined && latitude !== undefined && longitudes.length + latitudes.length === 0)
    return placed(fields, longitude, latitude)
  return both !== undefined && others.length === 0 ? placed(fields, both, both) : undefined
}

const placed = (fields: readonly (Field | undefined)[], longitude: number, latitude: number): PointColumns => ({
  longitude,
  latitude,
  names: { longitude: fields[longitude]!.name, latitude: fields[latitude]!.name },
})

const numberOf = ({ value, empty }: Verdict): number | undefined => {
  if (empty || value === undefined) return undefined
  const number = typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}

/** Looks at the points of all rows: turned over, far, outside the town, or rounded so much that they pile up. */
export class PointCheck {
  #points = 0
  #rounded = 0
  readonly #piles = new Map<string, number>()

  constructor(
    readonly columns: PointColumns,
    readonly options: CheckOptions,
  ) {}

  /** The point of the row, when it has one. */
  spot(verdicts: readonly Verdict[]): Spot | undefined {
    const [x, y] = [this.columns.longitude, this.columns.latitude]
    const both = verdicts[x]!.value
    if (x === y) return Array.isArray(both) ? { longitude: both[0] as number, latitude: both[1] as number } : undefined
    const [longitude, latitude] = [numberOf(verdicts[x]!), numberOf(verdicts[y]!)]
    return longitude === undefined || latitude === undefined ? undefined : { longitude, latitude }
  }

  test(verdicts: readonly Verdict[], texts: readonly string[]): Fault | undefined {
    const [x, y] = [this.columns.longitude, this.columns.latitude]
    if (x === y) {
      // The value's own check has judged the point: here only how fine it is written.
      const { value } = verdicts[x]!
      if (Array.isArray(value)) this.#look(value[0] as number, value[1] as number)
      return undefined
    }
    const spot = this.spot(verdicts)
    if (!spot) return undefined
    this.#look(spot.longitude, spot.latitude)
    return pointFault(spot.longitude, spot.latitude, `${texts[y]}, ${texts[x]}`, this.options, this.columns.names)
  }

  #look(longitude: number, latitude: number): void {
    this.#points++
    if (!isCoarse(longitude) || !isCoarse(latitude)) return
    this.#rounded++
    const point = `${longitude} ${latitude}`
    if (this.#piles.size < 10_000 || this.#piles.has(point)) this.#piles.set(point, (this.#piles.get(point) ?? 0) + 1)
  }

  end(): Fault | undefined {
    const piled = [...this.#piles.values()].filter(count => count > 1).reduce((sum, count) => sum + count, 0)
    if (this.#points < 5 || this.#rounded < this.#points / 2 || piled < 3) return undefined
    return {
      level: 'advice',
      code: 'carnet/rounded-coordinates',
      message: `${this.#rounded} points sur ${this.#points} n'ont que trois décimales ou moins (100 mètres près) et ${piled} tombent au même endroit : gardez au moins cinq décimales.`,
    }
  }
}

/** Three decimals or fewer, a hundred metres: shops of one street fall on one point. */
const isCoarse = (degrees: number): boolean => Math.abs(degrees * 1000 - Math.round(degrees * 1000)) < 1e-6

/** Rows that are the same in every cell: 53 bits of each are kept, the chance to take two for one is under one in a hundred million for a million rows. */
export class DuplicateRows {
  readonly #seen = new Map<number, number>()

  /** The line of the first same row. `high` and `low`: two independent 32-bit sums of the row's cells. */
  firstSame(high: number, low: number, line: number): number | undefined {
    const key = (high >>> 0) * 0x200000 + ((low >>> 0) & 0x1fffff)
    const first = this.#seen.get(key)
    if (first !== undefined) return first
    if (this.#seen.size < MOST_ROWS) this.#seen.set(key, line)
    return undefined
  }
}

/** Memory is bounded: beyond, only the first rows are compared with. */
const MOST_ROWS = 1_000_000
