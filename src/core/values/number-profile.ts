import { numberParts } from './number-parts.ts'
import type { DecimalSign } from './number-shape.ts'
import { oneLine } from './text.ts'

/** What a whole column of numbers tells about each of them. */
export interface NumberProfile {
  /** Proven by numbers that leave no doubt (« 12,5 », « 1 234,50 »); `unknown` without proof or with both. */
  readonly decimal: DecimalSign
  /** The unit that every number with a unit carries. */
  readonly unit?: string
}

const COMMA = /^[^,]*\d?,(?:\d{1,2}|\d{4,})\D*$|\d\.\d{3},\d|^\D*0,\d+|\d[\s\u00A0\u202F]\d{3},\d/
const POINT = /^[^.]*\d?\.(?:\d{1,2}|\d{4,})\D*$|\d,\d{3}\.\d|^\D*0\.\d+|\d[\s\u00A0\u202F]\d{3}\.\d/

/** Looks at the cells of one column; what is not a number counts for nothing. */
export function profileNumbers(values: Iterable<string>): NumberProfile {
  let [commas, points] = [0, 0]
  const units = new Set<string>()
  for (const value of values) {
    const line = value.length > 120 ? '' : oneLine(value)
    const parts = numberParts(line)
    if (!parts) continue
    if (parts.unit !== undefined) units.add(parts.unit)
    if (COMMA.test(line)) commas++
    else if (POINT.test(line)) points++
  }
  const decimal = commas > 0 && points === 0 ? 'comma' : points > 0 && commas === 0 ? 'point' : 'unknown'
  const [unit] = units
  return { decimal, ...(units.size === 1 && unit !== undefined ? { unit } : {}) }
}
