import { type NumberShape, numberShape } from './number-shape.ts'
import { splitUnit, unitSymbol } from './unit.ts'

/** How a number below zero was written: « -12 », « (1 200) » as accountants do, « 12- » as old software does. */
export type Negative = 'sign' | 'parentheses' | 'after'

export interface NumberParts {
  readonly shape: NumberShape
  readonly negative?: Negative
  /** Usual symbol, or the words as written; absent when there is none. */
  readonly unit?: string
  /** True when thousands or decimals were marked: the cell is surely an amount. */
  readonly marked: boolean
}

/** One number with its sign and its unit; undefined when the cell holds something else, or more. */
export function numberParts(line: string): NumberParts | undefined {
  if (line.length > 120) return undefined
  const whole = signed(line.normalize('NFKC').replace(/^'/, ''))
  const alone = shaped(whole)
  if (alone) return alone
  // NFKC would turn « m² » into « m2 » in what a person reads: the unit is cut from the text as written.
  const quantity = splitUnit(signed(line).text)
  if (!quantity || !isUnitLike(quantity.unit)) return undefined
  const inner = signed(quantity.number.normalize('NFKC'))
  const negative = whole.negative ?? inner.negative
  const parts = shaped({ text: inner.text, ...(negative ? { negative } : {}) })
  return parts && { ...parts, unit: quantity.unit }
}

/** A few words say what is counted (« 12 places »); a sentence or an address holds a number by accident. */
const isUnitLike = (unit: string): boolean =>
  unitSymbol(unit) !== undefined ||
  (unit.length <= 40 && /^\p{L}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){0,2}$/u.test(unit))

interface Signed {
  readonly text: string
  readonly negative?: Negative
}

function signed(text: string): Signed {
  const line = text.trim()
  const inside = /^\(\s?([^()]*\d[^()]*?)\s?\)$/.exec(line)
  if (inside) return { text: inside[1]!, negative: 'parentheses' }
  if (/^\+\s?\d/.test(line)) return { text: line.slice(1).trim() }
  if (/^[-−–‐‑]\s?[\d.,€]/.test(line)) return { text: line.slice(1).trim(), negative: 'sign' }
  return /^[\d\s.,]*\d\s?[-−–]$/.test(line) ? { text: line.slice(0, -1).trim(), negative: 'after' } : { text: line }
}

function shaped({ text, negative }: Signed): NumberParts | undefined {
  const shape = numberShape(text, negative !== undefined)
  return shape && { shape, ...(negative ? { negative } : {}), marked: /\d[\s.,'’]\d/.test(text) }
}
