import type { Detector } from '../hit.ts'
import { some } from '../view.ts'

const IBAN = /(?<![A-Z\d])[A-Z]{2}\d{2}(?:[\s]?[A-Z\d]{4}){2,7}(?:[\s]?[A-Z\d]{1,3})?(?![A-Z\d])/g
const PLATE =
  /(?<![A-Z\d])(?!SS|WW)[A-HJ-NP-TV-Z]{2}[\s-]?\d{3}[\s-]?(?!SS)[A-HJ-NP-TV-Z]{2}(?![A-Z\d])|(?<![A-Z\d])\d{1,4}[\s-]?[A-Z]{2,3}[\s-]?(?:\d{2}|2[AB])(?![A-Z\d])/g
const PLATES = /\b(?:immatriculations?|plaques?|immat|vehicules?)\b/
const NUMBERS =
  /\b(?:iban|rib|compte bancaire|cni|carte (?:nationale )?(?:d )?identite|passeport|permis (?:de )?conduire|numero (?:d )?allocataire|mots? (?:de )?passe|mdp|password|titre (?:de )?sejour|piece (?:d )?identite|carte (?:de )?sejour|numero fiscal|numero (?:de )?piece|carte vitale)\b/

/** ISO 13616: the remainder by 97 of the number, letters as figures, is 1. */
export function isIban(text: string): boolean {
  const signs = text.replace(/\s/g, '')
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(signs)) return false
  let rest = 0
  for (const sign of signs.slice(4) + signs.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

export const ibansIn = (text: string): string[] => (text.length > 14 ? (text.match(IBAN) ?? []).filter(isIban) : [])

export const identityNumber: Detector = (column, { about }) => {
  const { header, name } = column
  const plates = PLATES.test(header) && !/\b(?:service|commune|marque|nombre|nb|type)\b/.test(header)
  const numbers = NUMBERS.test(header) && !/\b(?:nombre|nb)\b/.test(header)
  const holds = (text: string) =>
    ibansIn(text.slice(0, 5000)).length > 0 ||
    (plates && (text.match(PLATE)?.length ?? 0) > 0) ||
    (numbers && /[\dA-Za-z]{5}/.test(text.replace(/[\s_.-]/g, '')) && /\d/.test(text))
  if (!some(column, holds)) return undefined
  return {
    kind: 'identity-number',
    level: plates && !about.people ? 'look' : 'direct',
    column,
    holds,
    say: cells =>
      `« ${name} » contient des numéros qui désignent une seule personne ou son compte (${cells}) : ils ne s’ouvrent jamais ; Carnet vous conseille de retirer la colonne.`,
    answers: plates ? ['drop', 'pseudonymise', 'keep', 'ask'] : ['drop', 'pseudonymise', 'ask'],
  }
}
