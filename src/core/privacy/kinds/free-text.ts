import { stripAccents } from '../../values/text.ts'
import type { Detector } from '../hit.ts'
import { isHonoured } from '../names/honoured.ts'
import { isFamilyName, isFirstName, mayBeFamilyName } from '../names/lexicon.ts'
import { isThingWord } from '../names/not-people.ts'
import { type ColumnView, countCells } from '../view.ts'
import { ibansIn } from './identity-number.ts'
import { isPersonalMail, mailsIn, NO_CONTEXT } from './mail.ts'
import { nirsIn } from './nir.ts'
import { isMobile, phonesIn } from './phone.ts'

/** Longer than this, nobody reads it as one value. */
const LONGEST = 20_000
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
/** « demeurant 4 rue Haute », « habite au 12 bis, allée des Bleuets ». */
const LIVES =
  /(?<!\p{L})(?:demeurant|domicili[ée]e?s?|habit(?:e|ent|ant)|r[ée]sid(?:e|ant)|vit)\s+(?:(?:au|à|a|,)\s+)*n?°?\s?(\d{1,4}(?:\s?(?:bis|ter|[a-c]))?,?\s+\p{L}+[^,;.\n]{3,60})/giu
/** A number that somebody asks to be called at. */
const CALL =
  /(?:appel(?:er|ez)?|joindre|joignable|rappel(?:er|ez)?|domicile|voisine?|fil(?:s|le)|m[eè]re|p[eè]re|famille|particulier)\P{N}{0,40}$/iu
const BORN =
  /(?<!\p{L})n[ée]e?(?:\(e\))? (?:le|en) (?:\d{1,2}[/. -]\d{1,2}[/. -]\d{2,4}|\d{1,2}(?:er)? \p{L}+ \d{4})/giu
const BEFORE_PLACE =
  /(?:\b(?:rue|avenue|av|bd|boulevard|place|pl|square|allee|impasse|chemin|route|quai|cours|pont|passage|sentier|ecole|college|lycee|groupe scolaire|salle|gymnase|stade|piscine|parc|jardin|espace|centre|maison|residence|foyer|mediatheque|bibliotheque|theatre|cinema|creche|hopital|clinique|statue|buste|rond point|batiment|fondation|institut|eglise|chapelle|statue de|prix|trophee|tournoi|challenge|festival|musee|domaine|villa|cite|complexe|saint|sainte|st)\s+(?:elementaire |maternelle |primaire |municipale? |communale? |culturel(?:le)? )?(?:du |de la |de l |des |de |d )?|\b(?:general|architecte|sculpt(?:eur|rice)|peintre|ecrivain|ecrivaine|poete|romanci(?:er|ere)|philosophe|composit(?:eur|rice)|realisat(?:eur|rice)|artiste|plasticien(?:ne)?|choregraphe|comedien(?:ne)?|conteu(?:r|se)|humoriste|chant(?:eur|euse)|musicien(?:ne)?|photographe|illustrat(?:eur|rice)|metteur en scene|explorat(?:eur|rice)|savant|roi|reine|saint|film de|telefilm de|roman de|piece de|oeuvre de|oeuvres de|exposition|spectacle de|concert de|compagnie|cie|orchestre|quartet|trio|marechal|president|abbe|docteur|professeur|colonel|commandant|capitaine)\s+)$/

