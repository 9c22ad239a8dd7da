import { refuseNullWord } from './null-word.ts'
import { pairsIn } from './pair-text.ts'
import type { PairOrder, Point, PointHints } from './point.ts'
import { coarse } from './precision.ts'
import { readPoint, tellPoint } from './read-point.ts'
import { certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { oneLine } from './text.ts'

export interface LonlatOptions extends PointHints {
  /** Of Table Schema's geopoint (`default`: « lon, lat », `array`, `object`), or a pattern with `{lon}` and `{lat}`. */
  readonly format?: string
}

/**
 * A point in one cell: « 48,95 ; 1,81 », « 48°57'13"N 1°48'49"E », `[1.81, 48.95]`, `POINT(1.81 48.95)`, GeoJSON, the address of a map,
 * metres of Lambert 93… The order of the two numbers is told by France itself: no place of France becomes another one when they are exchanged.
 */
export function readLonlat(text: string, options: LonlatOptions = {}): Reading {
  const line = oneLine(text)
  if (line === '') return EMPTY
  const unknown = refuseNullWord(line)
  if (unknown) return unknown
  const pairs = pairsIn(line)
  const reading = readPoint(pairs, options, line)
  switch (reading.status) {
    case 'certain':
      return written(reading.point, text, options.format, pairs[0]?.order)
    case 'doubtful':
      return doubtful(
        reading.question,
        reading.candidates.map(({ point, reason }) => ({ value: writePoint(point, options.format), reason })),
      )
    case 'refused':
      return refused(reading.reason)
  }
}

function written(point: Point, text: string, format: string | undefined, promised: PairOrder | undefined): Reading {
  const value = writePoint(point, format)
  const note = [value === text ? undefined : tellPoint(point, promised), coarse(point.step)].filter(Boolean).join(' ')
  return note === '' ? certain(value) : certain(value, note)
}

const FORMATS: Readonly<Record<string, string>> = {
  default: '{lon}, {lat}',
  array: '[{lon}, {lat}]',
  object: '{"lon": {lon}, "lat": {lat}}',
}

/** The point as the model's field wants it. */
export function writePoint({ longitude, latitude }: Pick<Point, 'longitude' | 'latitude'>, format = 'default'): string {
  const pattern = format.includes('{lon}') ? format : (FORMATS[format] ?? '{lon}, {lat}')
  return pattern.replaceAll('{lon}', longitude).replaceAll('{lat}', latitude)
}
