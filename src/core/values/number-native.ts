import { shiftPoint } from './decimal.ts'
import type { NumberOptions } from './number.ts'
import { quoted } from './quoted.ts'
import { doubtful, type Reading, refused } from './reading.ts'
import { sameUnit } from './unit.ts'

/**
 * What a spreadsheet's own cell asks before its text is read: « 12 % » that holds 0.12, « 12.5 » that became 12 May, TRUE. Undefined for an
 * ordinary number, whose text has all its digits.
 */
export function fromNative(line: string, { native, unit }: NumberOptions): Reading | undefined {
  if (native?.type === 'boolean')
    return refused(`J'ai lu ${quoted(native.shown)} (vrai ou faux) ; j'attendais un nombre.`)
  if (native?.type === 'date' || native?.type === 'datetime') return turnedIntoDate(line, native.shown)
  if (native?.type !== 'number' || !native.shown.trim().endsWith('%') || !/^-?\d+(?:\.\d+)?$/.test(line))
    return undefined
  const percent = shiftPoint(line, 2)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
  const candidates = [
    { value: percent, reason: `le nombre que l'on voyait, en pour cent` },
    { value: line, reason: 'le nombre que contient la case' },
  ]
  if (unit !== undefined && !sameUnit(unit, '%')) candidates.reverse()
  return doubtful(`${quoted(native.shown)} : faut-il écrire ${percent} ou ${line} ?`, candidates)
}

/** « 12.5 » or « 12/5 » typed in a spreadsheet becomes 12 May. */
function turnedIntoDate(line: string, shown: string): Reading {
  const [, month, day] = /^\d{4}-(\d{2})-(\d{2})/.exec(line) ?? []
  const value =
    month === undefined
      ? []
      : [{ value: `${Number(day)}.${Number(month)}`, reason: 'jour et mois lus comme un nombre à virgule' }]
  return doubtful(`${quoted(shown || line)} : le tableur a pris ce nombre pour une date, quel était-il ?`, value)
}
