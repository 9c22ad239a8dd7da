import { refuseNullWord } from './null-word.ts'
import { quoted } from './quoted.ts'
import { certain, EMPTY, type Reading, refused } from './reading.ts'
import { oneLine } from './text.ts'

/** Number of an association in the national register (RNA): W and nine digits; overseas and Alsace-Moselle numbers have the same shape. */
export function readRna(text: string): Reading {
  const line = oneLine(text)
  if (line === '') return EMPTY
  const compact = line
    .replace(/^(?:n[°o]\s*)?rna\s*:?\s*/i, '')
    .replace(/[\s.\-_/]/g, '')
    .toUpperCase()
  if (/^W\d[0-9A-Z]\d{7}$/.test(compact)) {
    return compact === text ? certain(compact) : certain(compact, `${quoted(text)} écrit ${compact}.`)
  }
  return (
    refuseNullWord(line) ??
    refused(`J'ai lu ${quoted(line)} ; j'attendais un numéro RNA : un W suivi de 9 chiffres, par exemple W781234567.`)
  )
}
