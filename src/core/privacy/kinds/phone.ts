import type { Detector } from '../hit.ts'
import { textsOfOthers } from '../rows.ts'
import { type ColumnView, shareOf, some, type TableView } from '../view.ts'
import { hasDigits } from './digits.ts'

/** Ten digits after a zero, or nine after +33, by twos in the ways that people write them, or with any spaces; and numbers of other countries. */
const PAIRS = String.raw`(?!\d\d[./-]\d\d[./-](?:19|20)\d\d)(?:(?:\+|00)\s?33[\s.-]?(?:\(0\)[\s.-]?)?|\(0\)\s?|[0Oo])[1-9](?:[\s.,\-–/_·]{0,3}\d{2}){4}`
const SPACED = String.raw`(?!\d\d\.\d\d\.(?:19|20)\d\d)0 ?[1-9](?: ?\d){8}`
const ABROAD = String.raw`\+(?!33)[1-9]\d{0,2}[\s.-]?\(?\d\)?(?:[\s.-]?\d){7,9}`
const PHONE = new RegExp(String.raw`(?<![\d.,/+\-]|\p{L})(?:${PAIRS}|${SPACED}|${ABROAD})(?!\d|[.,]\d|-\d)`, 'gu')
const MOBILE = /^(?:(?:\+|00)33(?:\(0\))?|\(?0\)?)[67]|^\+(?!33)/
/** A spreadsheet that lost the zero, or the sign: only believed under a header of phones. */
const BARE_MOBILE = /^(?:33)?[67]\d{8}$/
const BARE = /^(?:33)?[1-79]\d{8}$/

const PHONES =
  /\b(?:tel|tels|telephones?|phones?|portables?|mobiles?|gsm|numero (?:de )?tel(?:ephone)?|numero d appel|fixe|port (?:resp\p{L}*|perso\p{L}*|parents?|mere|pere|domicile)|ligne directe|numero direct|joignable|a joindre|joindre)\b|^(?:port|coordonnees|contacts?|dom)$/u
const PRIVATE =
  /\b(?:perso|personnel|prive|privee|domicile|parents?|mere|pere|responsable legal|tuteur|urgence|famille|enfant|usager|adherent|habitant|locataire|demandeur|petitionnaire|agent|proprietaire|(?:vice )?presidente?|tresori(?:er|ere)|emprunteur|abonne|jeune)\b/
/** Of an office, even on somebody's row. */
const OF_OFFICE =
  /\b(?:standard|accueil|service|mairie|ecole|etablissement|cabinet|bureau|entreprise|societe|structure|siege|employeur|ligne(?! direct)|poste|fax|organisme)\b/
const NOT_PHONES =
  /\b(?:siret|siren|ss|nss|secu|nir|rib|id|identifiant|code|insee|reference|montant|cle|uai|finess|rna|iban|piece|passeport|licence|compteur|contrat|dossier)\b/

export const phonesIn = (text: string): string[] => (hasDigits(text, 9) ? (text.match(PHONE) ?? []) : [])
const compact = (phone: string): string => phone.replace(/[^\d+()Oo]/g, '').replace(/[Oo]/g, '0')
export const isMobile = (phone: string): boolean => MOBILE.test(compact(phone))

/** Of somebody's home: the header says so, or the rows are people and nothing else. */
const isPrivateColumn = ({ header }: ColumnView, { about }: TableView): boolean =>
  PRIVATE.test(header) ||
  (about.people && !about.firms && !about.associations && !about.staff && !OF_OFFICE.test(header))

const SAID_OFFICE = /secr[ée]tariat|permanence|standard|accueil|mairie|bureau|école|poste|fax/iu
/**
 * The numbers of a column are somebody's, one by one: most of them are mobiles, or each row names a person and has a number of her own (a
 * standard comes again from row to row).
 */
function areTheirs(column: ColumnView, { named }: TableView): boolean {
  const mobiles = shareOf(column, text => phonesIn(text).some(isMobile))
  const own = [...column.counts.values()].filter(many => many === 1).length / column.filled
  return mobiles > 0.5 || (named.named && column.filled > 2 && own > 0.7)
}

export const phone: Detector = (column, table) => {
  const { header, name } = column
  if (NOT_PHONES.test(header)) return undefined
  if (!some(column, text => hasDigits(text, 9))) return undefined
  const named = PHONES.test(header)
  const everyone =
    isPrivateColumn(column, table) &&
    (named || PRIVATE.test(header) || shareOf(column, text => phonesIn(text).length > 0) > 0.3)
  const bare = everyone ? BARE : BARE_MOBILE
  const others = textsOfOthers(column, table.named)
  const together = named && !OF_OFFICE.test(header) && areTheirs(column, table)
  const holds = (text: string) =>
    phonesIn(text).some(one => (everyone && !others.has(text)) || isMobile(one)) ||
    (together && !others.has(text) && !SAID_OFFICE.test(text) && phonesIn(text).length > 0) ||
    (named && bare.test(compact(text.trim())))
  if (!some(column, holds)) return undefined
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
    generalise: text => withoutPhones(text, everyone || together, named ? bare : undefined),
    generalised: `Dans « ${name} », les numéros de téléphone de personnes ont été effacés.`,
  }
}

const withoutPhones = (text: string, everyone: boolean, bare: RegExp | undefined): string =>
  bare?.test(compact(text.trim()))
    ? ''
    : text.replace(PHONE, one => (everyone || isMobile(one) ? '' : one)).replace(/^[\s,;/-]+|[\s,;/-]+$/g, '')
