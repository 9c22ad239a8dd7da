import type { Native } from '../table/table.ts'
import { cellLine } from './cell-line.ts'
import { isDecimal, wholeOf } from './decimal.ts'
import { nullWord, readNullWord, refuseNullWord } from './null-word.ts'
import { moreThanNumber } from './number-more.ts'
import { fromNative } from './number-native.ts'
import { type NumberParts, numberParts } from './number-parts.ts'
import { askNumber, type Keep, type PossibleNumber, refuseNumber } from './number-question.ts'
import type { DecimalSign } from './number-shape.ts'
import { withUnit } from './number-unit.ts'
import { numberInWords } from './number-words.ts'
import { quoted } from './quoted.ts'
import { certain, EMPTY, type Reading, refused } from './reading.ts'
import { unitSymbol } from './unit.ts'

export interface NumberOptions {
  readonly native?: Native
  /** The column's decimal sign, once proven: settles « 1,234 ». */
  readonly decimal?: DecimalSign
  /** The unit of the column: the same one is taken off the cell, another one is asked. */
  readonly unit?: string
  /** True when a person asked that other units of the same family be converted to `unit`. */
  readonly convert?: boolean
}

/** A number, `1234.50`: computed on the text, never on a double, so that no digit is lost. */
export const readNumber = (text: string, options: NumberOptions = {}): Reading =>
  read(text, options, decimal => decimal)

/** A whole number: « 12,0 » is 12, « 12,5 » is refused. */
export const readInteger = (text: string, options: NumberOptions = {}): Reading => read(text, options, wholeOf)

function read(text: string, options: NumberOptions, keep: Keep): Reading {
  const line = cellLine(text)
  if (line === '') return EMPTY
  const native = fromNative(line, options)
  if (native) return native
  if (isDecimal(line) && !maybeThousands(line, options, keep)) return settle(text, line, '', keep)
  const parts = numberParts(line)
  const usual = parts && (parts.unit === undefined || unitSymbol(parts.unit) !== undefined)
  if (parts && usual) return fromParts(text, line, parts, options, keep)
  return (
    refuseNullWord(line) ??
    inWords(text, line, keep) ??
    more(line, keep) ??
    perhapsNone(line) ??
    (parts ? fromParts(text, line, parts, options, keep) : refuseNumber(line, keep))
  )
}

/** « 1.234 » is how software writes a decimal, but thousands among commas, or in a column of whole numbers. */
function maybeThousands(line: string, { decimal, native }: NumberOptions, keep: Keep): boolean {
  if (native?.type === 'number' || !/^-?[1-9]\d{0,2}\.\d{3}$/.test(line)) return false
  return decimal === 'comma' || (decimal !== 'point' && keep('0.5') === undefined)
}

function settle(text: string, decimal: string, more: string, keep: Keep): Reading {
  const value = keep(decimal)
  if (value === undefined) return refused(`J'ai lu ${quoted(text)} ; j'attendais un nombre entier, sans virgule.`)
  return value === text ? certain(value) : certain(value, `${quoted(text)} écrit ${value}${more}.`)
}

function fromParts(text: string, line: string, parts: NumberParts, options: NumberOptions, keep: Keep): Reading {
  const meanings = meaningsOf(parts, options, keep)
  const [decimal] = meanings[0]!
  if (meanings.length > 1)
    return askNumber(line, 'la marque sépare-t-elle les décimales ou les milliers ?', meanings, keep)
  const doubt = doubtOf(parts)
  if (doubt) return askNumber(line, doubt, [[decimal]], keep)
  if (isPerhapsNegative(parts))
    return askNumber(line, 'ce nombre est-il négatif ?', [[decimal], [decimal.replace('-', '')]], keep)
  const negative =
    parts.negative === 'parentheses' ? ' : entre parenthèses, c’est un nombre négatif en comptabilité' : ''
  if (parts.unit === undefined) return settle(text, decimal, negative, keep)
  const answer = withUnit(line, decimal, parts.unit, options, keep)
  return 'status' in answer ? answer : settle(text, answer.decimal, `${answer.note}${negative}`, keep)
}

/** One decimal when the mark is settled, two when it may be of decimals or of thousands. */
function meaningsOf({ shape, unit }: NumberParts, { decimal }: NumberOptions, keep: Keep): readonly PossibleNumber[] {
  if (shape.type !== 'either') return [[shape.decimal]]
  const decimals: PossibleNumber = [shape.asDecimal, 'la marque sépare les décimales']
  const thousands: PossibleNumber = [shape.asThousands, 'la marque sépare les milliers']
  if (shape.mark === ',')
    return decimal === 'comma' ? [decimals] : decimal === 'point' ? [thousands] : [decimals, thousands]
  if (decimal === 'comma' || keep('0.5') === undefined) return [thousands, decimals]
  return decimal === 'point' || unit === undefined ? [decimals] : [decimals, thousands]
}

function doubtOf({ shape }: NumberParts): string | undefined {
  if (shape.type === 'odd-spaces') return 'les espaces n’y séparent pas des milliers, est-ce bien un seul nombre ?'
  if (shape.type !== 'shortened') return undefined
  return 'un tableur a raccourci ce nombre, ses derniers chiffres ont pu être perdus : quel est-il ?'
}

/** « (12) » may be a note and « 12- » a slip; « (1 200) » and « (12 €) » are amounts. */
const isPerhapsNegative = ({ negative, marked, unit }: NumberParts): boolean =>
  negative === 'after' || (negative === 'parentheses' && !marked && unit === undefined)

/** « aucun » may be zero or an unknown number. */
const perhapsNone = (line: string): Reading | undefined =>
  nullWord(line) === 'doubtful' ? readNullWord(line) : undefined

function inWords(text: string, line: string, keep: Keep): Reading | undefined {
  const words = numberInWords(line)
  return words && !words.about ? settle(text, words.value, '', keep) : undefined
}

const SENTENCES = {
  about: 'le nombre est approché, faut-il le garder tel quel ?',
  bound: 'c’est une limite et non un nombre exact, faut-il le garder tel quel ?',
  range: 'c’est un intervalle, quel nombre garder ?',
} as const

function more(line: string, keep: Keep): Reading | undefined {
  const found = moreThanNumber(line)
  if (!found) return undefined
  return askNumber(
    line,
    SENTENCES[found.type],
    found.decimals.map((decimal): PossibleNumber => [decimal]),
    keep,
  )
}
