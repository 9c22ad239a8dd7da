import { readAxis } from './axis.ts'
import type { PointHints } from './point.ts'
import type { Reading } from './reading.ts'

/** Degrees north of the equator: « 48,9537 », « 48°57'13"N », « N48 57.217 ». Canonical: decimal degrees, seven decimals at most. */
export const readLatitude = (text: string, hints: PointHints = {}): Reading => readAxis('latitude', text, hints)
