import type { Detector } from '../hit.ts'
import { type ColumnView, countCells, type TableView } from '../view.ts'

/** Ten digits after a zero, or nine after +33, in the ways that people write them. */
const PHONE = /(?<![\d.,/-])(?:(?:\+|00)33[\s.-]?(?:\(0\)[\s.-]?)?|0)[1-9](?:[\s.\-/]?\d{2}){4}(?!\d|[.,]\d|-\d)/g
const MOBILE = /^(?:(?:\+|00)33(?:\(0\))?|0)[67]/
/** A spreadsheet that lost the zero: only believed under a header of phones. */
const BARE_MOBILE = /^[67]\d{8}$/

const PHONES =
  /\b(?:tel|tels|telephones?|phones?|portables?|mobiles?|gsm|numero (?:de )?tel(?:ephone)?|numero d appel|fixe)\b/
const PRIVATE =
  /\b(?:perso|personnel|prive|privee|domicile|parents?|mere|pere|responsable legal|tuteur|urgence|famille|enfant|usager|adherent|habitant|locataire|demandeur|petitionnaire|agent|proprietaire)\b/
const NOT_PHONES = /\b(?:siret|siren|id|identifiant|code|insee|reference|montant|cle|uai|finess|rna)\b/

export const phonesIn = (text: string): string[] => text.match(PHONE) ?? []
const compact = (phone: string): string => phone.replace(/[\s.\-/]/g, '')
export const isMobile = (phone: string): boolean => MOBILE.test(compact(phone))

/** Of somebody's home: the header says so, or the rows are people and nothing else. */
const isPrivateColumn = ({ header }: ColumnView, { about }: TableView): boolean =>
  PRIVATE.test(header) || (about.people && !about.firms && !about.associations && !about.elected)

export const phone: Detector = (column, table) => {
  const { header, name } = column
  if (NOT_PHONES.test(header)) return undefined
  const named = PHONES.test(header)
  const everyone = isPrivateColumn(column, table) && (named || PRIVATE.test(header))
  const holds = (text: string) =>
    phonesIn(text).some(one => everyone || isMobile(one)) || (named && BARE_MOBILE.test(compact(text.trim())))
  if (countCells(column, holds) === 0) return undefined
  const professional = !isPrivateColumn(column, table) && (table.about.firms || table.about.associations)
  return {
    kind: 'phone',
    level: professional ? 'look' : 'direct',
    column,
    holds,
    say: cells =>
      professional
        ? `« ${name} » donne des numéros de portable (${cells}) : gardez ceux que l’établissement affiche lui-même, effacez ceux qui ne sonnent que chez une personne.`
        : `« ${name} » donne le numéro de téléphone d’une personne (${cells}) : il ne s’ouvre pas sans son accord ; le standard d’un service peut le remplacer.`,
    answers: ['generalise', 'drop', 'keep', 'ask'],
    generalise: text => withoutPhones(text, everyone, named),
    generalised: `Dans « ${name} », les numéros de téléphone de personnes ont été effacés.`,
  }
}

const withoutPhones = (text: string, everyone: boolean, named: boolean): string =>
  named && BARE_MOBILE.test(compact(text.trim()))
    ? ''
    : text.replace(PHONE, one => (everyone || isMobile(one) ? '' : one)).replace(/^[\s,;/-]+|[\s,;/-]+$/g, '')
