import { decimalOf, shiftPoint } from './decimal.ts'

export type DecimalSign = 'comma' | 'point' | 'unknown'

/** What the digits of a cell may mean: one number, two (« 1,234 »), or none. */
export type NumberShape =
  | { readonly type: 'sure'; readonly decimal: string }
  /** One mark before exactly three digits: decimals or thousands. */
  | { readonly type: 'either'; readonly mark: ',' | '.'; readonly asDecimal: string; readonly asThousands: string }
  /** « 12 34 »: spaces that separate no thousands. */
  | { readonly type: 'odd-spaces'; readonly decimal: string }
  /** « 2,17802E+13 »: zeros that a spreadsheet may have put instead of digits. */
  | { readonly type: 'shortened'; readonly decimal: string }

const SPACES = /[\s\u00A0\u202F\u2009'’]/
const GROUPED = /^\d{1,3}(?:([\s\u00A0\u202F\u2009'’.,])\d{3})(?:\1\d{3})*$/
const SCIENTIFIC = /^(\d+)(?:[.,](\d+))?\s?e\s?([+-]?\d{1,2})$/i
/** Excel turns numbers of twelve digits and more into 1,23457E+11 by itself; shorter ones were written so by somebody. */
const EXCEL_SHORTENS = 12
const MOST_POWERS = 30

/** Digits, marks and spaces, without sign nor unit. Undefined when they form no number. */
export function numberShape(text: string, negative: boolean): NumberShape | undefined {
  if (text.length > 60 || !/\d/.test(text)) return undefined
  return scientific(text, negative) ?? marked(text, negative)
}

function scientific(text: string, negative: boolean): NumberShape | undefined {
  const found = SCIENTIFIC.exec(text)
  if (!found || Math.abs(Number(found[3])) > MOST_POWERS) return undefined
  const [power, decimals] = [Number(found[3]), found[2] ?? '']
  const decimal = shiftPoint(decimalOf(negative, found[1]!, decimals), power)
  const long = decimal.replace('-', '').split('.')[0]!.length >= EXCEL_SHORTENS
  return { type: long && power > decimals.length ? 'shortened' : 'sure', decimal }
}

function marked(text: string, negative: boolean): NumberShape | undefined {
  const { whole, decimals, mark } = parts(text)
  if (!/^\d*$/.test(decimals)) return undefined
  const digits = whole.replace(/\D/g, '')
  const sure = (): NumberShape => ({ type: 'sure', decimal: decimalOf(negative, digits, decimals) })
  if (/^\d+$/.test(whole) || (whole === '' && decimals !== '')) {
    const doubt = mark !== undefined && decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole)
    return doubt ? either(mark, negative, whole, decimals) : sure()
  }
  const separator = GROUPED.exec(whole)?.[1]
  if (separator !== undefined && separator !== mark && !whole.startsWith('0')) return sure()
  const spaced = /^\d+(?:[\s\u00A0\u202F\u2009]\d+)+$/.test(whole)
  return spaced ? { type: 'odd-spaces', decimal: decimalOf(negative, digits, decimals) } : undefined
}

const either = (mark: ',' | '.', negative: boolean, whole: string, decimals: string): NumberShape => ({
  type: 'either',
  mark,
  asDecimal: decimalOf(negative, whole, decimals),
  asThousands: decimalOf(negative, whole + decimals),
})

/** The decimal mark is the last comma or point, unless it comes several times: « 1,234,567 » has none. */
function parts(text: string): { whole: string; decimals: string; mark?: ',' | '.' } {
  const at = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'))
  if (at < 0) return { whole: text, decimals: '' }
  const mark = text[at] as ',' | '.'
  if (text.indexOf(mark) !== at) return { whole: text, decimals: '' }
  const decimals = text.slice(at + 1)
  return SPACES.test(decimals) ? { whole: text, decimals: '' } : { whole: text.slice(0, at), decimals, mark }
}
