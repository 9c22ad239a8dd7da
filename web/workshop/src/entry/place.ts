import { pointFault } from '../../../../src/core/check/own/point-fault.ts'
import type { Town } from '../../../../src/core/models/model.ts'
import type { Spot } from '../../../../src/core/places/spot.ts'
import { lonlatFormat } from '../../../../src/core/recipe/lonlat-format.ts'
import { readLatitude } from '../../../../src/core/values/latitude.ts'
import { readLongitude } from '../../../../src/core/values/longitude.ts'
import { readLonlat, writePoint } from '../../../../src/core/values/lonlat.ts'
import type { Reading } from '../../../../src/core/values/reading.ts'
import type { Values } from './check-row.ts'
import type { PointFields } from './form.ts'

/** About ten centimetres: more would say that a phone or a hand is surer than it is. */
const DECIMALS = 6

const certainValue = (reading: Reading): string | undefined =>
  reading.status === 'certain' ? reading.value : undefined

/** The place that the cells of a row say, in one column or two; undefined when they say none. */
export function spotOf(point: PointFields, values: Values): Spot | undefined {
  if (point.type === 'one') {
    const text = certainValue(readLonlat(values[point.field.name] ?? '', { format: 'default' }))
    return text === undefined ? undefined : spotFrom(text.split(',')[0], text.split(',')[1])
  }
  return spotFrom(
    certainValue(readLongitude(values[point.longitude.name] ?? '')),
    certainValue(readLatitude(values[point.latitude.name] ?? '')),
  )
}

function spotFrom(longitude: string | undefined, latitude: string | undefined): Spot | undefined {
  if (!longitude || !latitude) return undefined
  const spot = { longitude: Number(longitude), latitude: Number(latitude) }
  return Number.isFinite(spot.longitude) && Number.isFinite(spot.latitude) ? spot : undefined
}

/** The cells that say this place. */
export function cellsOfSpot(point: PointFields, { longitude, latitude }: Spot): Values {
  const rounded = { longitude: inDegrees(longitude), latitude: inDegrees(latitude) }
  if (point.type === 'one') return { [point.field.name]: writePoint(rounded, lonlatFormat(point.field)) }
  return { [point.longitude.name]: rounded.longitude, [point.latitude.name]: rounded.latitude }
}

const inDegrees = (angle: number): string => String(Number(angle.toFixed(DECIMALS)))

/** What is odd about the place: outside the town, in the sea, turned over. A French sentence. */
export function placeFault({ longitude, latitude }: Spot, town: Town | undefined): string | undefined {
  return pointFault(longitude, latitude, `${latitude}, ${longitude}`, town ? { town } : {})?.message
}
