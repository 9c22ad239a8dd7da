import { readAxis } from './axis.ts'
import type { PointHints } from './point.ts'
import type { Reading } from './reading.ts'

/** Degrees east of Greenwich, negative to the west: « 1,8135 », « 4°29'O », « W 61.07 ». Canonical: decimal degrees, seven decimals at most. */
export const readLongitude = (text: string, hints: PointHints = {}): Reading => readAxis('longitude', text, hints)
