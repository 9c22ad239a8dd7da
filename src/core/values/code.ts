import { isSiret } from './sirene-key.ts'
import { comparisonKey } from './text.ts'

/** Names of columns that hold codes, by whole words of their comparison key. */
const CODE_NAMES =
  /\b(siret|siren|insee|code|codes|cp|postal|tel|tel\d|telephone|telephones|phone|fax|portable|mobile|rna|id|identifiant|ref|reference|numero|num|nic|ape|naf|chapitre|compte|uid)\b/

/**
 * The one place that decides that digits are a code, never to be summed, rounded, grouped nor stripped of their zeros: leading zeros
 * ("011", "01250", "0130900000"), a French phone in pairs, a SIRET, a Corsican commune ("2A004"), more digits than a number can hold,
 * or any digits in a column whose name says so. A five-digit postcode without a leading zero cannot be told from an amount by itself.
 */
export function looksLikeCode(text: string, columnName?: string): boolean {
  const compact = text.trim().replace(/[\s\u00A0\u202F]/g, '')
  if (/^2[AB]\d{3}$/i.test(compact)) return true
  if (/^\+\d{6,15}$/.test(compact) || /^0\d(?:[.-]?\d{2}){4}$/.test(compact)) return true
  if (!/^\d+$/.test(compact)) return false
  if (/^0\d/.test(compact) || compact.length >= 16 || isSiret(compact)) return true
  return columnName !== undefined && CODE_NAMES.test(nameKey(columnName))
}

/** `codePostal`, `CODE_POSTAL` and `Code postal` are one name. */
const nameKey = (name: string): string => comparisonKey(name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' '))
