import { stripAccents } from '../../values/text.ts'
import { isHonoured } from './honoured.ts'
import { isFamilyName, isFirstName, mayBeFamilyName } from './lexicon.ts'
import { isThingWord } from './not-people.ts'

const NAME = String.raw`\p{Lu}[\p{L}'’-]+`
const CIVIL = new RegExp(
  String.raw`(?<!\p{L})(?:M\.|Mr\.?|MM\.|Mme|Mlle|Melle|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Ff]amille|[Vv]euve|[Vv]ve|[Cc]onsorts|[Hh][ée]ritiers|[Ss]uccession|[Ii]ndivision|[Éé]poux|[Cc]hez les|MME|MLLE|MONSIEUR|MADAME|MR|M(?=\s+\p{Lu}{2}))\s+(?:(?:et|ou|&)\s+(?:M\.|Mme|Mr|MME)\s+)?((?:\p{Lu}\.\s?)?${NAME}(?:\s+(?:de\s+|d['’]|du\s+|la\s+|le\s+)*${NAME}){0,3})`,
  'gu',
)
const MAY_BE_CIVIL =
  /(?<!\p{L})(?:[MV]|famille|veuve|consorts|h[ée]ritiers|succession|indivision|[ÉEé]poux|chez|mon|mad)/iu
