import type { Detector } from '../hit.ts'
import { type ColumnView, countCells, some } from '../view.ts'
import { hasDigits } from './digits.ts'

/** 13 signs, with or without the key of two figures; spaces, points and dashes between them. Never a part of a decimal number. */
const SHAPE =
  /(?<![\dA-Za-z]|\d[.,])[1-478](?:[\s.-]?\d){2}[\s.-]?(?:[02-9]\d|1[0-9])[\s.-]?(?:\d[\s.-]?\d|2[\s.-]?[AB])(?:[\s.-]?\d){6}(?:[\s./-]{0,3}\d[\s.-]?\d)?(?![\dA-Za-z]|[.,]\d)/gi
/** « 1.346268143159848 », « 4.855154 45.769666 »: a point, and more figures than any group has. */
const DECIMAL = /[.,]\d{4}/
const HEADER =
  /\b(?:nir|insee (?:de l )?(?:agent|assure)|numero (?:de )?secu(?:rite)?(?: sociale)?|(?:numero )?securite sociale|secu|num secu|no secu|nss|numero ss|immatriculation sociale)\b/

export interface Nir {
  readonly keyed: boolean
  readonly valid: boolean
}

/** The number of INSEE: sex, year, month, place of birth, order; the key is 97 minus the rest of the first 13, Corsica counted as 19 and 18. */
export function readNir(text: string): Nir | undefined {
  const signs = text.replace(/[\s.\-/]/g, '').toUpperCase()
  if (!/^[1-478]\d{4}(?:\d{2}|2[AB])\d{6}(?:\d{2})?$/.test(signs)) return undefined
  const month = Number(signs.slice(3, 5))
  if (!((month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50)) return undefined
  if (signs.slice(5, 7) === '00' || signs.slice(10, 13) === '000') return undefined
  if (signs.length === 13) return { keyed: false, valid: true }
  const body = BigInt(signs.slice(0, 13).replace('2A', '19').replace('2B', '18'))
  return { keyed: true, valid: 97n - (body % 97n) === BigInt(signs.slice(13)) }
}

/** Numbers of a text that can be nothing else: the key fits. */
export const nirsIn = (text: string): string[] =>
  !hasDigits(text, 12)
    ? []
    : (text.match(SHAPE) ?? []).filter(one => {
        const nir = DECIMAL.test(one) ? undefined : readNir(one)
        return nir?.keyed && nir.valid
      })

export const nir: Detector = column => {
  const named = HEADER.test(column.header)
  if (!named && isNumbering(column)) return undefined
  const holds = (text: string) => {
    if (!hasDigits(text, 12)) return false
    if (text.length > 5000) return nirsIn(text.slice(0, 5000)).length > 0
    if (nirsIn(text).length > 0) return true
    return named && /^\D*(?:[\s.\-/]*[\dAB]){13,15}\D*$/i.test(text)
  }
  const found = countCells(column, holds) || countBare(column)
  if (found === 0) return undefined
  const bare = !some(column, holds)
  return {
    kind: 'social-security-number',
    level: 'direct',
    column,
    holds: bare ? isBare : holds,
    say: cells =>
      `« ${column.name} » contient des numéros de sécurité sociale (${cells}) : la loi interdit de les publier ; Carnet vous conseille de retirer la colonne.`,
    answers: ['drop', 'pseudonymise', 'ask'],
  }
}

/** One number in 97 has the right key by chance: a column of long numbers where few have it numbers something else. */
const isNumbering = (column: ColumnView): boolean => {
  const long = countCells(column, text => /^\d{15}$/.test(text.trim()))
  return long > 3 && countCells(column, text => nirsIn(text).length > 0) < long / 4
}

const isBare = (text: string): boolean => /^\s*\d[\dAB\s.-]{12,20}$/i.test(text) && readNir(text)?.keyed === false
/** Thirteen figures without a key may be anything: only a whole column of them, whose months are months, is believed. */
const countBare = (column: ColumnView): number => {
  if (column.filled < 3) return 0
  const found = countCells(column, isBare)
  return found / column.filled > 0.9 ? found : 0
}
