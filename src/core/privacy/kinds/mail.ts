import { stripAccents } from '../../values/text.ts'
import type { Detector, Hit } from '../hit.ts'
import { isBrand, isGluedBrand } from '../names/brands.ts'
import { isFamilyName, isFirstName, mayBeFamilyName, mayBeFirstName } from '../names/lexicon.ts'
import { isThingWord } from '../names/not-people.ts'
import { textsOfOthers } from '../rows.ts'
import { some, type TableView } from '../view.ts'

const MAIL = /[\p{L}\d!#$%&'*+/=?^_`{|}~.-]+@(?:[\p{L}\d-]+\.)+\p{L}{2,24}/giu
/** Boxes that a person opens for herself. */
const PRIVATE =
  /@(?:gmail|googlemail|orange|wanadoo|free|laposte|hotmail|live|outlook|msn|yahoo|ymail|icloud|me|mac|sfr|neuf|bbox|numericable|aol|club-internet|aliceadsl|cegetel|9online|protonmail|proton|tutanota|gmx|mailo|netcourrier|caramail|noos|voila|dbmail|nordnet|akeonet|tele2)\.(?:com|fr|net|me|ch|eu|org|be|bzh)$/i
/** What a box that belongs to nobody is called: a role, a department, a place. */
const ROLES =
  /^(?:mairie|maire|ville|commune|contact|contacts|accueil|info|infos|information|informations|bonjour|hello|secretariat|secretaire|direction|directeur|directrice|dgs|administration|admin|webmaster|communication|com|presse|urbanisme|technique|st|etatcivil|etat-civil|elections|ccas|scolaire|periscolaire|ecole|ce|creche|enfance|jeunesse|animation|culture|sport|sports|bibliotheque|mediatheque|police|pm|comptabilite|compta|facturation|finances|rh|recrutement|emploi|dpo|rgpd|cnil|noreply|no-reply|nepasrepondre|reservation|reservations|booking|commande|commercial|vente|ventes|sav|support|service|services|agence|bureau|office|tourisme|ot|president|presidente|tresorier|tresoriere|president-e|association|asso|club|amicale|comite|resa|location|standard|reception|magasin|boutique|pharmacie|cabinet|etude|garage|hotel|restaurant|camping|gite|domaine|cave|devis|planning|astreinte|contrats?|astreintes|achats|logistique|hello|courrier|boite|pole|mairie\w*|ville\w*|contact\w+|accueil\w+)$/

/** What the table tells of its mails. */
export interface MailContext {
  /** Words of what the rows are called, when they are firms, clubs or places. */
  readonly own: ReadonlySet<string>
  /** Words of the people whom the table names. */
  readonly people: ReadonlySet<string>
  /** The rows are people: what is no department's box is theirs. */
  readonly rowsArePeople: boolean
}
export const NO_CONTEXT: MailContext = { own: new Set(), people: new Set(), rowsArePeople: false }

/** A mail's owner is a person unless its name says a role, a place or what the table's rows are called. */
export function isPersonalMail(mail: string, { own, people, rowsArePeople }: MailContext): boolean {
  const at = mail.lastIndexOf('@')
  const words = localWords(mail.slice(0, at))
  const bare = words.join('')
  if (words.length === 0 || words.every(isRole) || ROLES.test(bare)) return rowsArePeople && PRIVATE.test(mail)
  if (isBrand(words) || words.some(isGluedBrand)) return false
  if (words.some(word => people.has(word) || endsWithName(word, people)) && (rowsArePeople || !words.some(isThing)))
    return true
  if (words.length > 1 && words.some(isFirstName)) return !words.some(word => isRole(word) || isTrade(word))
  if (isSignature(words)) return true
  if (words.some(word => isRole(word) || isThing(word))) return rowsArePeople && PRIVATE.test(mail)
  if (words.some(word => own.has(word) || beginsWith(word, own)) && !words.some(isFirstName)) return false
  if (rowsArePeople || PRIVATE.test(mail)) return true
  return words.length === 1 && (isFirstName(bare) || initialAndName(bare))
}

/** « hdelavilleon » beside « Mme de La Villéon », « kervellap » beside « M. Kervella ». */
const endsWithName = (word: string, people: ReadonlySet<string>): boolean =>
  people.size > 0 &&
  (Array.from({ length: Math.max(0, word.length - 4) }, (_, at) => word.slice(at)).some(end => people.has(end)) ||
    [1, 2].some(rest => word.length - rest > 4 && people.has(word.slice(0, -rest))))

/** « poissonsdubois » on the line of « Poissons Dubois ». */
const beginsWith = (word: string, own: ReadonlySet<string>): boolean =>
  Array.from({ length: Math.max(0, word.length - 5) }, (_, at) => word.slice(0, at + 5)).some(start => own.has(start))
const isRole = (word: string): boolean => ROLES.test(word)
const isTrade = (word: string): boolean => isThingWord(word) && !mayBeFamilyName(word)
const isThing = (word: string): boolean => isThingWord(word) || startsWithThing(word)

const localWords = (local: string): string[] =>
  stripAccents(local)
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(word => word !== '')

/** « j.dupont », « dupont.j », « jp.le-cloarec »: an initial, then any name, known or not. */
function isSignature(words: readonly string[]): boolean {
  const [initials, names] = [words.filter(word => word.length < 3), words.filter(word => word.length > 2)]
  const [first = ''] = initials
  return (
    names.length > 0 &&
    names.length < 3 &&
    (initials.length === 1 || (initials.length === 2 && isParticle(initials[1]!))) &&
    (words[0] === first || words.at(-1) === first) &&
    !(first.length > 1 && isParticle(first)) &&
    !isRole(first) &&
    !names.some(name => isRole(name) || isTrade(name) || startsWithThing(name))
  )
}
const isParticle = (word: string): boolean => /^(?:le|la|de|du|l|d|les|au|st)$/.test(word)

/** « jdupont »: only names that are nothing else. */
const initialAndName = (word: string): boolean => word.length > 4 && isFamilyName(word.slice(1)) && !isThingWord(word)

/** « boulangeriemartin », « lesamisdubois ». */
const startsWithThing = (word: string): boolean => {
  for (let end = 4; end < word.length; end++)
    if (isThingWord(word.slice(0, end)) || (end > 4 && isThingWord(word.slice(-end)))) return true
  return false
}

export const mailsIn = (text: string): string[] => (text.includes('@') ? (text.match(MAIL) ?? []) : [])

/** Words of the town and of what the rows are called: « lilas.coiffure@… » on the line of « Les Lilas ». */
export function ownWords({ columns, town }: TableView): ReadonlySet<string> {
  const words = new Set(
    town
      ? stripAccents(town.name)
          .toLowerCase()
          .split(/[^a-z]+/)
      : [],
  )
  for (const { header, counts } of columns)
    if (
      /\b(?:nom|enseigne|raison|denomination|etablissement|titre|association|structure)\b/.test(header) &&
      !/prenom|famille|naissance/.test(header)
    )
      for (const text of counts.keys())
        for (const word of stripAccents(text.slice(0, 100))
          .toLowerCase()
          .split(/[^a-z]+/))
          if (word.length > 3 && !mayBeFirstName(word) && !isFamilyName(word)) words.add(word)
  return words
}

const contextOf = (table: TableView): MailContext => ({
  own: ownWords(table),
  people: table.named.words,
  rowsArePeople: table.about.people && !table.about.firms && !table.about.associations && !table.about.staff,
})

export const mail: Detector = (column, table) => {
  if (!some(column, text => text.includes('@'))) return undefined
  const context = contextOf(table)
  const personal = (one: string) => isPersonalMail(one, context)
  const others = textsOfOthers(column, table.named)
  const holds = (text: string) => !others.has(text) && mailsIn(text).some(personal)
  if (!some(column, holds)) return undefined
  const hit: Hit = {
    kind: 'mail',
    level: 'direct',
    column,
    holds,
    say: cells =>
      `« ${column.name} » donne l’adresse de courriel d’une personne (${cells}) : elle ne s’ouvre pas sans son accord ; une adresse de service, comme mairie@ ou contact@, peut la remplacer.`,
    answers: ['generalise', 'drop', 'keep', 'ask'],
    generalise: text => text.replace(MAIL, one => (personal(one) ? '' : one)).replace(/^[\s,;/]+|[\s,;/]+$/g, ''),
    generalised: `Dans « ${column.name} », les adresses de courriel de personnes ont été effacées ; celles de services sont restées.`,
  }
  return hit
}
