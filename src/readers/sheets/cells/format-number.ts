import type { FormatToken } from './format.ts'
import { plainNumber } from './plain-number.ts'
import type { simpleNumber } from './simple-number.ts'

export interface NumberSection {
  readonly tokens: readonly FormatToken[]
  /** The quick way, for the usual shapes. */
  readonly simple: ReturnType<typeof simpleNumber>
}

const PLAINLY: NumberSection = { tokens: [], simple: undefined }

/** Sections: one for all numbers; two for positive or zero and negative; three with zero; the fourth is for text. */
export function formatNumber(value: number, sections: readonly NumberSection[]): string {
  const [positive = PLAINLY, negative, zero] = sections
  if (value < 0 && negative !== undefined && negative.tokens.length > 0) return show(-value, negative)
  if (value === 0 && zero !== undefined) return show(0, zero)
  return value < 0 ? `-${show(-value, positive)}` : show(value, positive)
}

const show = (value: number, { tokens, simple }: NumberSection): string => simple?.(value) ?? render(value, tokens)

const isPlace = (token: FormatToken) => token.type === 'mark' && /^[#0?]$/.test(token.text)
const isGeneral = (token: FormatToken) => token.type === 'mark' && (token.text === 'General' || token.text === '@')

function render(value: number, tokens: readonly FormatToken[]): string {
  if (tokens.length === 0) return french(plainNumber(value))
  // Fractions (# ?/?) show plainly: the value is what matters.
  if (tokens.some(token => token.type === 'mark' && token.text === '/')) return french(plainNumber(value))
  if (tokens.some(isGeneral))
    return tokens.map(token => (isGeneral(token) ? french(plainNumber(value)) : literal(token))).join('')
  if (!tokens.some(isPlace)) return tokens.map(literal).join('')
  return placed(value, tokens)
}

const literal = (token: FormatToken) => (token.type === 'literal' || token.text === '%' ? token.text : '')
const french = (text: string) => text.replace('.', ',')

/** Digits put in their places: `0 00 00`, `#,##0.00 "€"`, `0%`, `0.00E+00`. */
function placed(value: number, tokens: readonly FormatToken[]): string {
  const point = tokens.findIndex(token => token.type === 'mark' && token.text === '.')
  const exponent = tokens.findIndex(token => token.type === 'mark' && /^E/.test(token.text))
  const wholeEnd = point >= 0 ? point : exponent >= 0 ? exponent : tokens.length
  const fractionEnd = exponent >= 0 ? exponent : tokens.length
  const fraction = point >= 0 ? tokens.slice(point + 1, fractionEnd).filter(isPlace) : []
  const lastPlace = tokens.findLastIndex(isPlace)
  const commas = [...tokens.keys()].filter(i => tokens[i]!.type === 'mark' && tokens[i]!.text === ',')
  const percents = tokens.filter(token => token.type === 'mark' && token.text === '%').length
  const scale = percents * 2 - commas.filter(i => i > lastPlace).length * 3
  const power = exponent >= 0 && value > 0 ? Math.floor(Math.log10(value)) : 0
  const [whole = '', decimals = ''] = rounded(value, scale - power, fraction.length).split('.')
  const grouped = commas.some(i => i < lastPlace)
  return (
    wholePart(whole, tokens.slice(0, wholeEnd), grouped) +
    fractionPart(decimals, point >= 0 ? tokens.slice(point + 1, fractionEnd) : []) +
    (exponent >= 0 ? exponentPart(power, tokens.slice(exponent)) : '')
  ).trim()
}

/** The value times ten to `scale`, rounded half up on the decimals that a person reads (1.005 shows 1,01). */
function rounded(value: number, scale: number, decimals: number): string {
  const scaled = Number(`${Number(value.toPrecision(15))}e${scale}`)
  const exact = Number.isFinite(scaled) ? scaled : value * 10 ** scale
  if (exact >= 1e21) return plainNumber(exact)
  const shifted = Math.round(Number(`${exact}e${decimals}`))
  return Number.isFinite(shifted) && shifted < 1e15
    ? Number(`${shifted}e-${decimals}`).toFixed(decimals)
    : exact.toFixed(decimals)
}

function wholePart(digits: string, tokens: readonly FormatToken[], grouped: boolean): string {
  const places = tokens.filter(isPlace)
  const minimum =
    places.length -
    Math.max(
      0,
      places.findIndex(token => token.text === '0'),
    )
  const least = places.some(token => token.text === '0') ? minimum : 0
  const wanted = (digits === '0' && least === 0 ? '' : digits).padStart(least, '0')
  if (grouped) return around(tokens, wanted.replace(/\B(?=(\d{3})+$)/g, '\u202f'))
  return spread(wanted, tokens, places.length)
}

/** All digits at once where the places stand, literals before and after. */
function around(tokens: readonly FormatToken[], digits: string): string {
  const first = tokens.findIndex(isPlace)
  return tokens.map((token, i) => (i === first ? digits : literal(token))).join('')
}

/** One digit a place from the right; what is more goes in the first place: `0#" "##` on 123456789. */
function spread(digits: string, tokens: readonly FormatToken[], places: number): string {
  let at = digits.length - places
  let started = false
  const out = tokens.map(token => {
    if (!isPlace(token)) return literal(token)
    const piece = started ? digits.slice(Math.max(0, at), Math.max(0, at + 1)) : digits.slice(0, Math.max(0, at + 1))
    at++
    started ||= piece !== ''
    return piece
  })
  return out.join('')
}

function fractionPart(decimals: string, tokens: readonly FormatToken[]): string {
  let at = 0
  let out = ''
  let kept = decimals.length
  const places = tokens.filter(isPlace)
  while (kept > 0 && decimals[kept - 1] === '0' && places[kept - 1]?.text === '#') kept--
  for (const token of tokens) out += isPlace(token) ? (at++ < kept ? decimals[at - 1]! : '') : literal(token)
  return kept > 0 ? `,${out}` : out
}

function exponentPart(power: number, tokens: readonly FormatToken[]): string {
  const places = tokens.filter(isPlace).length
  const sign = power < 0 ? '-' : tokens[0]?.text === 'E+' ? '+' : ''
  return `E${sign}${String(Math.abs(power)).padStart(places, '0')}`
}
