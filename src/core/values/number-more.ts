import { numberParts } from './number-parts.ts'
import type { NumberShape } from './number-shape.ts'
import { numberInWords } from './number-words.ts'

/** What a cell says around its number: the number alone would say less, so all of it is asked. */
export interface MoreThanNumber {
  readonly type: 'about' | 'bound' | 'range'
  readonly decimals: readonly string[]
}

const ABOUT_BEFORE =
  /^(?:environ|env\.?|à peu près|approximativement|approx\.?|autour de|aux alentours de|près de|presque|vers|circa|ca\.?|~|≈|≃|±|\+\/-|\+-)\s*/i
const ABOUT_AFTER =
  /\s*(?:\(?(?:environ|env\.?|approx\.?|approximatif|estimation|estimé|estimée|à vérifier)\)?|\?+|\*+)$/i
const BOUND_BEFORE =
  /^(?:plus d[e’']|moins d[e’']|au moins|au plus|au minimum|au maximum|minimum|maximum|mini\.?|maxi\.?|min\.?|max\.?|jusqu['’]à|à partir de|supérieur à|inférieur à|<=?|>=?|≤|≥)\s*:?\s*/i
const BOUND_AFTER = /\s*(?:et plus|ou plus|et moins|ou moins|au moins|au plus|minimum|maximum|mini|maxi|max|\+)\.?$/i
const RANGE =
  /^(?:entre|de)?\s*(\d[\d\s.,]*?)\s*(?:à|a|et|ou|-|–|—|~|\.\.|->|→)\s*(\d[\d\s.,]*?)(?:\s*([^\d\s.,].*))?$/i

/** « environ 12 », « plus de 12 », « 10-12 », « entre 10 et 12 », « une dizaine »: the numbers found; undefined when it is none of these. */
export function moreThanNumber(line: string): MoreThanNumber | undefined {
  if (line.length > 80) return undefined
  return (
    about(line) ??
    around('bound', line, BOUND_BEFORE) ??
    around('bound', line, BOUND_AFTER) ??
    around('about', line, ABOUT_BEFORE) ??
    around('about', line, ABOUT_AFTER) ??
    range(line)
  )
}

function about(line: string): MoreThanNumber | undefined {
  const words = numberInWords(line.replace(ABOUT_BEFORE, ''))
  return words && (words.about || ABOUT_BEFORE.test(line)) ? { type: 'about', decimals: [words.value] } : undefined
}

function around(type: 'about' | 'bound', line: string, words: RegExp): MoreThanNumber | undefined {
  if (!words.test(line)) return undefined
  const rest = line.replace(words, '').trim()
  const inner = moreThanNumber(rest)
  if (inner) return inner
  const parts = numberParts(rest)
  return parts ? { type, decimals: decimalsOf(parts.shape) } : undefined
}

function range(line: string): MoreThanNumber | undefined {
  const [, low, high, unit = ''] = RANGE.exec(line) ?? []
  if (low === undefined || high === undefined || unit.length > 30) return undefined
  const shapes = [low, high].map(number => numberParts(number.trim())?.shape)
  if (!shapes.every(shape => shape !== undefined && shape.type !== 'odd-spaces')) return undefined
  const decimals = shapes.flatMap(shape => (shape ? decimalsOf(shape) : []))
  // « 12/5 » or « 33-10 » is no interval: a fraction, a score, a piece of a code.
  if (Number(decimals[0]) >= Number(decimals.at(-1))) return undefined
  return { type: 'range', decimals: [...new Set(decimals)] }
}

const decimalsOf = (shape: NumberShape): string[] =>
  shape.type === 'either' ? [shape.asDecimal, shape.asThousands] : [shape.decimal]
