import { refuseNullWord } from './null-word.ts'
import { quoted } from './quoted.ts'
import { certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { readScientific, type Scientific } from './scientific.ts'
import { identifierDigits, isSiren, isSiret } from './sirene-key.ts'
import { oneLine } from './text.ts'

/** A SIREN (INSEE, nine digits, Luhn). Eight digits are completed with the zero that Excel ate only when the key then agrees. */
export function readSiren(text: string): Reading {
  const line = oneLine(text)
  if (line === '') return EMPTY
  const digits = identifierDigits(line)
  if (/^0+$/.test(digits))
    return refused(`${quoted(line)} n'est le numéro de personne : laissez plutôt la cellule vide.`)
  if (isSiren(digits)) return written(digits, text)
  const scientific = readScientific(line)
  if (scientific) return fromScientific(line, scientific)
  const inside = sirenInside(line, digits)
  if (inside) return inside
  if (/^\d{8}$/.test(digits) && isSiren(`0${digits}`)) {
    return certain(`0${digits}`, `Le zéro du début, perdu par un tableur, est remis devant ${quoted(line)}.`)
  }
  return refuseNullWord(line) ?? refused(why(line, digits))
}

const written = (digits: string, text: string): Reading =>
  digits === text ? certain(digits) : certain(digits, 'Espaces et signes retirés du numéro SIREN.')

/** All nine digits are there, or a spreadsheet rounded them: they are then lost. */
function fromScientific(line: string, { digits, zerosAdded }: Scientific): Reading {
  if (zerosAdded === 0 && isSiren(digits))
    return certain(digits, `${quoted(line)} écrit avec tous ses chiffres : ${digits}.`)
  return doubtful(`${quoted(line)} a été abîmé par un tableur, des chiffres sont perdus : quel est le SIREN complet ?`)
}

/** A SIRET, a VAT number or a longer text that holds a SIREN: proposed, never taken alone. */
function sirenInside(line: string, digits: string): Reading | undefined {
  const vat = /^FR\s?[0-9A-Z]{2}\s?(\d{3}\s?\d{3}\s?\d{3})$/i.exec(line)?.[1]?.replace(/\s/g, '')
  const among = line.match(/(?<!\d)\d{3}\s?\d{3}\s?\d{3}(?!\s?\d)/g)?.map(identifierDigits) ?? []
  const value = isSiret(digits) ? digits.slice(0, 9) : (vat ?? (among.length === 1 ? among[0] : undefined))
  if (value === undefined || !isSiren(value)) return undefined
  const what = isSiret(digits) ? 'un numéro SIRET (14 chiffres)' : vat ? 'un numéro de TVA' : 'plus long qu’un SIREN'
  return doubtful(`${quoted(line)} est ${what}. Faut-il en garder le SIREN ?`, [
    { value, reason: 'les 9 chiffres du SIREN trouvés dans la cellule' },
  ])
}

function why(line: string, digits: string): string {
  if (!/^\d+$/.test(digits)) return `J'ai lu ${quoted(line)} ; j'attendais un SIREN, 9 chiffres, par exemple 217802172.`
  if (digits.length !== 9) return `${quoted(line)} compte ${digits.length} chiffres ; un SIREN en a 9.`
  return `${quoted(line)} n'est pas un SIREN possible : sa clé de contrôle est fausse, un chiffre a dû être mal recopié.`
}
