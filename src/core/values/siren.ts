import { refuseNullWord } from './null-word.ts'
import { quoted } from './quoted.ts'
import { certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { identifierDigits, isSiren, isSiret } from './sirene-key.ts'
import { oneLine } from './text.ts'

/** A SIREN (INSEE, nine digits, Luhn). Eight digits are completed with the zero that Excel ate only when the key then agrees. */
export function readSiren(text: string): Reading {
  const line = oneLine(text)
  if (line === '') return EMPTY
  const digits = identifierDigits(line)
  if (isSiren(digits)) return written(digits, text)
  const inside = sirenInside(line, digits)
  if (inside) return inside
  if (/^\d{8}$/.test(digits) && isSiren(`0${digits}`)) {
    return certain(`0${digits}`, `Le zéro du début, perdu par un tableur, est remis devant ${quoted(line)}.`)
  }
  return refuseNullWord(line) ?? refused(why(line, digits))
}

const written = (digits: string, text: string): Reading =>
  digits === text ? certain(digits) : certain(digits, 'Espaces et signes retirés du numéro SIREN.')

/** A SIRET, a VAT number or a longer text that holds a SIREN: proposed, never taken alone. */
function sirenInside(line: string, digits: string): Reading | undefined {
  const vat = /^FR\s?[0-9A-Z]{2}\s?(\d{3}\s?\d{3}\s?\d{3})$/i.exec(line)?.[1]?.replace(/\s/g, '')
  const value = isSiret(digits) ? digits.slice(0, 9) : vat
  if (value === undefined || !isSiren(value)) return undefined
  const what = vat === undefined ? 'un numéro SIRET (14 chiffres)' : 'un numéro de TVA'
  return doubtful(`${quoted(line)} est ${what}. Faut-il en garder le SIREN ?`, [
    { value, reason: `les 9 chiffres du SIREN dans ${what}` },
  ])
}

function why(line: string, digits: string): string {
  if (!/^\d+$/.test(digits)) return `J'ai lu ${quoted(line)} ; j'attendais un SIREN, 9 chiffres, par exemple 217802172.`
  if (digits.length !== 9) return `${quoted(line)} compte ${digits.length} chiffres ; un SIREN en a 9.`
  return `${quoted(line)} n'est pas un SIREN possible : sa clé de contrôle est fausse, un chiffre a dû être mal recopié.`
}
