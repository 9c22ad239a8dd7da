import { refuseNullWord } from './null-word.ts'
import { anyOf, quoted } from './quoted.ts'
import { certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { readScientific } from './scientific.ts'
import { identifierDigits, isSiren, isSiret } from './sirene-key.ts'
import { oneLine } from './text.ts'

/**
 * True when a spreadsheet replaced the last digits of a SIRET by zeros ("21860194600000.0", "2,17802E+13"): the number cannot be repaired
 * from itself. The internal number (NIC, 5 last digits) is never 00000; four zeros are suspect only when the key is wrong too.
 */
export function isDestroyedSiret(text: string): boolean {
  const line = oneLine(text)
  const scientific = readScientific(line)
  if (scientific) return scientific.digits.length === 14 && scientific.zerosAdded > 2
  const digits = identifierDigits(line)
  if (!/^\d{14}$/.test(digits) || /^0+$/.test(digits)) return false
  return digits.endsWith('00000') || (digits.endsWith('0000') && !isSiret(digits))
}

/** A SIRET. Destroyed digits give a question without candidate: nothing is repaired by guess. */
export function readSiret(text: string): Reading {
  const line = oneLine(text)
  if (line === '') return EMPTY
  if (isDestroyedSiret(line)) return askAgain(line)
  const scientific = readScientific(line)
  if (scientific) return fromScientific(line, scientific.digits, scientific.zerosAdded)
  const digits = identifierDigits(line)
  if (/^0+$/.test(digits))
    return refused(`${quoted(line)} n'est le numéro de personne : laissez plutôt la cellule vide.`)
  if (isSiret(digits)) return digits === text ? certain(digits) : certain(digits, 'Espaces et signes retirés du SIRET.')
  return lostZeros(line, digits) ?? severalSirets(line) ?? refuseNullWord(line) ?? wrongDigits(line, digits)
}

function askAgain(line: string): Reading {
  const digits = readScientific(line)?.digits ?? identifierDigits(line)
  const siren = digits.slice(0, 9)
  const known = isSiren(siren) && !siren.endsWith('0000') ? ` de l'établissement dont le SIREN serait ${siren}` : ''
  return doubtful(
    `${quoted(line)} a été abîmé par un tableur : les derniers chiffres du SIRET sont perdus. Quel est le SIRET complet${known} ?`,
  )
}

/** All fourteen digits are there: a plain expansion. One or two zeros added at the end may be real: asked. */
function fromScientific(line: string, digits: string, zerosAdded: number): Reading {
  if (!isSiret(digits)) return wrongDigits(line, digits)
  if (zerosAdded === 0) return certain(digits, `${quoted(line)} écrit avec tous ses chiffres : ${digits}.`)
  return doubtful(`${quoted(line)} est-il bien le SIRET ${digits} ?`, [
    { value: digits, reason: 'le numéro est possible, mais ses derniers zéros ont pu être ajoutés par le tableur' },
  ])
}

function lostZeros(line: string, digits: string): Reading | undefined {
  if (!/^\d{12,13}$/.test(digits)) return undefined
  const padded = digits.padStart(14, '0')
  if (!isSiret(padded)) return undefined
  const note = `Le zéro du début, perdu par un tableur, est remis devant ${quoted(line)}.`
  if (digits.length === 13) return certain(padded, note)
  return doubtful(`${quoted(line)} n'a que 12 chiffres : est-ce le SIRET ${padded} ?`, [
    { value: padded, reason: note },
  ])
}

function severalSirets(line: string): Reading | undefined {
  const found = [...new Set((line.match(/\d(?:[\s.]?\d){13}/g) ?? []).map(identifierDigits).filter(isSiret))]
  if (found.length === 0) return undefined
  const candidates = found.map(value => ({ value, reason: 'numéro trouvé dans la cellule' }))
  if (found.length === 1) return doubtful(`Dans ${quoted(line)}, faut-il garder le SIRET ${found[0]} ?`, candidates)
  return doubtful(`${quoted(line)} contient plusieurs SIRET : lequel garder, ${anyOf(found)} ?`, candidates)
}

function wrongDigits(line: string, digits: string): Reading {
  if (isSiren(digits)) {
    return doubtful(
      `${quoted(line)} est un SIREN (9 chiffres) : quel est le SIRET (14 chiffres) de cet établissement ?`,
    )
  }
  if (!/^\d+$/.test(digits)) return refused(`J'ai lu ${quoted(line)} ; j'attendais un SIRET, 14 chiffres.`)
  if (digits.length !== 14) return refused(`${quoted(line)} compte ${digits.length} chiffres ; un SIRET en a 14.`)
  return refused(
    `${quoted(line)} n'est pas un SIRET possible : sa clé de contrôle est fausse, un chiffre a dû être mal recopié.`,
  )
}
