import type { FormatToken } from './format.ts'

/** Beyond this a product by a power of ten is no longer exact to the half unit. */
const MOST = 1e9

/**
 * The shapes that nearly all sheets use (`0`, `00000`, `#,##0.00 "€"`), made ready once: a sheet of a million amounts is then quick to
 * show. Undefined for any other shape; the function answers undefined for a value that it cannot round for certain.
 */
export function simpleNumber(tokens: readonly FormatToken[]): ((value: number) => string | undefined) | undefined {
  const marks = tokens.map(({ type, text }) => (type === 'literal' ? 'L' : type === 'mark' ? text : '?')).join('')
  const shape = /^(L*)([#,]*)(0+)(?:\.(0{1,6}))?(L*)$/.exec(marks)
  if (shape === null) return undefined
  const [, before = '', free = '', zeros = '', decimals = '', after = ''] = shape
  const grouped = free.includes(',')
  if (grouped && zeros.length > 1) return undefined
  const prefix = textOf(tokens.slice(0, before.length)).trimStart()
  const suffix = textOf(tokens.slice(tokens.length - after.length)).trimEnd()
  const power = 10 ** decimals.length
  return value => {
    const scaled = value * power
    if (!(scaled < MOST) || Math.abs(scaled - Math.floor(scaled) - 0.5) < 1e-6) return undefined
    const units = Math.round(scaled)
    const whole = Math.floor(units / power)
    const digits = grouped ? inThousands(whole) : String(whole).padStart(zeros.length, '0')
    const fraction = power === 1 ? '' : `,${String(units - whole * power).padStart(decimals.length, '0')}`
    return `${prefix}${digits}${fraction}${suffix}`
  }
}

const textOf = (tokens: readonly FormatToken[]) => tokens.map(token => token.text).join('')

function inThousands(whole: number): string {
  if (whole < 1000) return String(whole)
  return `${inThousands(Math.floor(whole / 1000))}\u202f${String(whole % 1000).padStart(3, '0')}`
}
