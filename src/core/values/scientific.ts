/** A number in Excel's scientific notation ("2,17802E+13", "4.0356497400034E13"), written out digit by digit, without a double in between. */
export interface Scientific {
  /** Whole digits, no sign; decimals after a point when some remain. */
  readonly digits: string
  /** Zeros that the expansion had to add at the end: digits that the notation no longer holds. */
  readonly zerosAdded: number
}

/** Undefined when the text is not in scientific notation, or when its exponent is beyond what any cell of a town holds (30). */
export function readScientific(text: string): Scientific | undefined {
  const match = /^\+?(\d+)(?:[.,](\d+))?\s?E\s?\+?(\d{1,2})$/i.exec(text.trim())
  if (!match) return undefined
  const [, whole = '', decimals = '', power = '0'] = match
  const exponent = Number(power)
  if (exponent > 30) return undefined
  const zerosAdded = Math.max(0, exponent - decimals.length)
  const all = whole + decimals + '0'.repeat(zerosAdded)
  const point = whole.length + exponent
  const rest = all.slice(point)
  return { digits: rest === '' ? all.slice(0, point) : `${all.slice(0, point)}.${rest}`, zerosAdded }
}
