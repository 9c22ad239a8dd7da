/** A point in WGS84 degrees. */
export interface Spot {
  readonly longitude: number
  readonly latitude: number
}

const METRES_PER_DEGREE = 111_320

/** Between two points of one commune, in metres: the earth is flat at that size. */
export function metresBetween(a: Spot, b: Spot): number {
  const x = (b.longitude - a.longitude) * Math.cos((((a.latitude + b.latitude) / 2) * Math.PI) / 180)
  return Math.hypot(x, b.latitude - a.latitude) * METRES_PER_DEGREE
}

/** The point nearest to the mean of all: on the street, not beside it. And how far the others are. */
export function middleOf(spots: readonly [Spot, ...Spot[]]): { middle: Spot; radius: number } {
  const mean = {
    longitude: average(spots.map(spot => spot.longitude)),
    latitude: average(spots.map(spot => spot.latitude)),
  }
  const middle = spots.reduce((best, spot) => (metresBetween(spot, mean) < metresBetween(best, mean) ? spot : best))
  return {
    middle: { longitude: middle.longitude, latitude: middle.latitude },
    radius: Math.max(...spots.map(spot => metresBetween(middle, spot))),
  }
}

const average = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
