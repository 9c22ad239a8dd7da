import type { Town } from '../../../../src/core/models/model.ts'
import type { Spot } from '../../../../src/core/places/spot.ts'
import { placeOfDepartment } from '../../../../src/core/values/department-place.ts'

/** West, south, east and north, in degrees. */
export type Box = readonly [number, number, number, number]

/** What the map shows first. */
export type Opening =
  | { readonly type: 'box'; readonly box: Box }
  | { readonly type: 'spot'; readonly spot: Spot; readonly zoom: number }

const MIDDLE_OF_FRANCE: Spot = { longitude: 2.4, latitude: 46.6 }

/** The place asked for; else the town, by its addresses; else what the rows say; else its department. */
export function openingOf(start: Spot | undefined, town: Town | undefined, spots: readonly Spot[]): Opening {
  if (start) return { type: 'spot', spot: start, zoom: 17 }
  if (town?.box) return { type: 'box', box: town.box }
  const [first, ...others] = spots
  if (first)
    return others.length === 0 ? { type: 'spot', spot: first, zoom: 16 } : { type: 'box', box: boxAround(spots) }
  const department = town?.department && placeOfDepartment(town.department)
  return department ? { type: 'spot', spot: department, zoom: 9 } : { type: 'spot', spot: MIDDLE_OF_FRANCE, zoom: 5.5 }
}

/** One point far away must not hide the others: the middle nine tenths are shown. */
function boxAround(spots: readonly Spot[]): Box {
  const [west, east] = ends(spots.map(({ longitude }) => longitude))
  const [south, north] = ends(spots.map(({ latitude }) => latitude))
  return [west, south, east, north]
}

function ends(numbers: readonly number[]): [number, number] {
  const sorted = [...numbers].sort((a, b) => a - b)
  const cut = Math.floor(sorted.length * 0.05)
  return [sorted[cut]!, sorted[sorted.length - 1 - cut]!]
}