/** « POLYGON(4.855154 45.769666, …) »: figures that are coordinates. */
const SHAPE = /^\s*(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\b|^\s*\{\s*"type"/i

export interface Piece {
  readonly what: 'name' | 'mail' | 'phone' | 'birth' | 'number' | 'address'
  readonly text: string
}

/** What a text says of persons, in order of what is surest. */
export function personsIn(text: string): Piece[] {
  if (SHAPE.test(text)) return []
  const line = text.slice(0, LONGEST)
  return [
    ...mailsIn(line)
      .filter(one => isPersonalMail(one, NO_CONTEXT))
      .map(one => ({ what: 'mail' as const, text: one })),
    ...phonesIn(line)
      .filter(one => isMobile(one) || CALL.test(line.slice(0, line.indexOf(one))))
      .map(one => ({ what: 'phone' as const, text: one })),
    ...[...nirsIn(line), ...ibansIn(line)].map(one => ({ what: 'number' as const, text: one })),
    ...[...line.matchAll(LIVES)].map(one => ({ what: 'address' as const, text: one[1] ?? one[0] })),
    ...(line.match(BORN) ?? []).map(one => ({ what: 'birth' as const, text: one })),
    ...namesIn(line).map(one => ({ what: 'name' as const, text: one })),
  ]
}

const keyOf = (word: string): string => stripAccents(word).toLowerCase()

function namesIn(line: string): string[] {
  if (!/\p{Lu}\p{L}/u.test(line)) return []
  const found: string[] = []
  for (const { 1: name = '', index } of line.matchAll(CIVIL))
    if (isSomebody(name) && !afterPlace(line, index)) found.push(name)
  for (const { 1: name = '', index } of line.matchAll(KIN))
    if (isFirstName(keyOf(name)) && !afterPlace(line, index)) found.push(name)
  PAIR.lastIndex = 0
  for (let match = PAIR.exec(line); match; match = PAIR.exec(line)) {
    const [whole, first = '', family = ''] = match
    if (isPair(first, family) && !afterPlace(line, match.index) && !isAlone(whole, line)) found.push(whole)
    // « Monsieur Jean Dupont »: the next pair may begin at the second word.
    else PAIR.lastIndex = match.index + first.length
  }
  return found
}

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

const FREE =
  /\b(?:obs|observations?|commentaires?|remarques?|notes?|descriptions?|descriptif|details?|precisions?|informations?|infos?|objets?|motifs?|resume|texte|compte rendu|divers|complements?|libelle|annotations?|historique|presentation|demande|message|signalement|intervention|suites?|actions?|reponses?|recit|circonstances?|consignes?|situation|contexte|motivation|avis|appreciation|bilan|faits?|explications?|memo|constat|besoins?|decision|nature|probleme|sujet|question|journal|evenements?|instructions?|particularites?|justificatifs?)\b/
/** A sentence, at least once: somebody may be spoken of in it. */
const isSentence = (text: string): boolean => text.length > 12 && text.split(' ', 4).length > 3
/** Long texts are free whatever their column is called. */
const isLong = ({ counts }: ColumnView): boolean => {
  let [long, all] = [0, 0]
  for (const text of counts.keys()) {
    all++
    if (text.length > 60 && /\s/.test(text)) long++
  }
  return all > 0 && long / all > 0.2
}

export const freeText: Detector = column => {
  const { header, name } = column
  const free = FREE.test(header) || isLong(column)
  if (!free && countCells(column, isSentence) === 0) return undefined
  const holds = (text: string) => (free ? personsIn(text).length > 0 : isSentence(text) && saysSomebody(text))
  if (countCells(column, holds) === 0) return undefined
  return {
    kind: 'free-text',
    level: 'direct',
    column,
    holds,
    say: cells =>
      `« ${name} » est un texte libre qui parle de personnes (${cells}) : un nom, un numéro ou une date de naissance y est écrit ; Carnet vous conseille de relire ces cases, ou d’y masquer ce qui désigne quelqu’un.`,
    answers: ['generalise', 'drop', 'keep', 'ask'],
    generalise: masked,
    generalised: `Dans « ${name} », ce qui désignait des personnes a été masqué par « […] ».`,
  }
}

/** Where the column is no free text, a civility alone is believed: « Rendu à Mme Hamdi ». */
const saysSomebody = (text: string): boolean =>
  MAY_BE_CIVIL.test(text) &&
  [...text.slice(0, LONGEST).matchAll(CIVIL)].some(
    ({ 1: name = '', index }) => isSomebody(name) && !afterPlace(text, index),
  )

const MASK = '[…]'
function masked(text: string): string {
  const pieces = personsIn(text).sort((a, b) => b.text.length - a.text.length)
  return pieces.reduce((line, { text: piece }) => line.replaceAll(piece, MASK), text)
}
