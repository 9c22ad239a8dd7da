import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { refuseNullWord } from './null-word.ts'
import { phonesIn } from './phone-several.ts'
import { isShortNumber } from './phone-validata.ts'
import { anyOf, quoted } from './quoted.ts'
import { certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { readScientific } from './scientific.ts'
import { oneLine } from './text.ts'

export { isPhoneForFrance } from './phone-validata.ts'

/** Words that only name the number: « Tél. : 01 30 90 12 34 », « 06 12 34 56 78 (portable) ». */
const LABEL =
  /^(?:(?:t[eé]l[eé]phones?|t[eé]l|phone|portable|port|mobile|mob|fixe|standard|num[eé]ro|num|n°|no|au)[\s.:°]*)+|\s*[([-]?\s*(?:portable|mobile|fixe|standard|domicile)\s*[)\]]?$|^tel:/gi

/** What follows the number is an inner line: « poste 12 », « ext. 12 », « #12 ». */
const EXTENSION = /[\s,;(]*(?:poste|p\.|ext(?:ension)?\.?|;?ext=|int\.|#)\s*:?\s*(\d{1,6})\)?$/i

/** Short numbers that a town writes for its people; the five-digit ones of SMS games are asked, they look like postcodes. */
const PUBLIC_SHORT = /^(?:1[578]|11[02459]|116\d{3}|118\d{3}|19[167]|10\d{2}|3\d{3})$/

/** Where a ten-digit number that begins with 0 may ring: overseas parts have country codes of their own (+262, +590…). */
const FRANCE: readonly CountryCode[] = ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM']

/**
 * A phone as `+33123456789` (E.164), or a short number as its digits (`3010`, `15`). Which numbers exist comes from libphonenumber's full
 * metadata. Several numbers, or a number with an inner line, are asked: one cell holds one number and nothing is dropped in silence.
 */
export function readPhone(text: string): Reading {
  const line = oneLine(text)
  if (line === '') return EMPTY
  if (line.length > 200) return refused(`J'ai lu ${quoted(line)} ; j'attendais un numéro de téléphone.`)
  const bare = line.replace(/^'/, '').replace(LABEL, '').trim()
  const number = oneNumber(bare)
  if (number !== undefined) return number === text ? certain(number) : certain(number, noteOf(line, bare, number))
  return withExtension(line, bare) ?? several(line) ?? damaged(line, bare) ?? unknown(line, bare)
}

/** Signs that people put between digits; « (0) » after a country code is the zero that one drops when calling from abroad. */
const compactOf = (bare: string): string =>
  bare
    .replace(/[.,]0$/, '')
    .replace(/\(\s*0\s*\)/g, bare.startsWith('+') || bare.startsWith('00') ? '' : '0')
    .replace(/[\s.\-_/,()'–—‐‑·•*]+/g, '')

/** The only number that these signs can mean, in its canonical writing; undefined when there is none. */
export function oneNumber(bare: string): string | undefined {
  if (!/^[+\d(]/.test(bare)) return undefined
  const compact = compactOf(bare)
  if (PUBLIC_SHORT.test(compact)) return compact
  if (/^(?:\+|00)\d{6,15}$/.test(compact)) return international(compact.replace(/^00/, '+'))
  if (/^0[1-9]\d{8}$/.test(compact)) return french(compact)
  if (/^[1-9]\d{8}$/.test(compact)) return french(`0${compact}`)
  if (/^330?[1-9]\d{8}$/.test(compact)) return international(`+${compact}`)
  return undefined
}

/** « +33 01 30… » keeps a zero that does not belong there: libphonenumber drops it. */
function international(compact: string): string | undefined {
  // « +33 590 12 34 56 »: Guadeloupe written with the code of mainland France.
  const national = /^\+330?([1-9]\d{8})$/.exec(compact)?.[1]
  if (national !== undefined) return french(`0${national}`)
  const parsed = parsePhoneNumberFromString(compact)
  return parsed?.isValid() ? parsed.number : undefined
}

/** Geographic and mobile numbers of overseas France (ARCEP's numbering plan); libphonenumber lets some of them pass for mainland ones. */
const OVERSEAS: readonly (readonly [RegExp, CountryCode])[] = [
  [/^0(?:590|69[01])/, 'GP'],
  [/^0(?:596|69[67])/, 'MQ'],
  [/^0[56]94/, 'GF'],
  [/^0(?:26[23]|69[23])/, 'RE'],
  [/^0(?:269|639)/, 'YT'],
]

function french(national: string): string | undefined {
  const overseas = OVERSEAS.filter(([prefix]) => prefix.test(national)).map(([, country]) => country)
  for (const country of [...overseas, ...FRANCE]) {
    const parsed = parsePhoneNumberFromString(national, country)
    if (parsed?.isValid()) return parsed.number
  }
  return undefined
}

function noteOf(line: string, bare: string, number: string): string {
  const digits = compactOf(bare)
  if (/^[1-9]\d{8}$/.test(digits)) {
    return `Le zéro du début, perdu par un tableur, est remis : ${quoted(line)} écrit ${number}.`
  }
  return `${quoted(line)} écrit ${number}.`
}

function withExtension(line: string, bare: string): Reading | undefined {
  const extension = EXTENSION.exec(bare)
  const number = extension ? oneNumber(bare.slice(0, extension.index).trim()) : undefined
  if (!extension || number === undefined) return undefined
  return doubtful(
    `${quoted(line)} donne aussi un poste intérieur (${extension[1]}), qui ne fait pas partie du numéro : garder le numéro seul ?`,
    [{ value: number, reason: `le numéro seul ; le poste ${extension[1]} peut aller dans une autre colonne` }],
  )
}

function several(line: string): Reading | undefined {
  const found = phonesIn(line, oneNumber)
  if (found.length === 0) return undefined
  const candidates = found.map(value => ({ value, reason: 'numéro trouvé dans la cellule' }))
  if (found.length === 1) return doubtful(`Dans ${quoted(line)}, faut-il garder le numéro ${found[0]} ?`, candidates)
  return doubtful(`${quoted(line)} contient plusieurs numéros : lequel garder, ${anyOf(found)} ?`, candidates)
}

/** « 1,39E+08 »: a spreadsheet that shows all the digits can be read, one that rounded them cannot. */
function damaged(line: string, bare: string): Reading | undefined {
  const scientific = readScientific(bare)
  if (!scientific) return undefined
  const number = oneNumber(scientific.digits)
  if (number !== undefined && scientific.zerosAdded === 0) return certain(number, `${quoted(line)} écrit ${number}.`)
  return doubtful(`${quoted(line)} a été abîmé par un tableur, des chiffres sont perdus : quel est ce numéro ?`)
}

function unknown(line: string, bare: string): Reading {
  const compact = compactOf(bare)
  if (/^(?:\+33|0)[1-9]\d{8}$/.test(compact) && !/^(?:\+33|0)(\d)\1{8}$/.test(compact)) {
    const value = compact.replace(/^0/, '+33')
    return doubtful(`${quoted(line)} a bien dix chiffres, mais ce numéro n'est donné à personne : est-il juste ?`, [
      { value, reason: 'tel qu’il est écrit' },
    ])
  }
  if (isShortNumber(compact)) {
    const question = `${quoted(line)} est-il un numéro court, ou un numéro incomplet ?`
    return doubtful(question, [{ value: compact, reason: 'numéro court, tel qu’il est écrit' }])
  }
  const digits = compact.replace(/^\+/, '')
  if (/^\d{2,}$/.test(digits)) {
    return refused(
      `${quoted(line)} compte ${digits.length} chiffres et n'est pas un numéro possible ; un numéro français en a 10, par exemple 01 30 90 12 34.`,
    )
  }
  return (
    refuseNullWord(line) ??
    refused(`J'ai lu ${quoted(line)} ; j'attendais un numéro de téléphone, par exemple 01 30 90 12 34.`)
  )
}
