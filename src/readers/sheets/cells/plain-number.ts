/**
 * A number in plain digits, with a point, no grouping and no exponent. Fifteen significant digits, as a spreadsheet shows: a stored
 * 274.66000000000003 is the 274.66 that was typed.
 */
export function plainNumber(value: number): string {
  const short = String(Number.isInteger(value) && Math.abs(value) < 2 ** 53 ? value : Number(value.toPrecision(15)))
  return short.includes('e') ? expand(short) : short === '-0' ? '0' : short
}

function expand(text: string): string {
  const [mantissa = '', exponent = '0'] = text.split('e')
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', decimals = ''] = mantissa.replace('-', '').split('.')
  const digits = whole + decimals
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.slice(0, point).padEnd(point, '0')}${point < digits.length ? `.${digits.slice(point)}` : ''}`
}
