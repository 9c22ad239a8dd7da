/**
 * Decimal numbers as text, so that no digit is ever lost: doubles only hold fifteen. Canonical: `-?` digits without useless zero in front,
 * then a point and the decimals as they were written.
 */
export const isDecimal = (text: string): boolean => /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)

/** From whole digits and decimals, as written: « 007 », « 50 » give `7.50`. Minus zero is zero. */
export function decimalOf(negative: boolean, whole: string, decimals = ''): string {
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  const number = decimals === '' ? digits : `${digits}.${decimals}`
  return negative && /[1-9]/.test(number) ? `-${number}` : number
}

/** Moves the point: `1.25` by 2 is `125`, by -2 is `0.0125`. Zeros at the end of the decimals stay, they were written. */
export function shiftPoint(decimal: string, places: number): string {
  const negative = decimal.startsWith('-')
  const [whole = '0', decimals = ''] = decimal.replace('-', '').split('.')
  if (places >= 0) {
    const padded = decimals.padEnd(places, '0')
    return decimalOf(negative, whole + padded.slice(0, places), padded.slice(places))
  }
  const padded = whole.padStart(1 - places, '0')
  const cut = padded.length + places
  return decimalOf(negative, padded.slice(0, cut), padded.slice(cut) + decimals)
}

/** The whole number, when the decimals are only zeros; undefined otherwise. */
export const wholeOf = (decimal: string): string | undefined => {
  const [whole, decimals = ''] = decimal.split('.')
  return /^0*$/.test(decimals) ? (whole === '-0' ? '0' : whole) : undefined
}
