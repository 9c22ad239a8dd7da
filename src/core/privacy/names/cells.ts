import { stripAccents } from '../../values/text.ts'
import { isBrand, isFirmWord } from './brands.ts'
import { mayBeFamilyName, mayBeFirstName } from './lexicon.ts'
import { isThingWord } from './not-people.ts'
import { namesThing, readPerson } from './read-person.ts'

const LETTERS = /^[\p{L}'’. -]{2,60}$/u
/** What stands in a column of names without being one. */
const NOBODY =
  /^(?:oui|non|vacant|neant|aucun|inconnu|anonyme|nc|n c|na|nd|divers|autre|autres|mairie|commune|ville|particulier|personnes? (?:physique|morale|publique|privee)s?|publique?|privee?|x|ras|en cours|a definir|remplacante?|interim|retraite|absente?|presente?|excusee?|idem|confidentiel|famille|a pourvoir|sans objet|total|sous total|abandonnee?|sans nom|illisible|vide|libre|reprise|reservee?|disponible|collegiale?|tous|toutes|gardien(?:ne)?s?|concierge|agente?s?|animat(?:eur|rice)s?|direct(?:eur|rice)|secretaires?|responsables?|elue?s?|professeurs?|enseignante?s?|grands parents|parents|pere|mere|les parents)$/
/** « Mme le Maire », « M. le 3e adjoint », « Le directeur »: a function, whoever holds it. */
const FUNCTION =
  /^(?:(?:m|mr|mme|monsieur|madame) )?(?:le|la|l) (?:\d ?\p{L}* )?(?:maire|adjointe?|president|presidente|direct(?:eur|rice)|prefet|tresorier|tresoriere|secretaire|responsable|d ?g ?s|conseill(?:er|ere))\b/u
/** « Ville de Dieppe », « Région Île-de-France ». */
const OFFICES =
  /^(?:ville|commune|mairie|departement|region|communaute|metropole|agglo\p{L}*|prefecture|etat|ccas|cias|conseil|ministere|direction|service|pole) (?:de|du|des|d|la|le|l|\p{L}{4,})\b/u
/** Sisters, brothers, boards: many people, none of whom is told. */
const ORDERS = /^(?:soeurs|freres|dames|filles|peres) (?:de|du|des)\b/

export const wordsOf = (text: string): string[] =>
  (/[^ -~]/.test(text) ? stripAccents(text) : text)
    .toLowerCase()
    .split(/[\s,;/.'’]+|(?<!\bste?|\bsainte?)-+/)
    .filter(word => word !== '')

export const isNobody = (text: string): boolean => {
  const words = wordsOf(text)
  return isNoName(words) || namesThing(words.filter(word => word.length > 1))
}

/** Nothing, a function, an order, a firm that is one word. */
function isNoName(words: readonly string[]): boolean {
  const line = words.join(' ')
  return (
    NOBODY.test(line) ||
    FUNCTION.test(line) ||
    OFFICES.test(line) ||
    /^(?:son|sa|ses|mon|ma|mes|leurs?) /.test(line) ||
    ORDERS.test(line.replace('œ', 'oe')) ||
    (words.length === 1 && isFirmWord(words[0]!))
  )
}

export const isSure = (text: string): boolean => readPerson(text).reading === 'sure' && !isBrand(wordsOf(text))
export const isOneName = (text: string): boolean => LETTERS.test(text.trim()) && !isNobody(text)

const HAS_CONTACT = /[@(«"“?*<>:]|0[\d .()/-]{8}|\b(?:18|19|20)\d\d\b/
/** A figure that is neither a phone nor a year: no name. */
const mayBeShaped = (text: string): boolean => text.length < 200 && (!/\d/.test(text) || HAS_CONTACT.test(text))

/** « Sylvie (sœur) 06 12 34 56 78 », « Mme Petit - petit@… », « COLLÉGIALE : I. FABRE »: the name alone. */
export const withoutContact = (text: string): string =>
  text
    .slice(0, 200)
    .replace(/\S+@\S+|(?:\+33|0)[\d .()/-]{8,}|\(.*?\)|[«»"“”?*!<>]|\b(?:18|19|20)\d\d\b/g, ' ')
    .replace(/\b(?:t[ée]l|port|portable|mobile|dom)\b\.?(?:\s*:)?/giu, ' ')
    .replace(/^[\p{L} ]{3,20}\s:\s|^(?:les|l['’])\s*(?=\p{Lu})|\bmort pour la france\b/giu, '')
    .replace(/^[\s,;:/-]+|[\s,;:/-]+$/g, '')
    .replace(KIN, '')
const KIN =
  /\s(?:père|mère|fils|fille|aînée?|frère|s(?:œ|oe)ur|junior|senior|époux|épouse|notaire|avocate?|huissier)$/iu

/** A cell under a header of people: any name will do, but a thing's, a place's or an office's. */
export function namedUnder(text: string): boolean {
  if (isKnownName(text)) return true
  if (!mayBeShaped(text)) return false
  const bare = withoutContact(text)
  return bare !== text && bare !== '' && isKnownName(bare)
}

function isKnownName(text: string): boolean {
  const { reading } = readPerson(text)
  if ((reading === 'sure' || reading === 'likely') && !isNobody(text)) return true
  if (severalPeople(text)) return true
  return (
    LETTERS.test(text.trim()) &&
    !isNobody(text) &&
    wordsOf(text).some(word => mayBeFamilyName(word) || mayBeFirstName(word))
  )
}

/** « Jean Dupont, Marie Durand », « Jean Dupont (maire) ». */
const severalPeople = (text: string): boolean =>
  text.length < 400 &&
  /[,;/&+\n(]|\s(?:et|-|–)\s/i.test(text) &&
  text
    .split(/[,;/&+\n]|\bet\b|\bET\b|\(|\s-\s/)
    .some(piece => readPerson(piece.replace(/\).*/, '')).reading === 'sure' && !isNobody(piece))

const PARTICLE =
  /^(?:de|du|des|d|la|le|les|van|von|der|den|el|al|et|y|ou|ep|epx|epouse|nee?|veuve|vve|feu|feue|hoirs|consorts|famille|enfants|indivision|succession|m|mr|mme|mlle)$/
const PIECE = /^\p{L}[\p{L}'’-]*$/u
const MOST_WORDS = 6

/** One to six words with a capital each, as names are written, whoever's: « Małgorzata Żurawska », « LEFEBVRE J.C. », « BONNET/JEAN MARIE ». */
export const isShapedAsName = (text: string): boolean =>
  mayBeShaped(text) && areNamePieces(text, word => /^\p{Lu}/u.test(word))

/** « tran thi mai »: only where the other cells are people. */
const isInLowerCase = (text: string): boolean =>
  text.length < 40 && !/\p{Lu}/u.test(text) && mayBeShaped(text) && areNamePieces(text, () => true)

function areNamePieces(text: string, isWritten: (word: string) => boolean): boolean {
  const words = namePieces(text)
  return (
    words.length > 0 &&
    words.length <= MOST_WORDS &&
    words.every(isWritten) &&
    !isNoName(wordsOf(withoutContact(text))) &&
    !isOffice(words)
  )
}

/** « SZYMCZAK Bogna »: a family name in capitals, a first name that is not. */
export const isMixedAsName = (text: string): boolean =>
  /\p{Lu}{2}/u.test(text) &&
  isShapedAsName(text) &&
  namePieces(text).some(word => /^\p{Lu}{3,}$/u.test(word)) &&
  namePieces(text).some(word => /^\p{Lu}\p{Ll}{2,}(?:-\p{L}+)?$/u.test(word))

/** The words of a name without its particles; none where a sign or a figure says that it is no name. */
function namePieces(text: string): string[] {
  const bare = withoutContact(text)
  if (bare.length < 2 || bare.length > 80) return []
  const words = bare.split(/[\s,;/&+.]+/).filter(word => !/^[-–]?$/.test(word))
  return words.every(word => PIECE.test(word)) ? words.filter(word => !PARTICLE.test(wordsOf(word).join(' '))) : []
}

/** « Service Jeunesse », « SARL Logival »: one word of things is enough where no list knows the others. */
const isOffice = (words: readonly string[]): boolean => {
  const keys = words.flatMap(wordsOf)
  return (
    keys.some(key => isThingWord(key) && !mayBeFamilyName(key)) ||
    keys.every(isThingWord) ||
    keys.some(isFirmWord) ||
    isBrand(keys)
  )
}

/** Once most cells of a column are people, so are the names that no list knows: « Szymanski », « Tran Thi Mai ». */
export const anyName =
  (test: (text: string) => boolean) =>
  (text: string): boolean =>
    test(text) || isShapedAsName(text) || isInLowerCase(text)
