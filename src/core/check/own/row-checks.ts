import type { Field } from '../../models/model.ts'
import { roleOf } from '../../recipe/roles.ts'
import type { CheckOptions } from '../context.ts'
import type { Fault, Verdict } from '../verdict.ts'
import { pointFault } from './value-checks.ts'

/** Where the two columns of a point stand in the file. */
export interface PointColumns {
  readonly longitude: number
  readonly latitude: number
}

/** The columns of the longitude and the latitude, when there is exactly one of each. */
export function findPoint(fields: readonly (Field | undefined)[]): PointColumns | undefined {
  const at = (role: string) => fields.flatMap((field, index) => (field && roleOf(field) === role ? [index] : []))
  const [longitudes, latitudes] = [at('longitude'), at('latitude')]
  if (longitudes.length !== 1 || latitudes.length !== 1) return undefined
  return { longitude: longitudes[0]!, latitude: latitudes[0]! }
}

const numberOf = ({ value, empty }: Verdict): number | undefined => {
  if (empty || value === undefined) return undefined
  const number = typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}

/** Degrees around the town's box where a point may still be meant (a car park on the border). */
const MARGIN = 0.02

/** Looks at the points of all rows: turned over, far, outside the town, or rounded so much that they pile up. */
export class PointCheck {
  #points = 0
  #rounded = 0
  readonly #piles = new Map<string, number>()

  constructor(
    readonly columns: PointColumns,
    readonly options: CheckOptions,
  ) {}

  test(verdicts: readonly Verdict[], texts: readonly string[]): Fault | undefined {
    const [x, y] = [this.columns.longitude, this.columns.latitude]
    const [longitude, latitude] = [numberOf(verdicts[x]!), numberOf(verdicts[y]!)]
    if (longitude === undefined || latitude === undefined) return undefined
    this.#look(texts[x]!, texts[y]!)
    return pointFault(longitude, latitude, `${latitude}, ${longitude}`) ?? this.#outside(longitude, latitude)
  }

  #look(x: string, y: string): void {
    this.#points++
    if (decimals(x) > 3 || decimals(y) > 3) return
    this.#rounded++
    const point = `${x} ${y}`
    if (this.#piles.size < 10_000 || this.#piles.has(point)) this.#piles.set(point, (this.#piles.get(point) ?? 0) + 1)
  }

  #outside(longitude: number, latitude: number): Fault | undefined {
    const { town } = this.options
    if (!town?.box) return undefined
    const [west, south, east, north] = town.box
    const inside =
      longitude >= west - MARGIN &&
      longitude <= east + MARGIN &&
      latitude >= south - MARGIN &&
      latitude <= north + MARGIN
    if (inside) return undefined
    return {
      level: 'warning',
      code: 'carnet/outside-town',
      message: `Ce point (${latitude}, ${longitude}) est hors de la commune de ${town.name} : vérifiez les coordonnées.`,
    }
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

const decimals = (text: string): number => {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

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