const PAIR = new RegExp(
  String.raw`(?<![\p{L}'’-])(${NAME})\s+((?:de\s+|d['’]|du\s+|la\s+|le\s+)*${NAME})(?:\s+(${NAME}))?`,
  'gu',
)
/** « la petite Léa », « son fils Enzo ». */
const KIN = new RegExp(
  String.raw`(?<!\p{L})(?:fils|fille|maman|papa|mère|père|enfant|frère|sœur|petite?|jumeaux|bébé|époux|épouse|mari|femme|élève|neveu|nièce|voisine?|gendre|tuteur|tutrice|collègue|grand-mère|grand-père|petit-fils|petite-fille|propriétaire|locataire|gérante?|habitante?|riveraine?|agente?|stagiaire)\s*,?\s+(?:de\s+|d['’])?(${NAME})`,
  'gu',
)
/** « le fils Delattre », « l’agent Ferrandi », « les époux Roy »: any name that is no thing. */
const CALLED =
  /(?<!\p{L})(?:[Ll]e fils|[Ll]a fille|[Ll]es (?:fr[eè]res|(?:époux|voisins|enfants|parents))|[Ll]['’]agente?|[Ll]a famille|[Ll]a veuve|[Ll]a m[eè]re|[Ll]e p[eè]re|(?:[Ll]e|[Ll]a|sa|son|mon|ma) voisine?|[Cc]hez les)\s+(\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?)(?![\p{L}])/gu
/** « voir avec Nadia », « appeler Josiane », « Josiane du foyer ». */
const ASKED = new RegExp(
  String.raw`(?<!\p{L})(?:[Aa]ppeler|[Rr]appeler|[Cc]ontacter|[Jj]oindre|[Pp]r[ée]venir|[Dd]emander(?: [àa])?|[Vv]oir(?: avec)?|[Vv]u avec|[Rr]emise? [àa]|[Dd]onnée? [àa]|[Rr]emplacée? par|[Cc]l[ée]s? chez|[Ss]igné|[Dd]e la part de)\s*:?\s+(${NAME})|,\s(${NAME})(?= (?:du|de la|des) \p{Ll})`,
  'gu',
)
const BEFORE_PLACE =
  /(?:\b(?:rue|avenue|av|bd|boulevard|place|pl|square|allee|impasse|chemin|route|quai|cours|pont|passage|sentier|ecole|college|lycee|groupe scolaire|salle|gymnase|stade|piscine|parc|jardin|espace|centre|maison|residence|foyer|mediatheque|bibliotheque|theatre|cinema|creche|hopital|clinique|statue|buste|rond point|batiment|fondation|institut|eglise|chapelle|statue de|prix|trophee|tournoi|challenge|festival|musee|domaine|villa|cite|complexe|saint|sainte|st)\s+(?:elementaire |maternelle |primaire |municipale? |communale? |culturel(?:le)? )?(?:du |de la |de l |des |de |d )?|\b(?:general|architecte|sculpt(?:eur|rice)|peintre|ecrivain|ecrivaine|poete|romanci(?:er|ere)|philosophe|composit(?:eur|rice)|realisat(?:eur|rice)|artiste|plasticien(?:ne)?|choregraphe|comedien(?:ne)?|conteu(?:r|se)|humoriste|chant(?:eur|euse)|musicien(?:ne)?|photographe|illustrat(?:eur|rice)|metteur en scene|explorat(?:eur|rice)|savant|roi|reine|saint|film de|telefilm de|roman de|piece de|oeuvre de|oeuvres de|exposition|spectacle de|concert de|compagnie|cie|orchestre|quartet|trio|marechal|president|abbe|docteur|professeur|colonel|commandant|capitaine)\s+)$/

const keyOf = (word: string): string => stripAccents(word).toLowerCase()

/** Names of people in a sentence, as they are written. */
export function namesIn(line: string): string[] {
  if (!/\p{Lu}\p{L}/u.test(line)) return []
  const found: string[] = []
  for (const { 1: name = '', index } of line.matchAll(CIVIL))
    if (isSomebody(name) && !afterPlace(line, index)) found.push(name)
  for (const { 1: name = '', index } of line.matchAll(KIN))
    if (isFirstName(keyOf(name)) && !FATHERS.test(name) && !afterPlace(line, index)) found.push(name)
  for (const { 1: name = '', index } of line.matchAll(CALLED))
    if (isSomebody(name) && !FATHERS.test(name) && !isThingWord(keyOf(name)) && !afterPlace(line, index))
      found.push(name)
  for (const { 1: asked, 2: told } of line.matchAll(ASKED)) {
    const name = asked ?? told ?? ''
    if (isFirstName(keyOf(name))) found.push(name)
  }
  PAIR.lastIndex = 0
  for (let match = PAIR.exec(line); match; match = PAIR.exec(line)) {
    const [whole, first = '', family = ''] = match
    if (isPair(first, family) && !afterPlace(line, match.index) && !isAlone(whole, line)) found.push(whole)
    // « Monsieur Jean Dupont »: the next pair may begin at the second word.
    else PAIR.lastIndex = match.index + first.length
  }
  return found
}

/** « le père Noël », « le père Lachaise », « la mère Nature ». */
const FATHERS = /^(?:no[eë]l|lachaise|fouettard|nature|patrie)$/iu

const FUNCTIONS = new Set(
  'maire president presidente directeur directrice prefet ministre adjoint depute senateur conseiller'.split(' '),
)
const isSomebody = (name: string): boolean => {
  const words = keyOf(name).split(/[\s-]+/)
  return (
    !FUNCTIONS.has(words[0] ?? '') && !isHonoured(words) && !words.some(word => word.length > 3 && isThingWord(word))
  )
}

/** « Pierre Blanche », « Bois Robert »: alone in its cell, a family name that is a word too makes a place of it. */
const isAlone = (whole: string, line: string): boolean =>
  line.trim().length < whole.length + 4 && !whole.split(/\s+/).some(word => isFamilyName(keyOf(word)))

function isPair(first: string, family: string): boolean {
  const [a, b] = [keyOf(first), keyOf(family).replace(/^(?:(?:de|du|la|le)\s+|d['’])+/, '')]
  if (isThingWord(a) || isThingWord(b) || isHonoured([...a.split('-'), ...b.split('-')])) return false
  return (
    (isFirstName(a) && mayBeFamilyName(b) && !isFirstName(b)) ||
    (isFirstName(b) && isFamilyName(a) && !isFirstName(a)) ||
    (isFirstName(a) && isFirstName(b) && isFamilyName(b))
  )
}

/** « rue Victor Hugo », « salle Jean Dupont », « la statue du général Leclerc ». */
const afterPlace = (line: string, index: number): boolean =>
  BEFORE_PLACE.test(
    `${keyOf(line.slice(Math.max(0, index - 40), index))
      .replace(/[^a-z]+/g, ' ')
      .replace(/^ /, '')}`,
  )

/** A civility, and somebody after it. */
export const namesSomebody = (line: string): boolean =>
  MAY_BE_CIVIL.test(line) &&
  [...line.matchAll(CIVIL)].some(({ 1: name = '', index }) => isSomebody(name) && !afterPlace(line, index))
