import { digitSum, luhn } from './luhn.ts'
import { oneLine } from './text.ts'

/** Nine digits, no separator, with Luhn's key. */
export const isSiren = (text: string): boolean => /^\d{9}$/.test(text) && luhn(text)

/** The digits of an identifier written by a person or by Excel: spaces, points, dashes, a label before, a `.0` after. */
export const identifierDigits = (text: string): string =>
  oneLine(text)
    .normalize('NFKC')
    .replace(/^'/, '')
    .replace(/^(?:n[°o]\s*)?(?:siren|siret|nic)?\s*(?:n[°o])?\s*:?\s*/i, '')
    .replace(/[.,]0+$/, '')
    .replace(/[\s.\-_/]/g, '')

const LA_POSTE = '356000000'

/**
 * Fourteen digits, no separator: Luhn over the 14 and over the SIREN inside. La Poste's establishments (356000000) that fail Luhn are valid
 * when their digits' sum is a multiple of 5 (INSEE's rule, as in validinsee); Luhn first, because its head office follows Luhn.
 */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text) || !isSiren(text.slice(0, 9))) return false
  return luhn(text) || (text.startsWith(LA_POSTE) && digitSum(text) % 5 === 0)
}

/** Validata's `french-siret-value`: spaces and points between the digits are allowed there (python-stdnum's `compact`). */
export const isSiretForFrance = (text: string): boolean => isSiret(text.replace(/[\s.]/g, ''))
/** Validata's `french-siren-value`: spaces between the digits are allowed there. */
export const isSirenForFrance = (text: string): boolean => isSiren(text.replace(/\s/g, ''))
