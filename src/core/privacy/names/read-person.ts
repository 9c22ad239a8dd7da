import { stripAccents, tidyText } from '../../values/text.ts'
import { isHonoured } from './honoured.ts'
import { isFamilyName, isFirstName, mayBeFamilyName, mayBeFirstName } from './lexicon.ts'
import { isThingWord } from './not-people.ts'

/**
 * How much a text is a person's name by itself. `sure`: it can hardly be anything else. `likely`: a known first name or family name, and a
 * word beside it. `bare`: one to four words of letters, as any name. `honoured`: somebody that places are named after.
 */
export type PersonReading = 'sure' | 'likely' | 'bare' | 'honoured' | 'no'

const CIVILITY =
  /^(?:m\.?|mr\.?|mm\.?|mrs|mme\.?|mmes|mlle\.?|mlles|mle|monsieur|madame|mademoiselle|melle|messieurs|mesdames|vve\.?|veuve|epx)(?=[\s./&]|$)\.?\s*/i
/** « Consorts Martin »; « famille nombreuse » is nobody. */
const TOGETHER =
  /^(?:[Ff]amille|FAMILLE|[ÉE]poux|[ÉE]POUX|[Cc]onsorts|CONSORTS|[Ii]ndivision|INDIVISION|[Hh][ée]ritiers|H[ÉE]RITIERS|[Ss]uccession|SUCCESSION)\s+(?=\p{Lu})/u
const AND_CIVILITY = /^(?:et|&|ou|\/|-)\s*(?=m(?:\.|r|me|lle|elle|onsieur|adame|ademoiselle)?\b)/i
const TITLE =
  /^(?:[Dd][Rr]\.?|[Dd]octeur|DOCTEUR|[Dd]octoresse|[Pp][Rr]\.?|[Pp]rofesseur|PROFESSEUR|Me|ME|[Mm]a[iî]tre|MA[IÎ]TRE)\s+(?=\p{Lu})/u
/** A sentence, a title: « Claude Monet à Giverny ». */
const NEVER = new Set('a en sur pour avec par chez sans dans contre vers ou est sont the of'.split(' '))
/** No name of a person is longer, whatever its particles. */
const LONGEST = 80
const WORD = /^\p{L}[\p{L}'’-]*\.?$/u
const PARTICLES = new Set(
  'de du des d la le da dos van von der den ben bin el al ibn et y epouse ep nee ne veuve vve dit'.split(' '),
)

export interface PersonText {
  readonly reading: PersonReading
  /** « Dr », « Me »: a person in her profession. */
  readonly title?: true
}

/** The last texts read: every detector asks again, column after column. */
const MOST_KEPT = 100_000
const kept = new Map<string, PersonText>()

/** Reads one cell, or one piece of it. */
export function readPerson(text: string): PersonText {
  if (text.length > LONGEST * 2 || /[@\d]/.test(text)) return NO
  const known = kept.get(text)
  if (known) return known
  const reading = read(text)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(text, reading)
  return reading
}
const NO: PersonText = { reading: 'no' }

function read(text: string): PersonText {
  const line = tidyText(text).replace(/\n/g, ' ')
  if (line === '' || line.length > LONGEST) return NO
  const { bare, civil } = withoutCivility(line)
  const title = TITLE.exec(bare)
  const words = nameWords(title ? bare.slice(title[0].length) : bare)
  if (!words) return NO
  if (civil || title) return { reading: namedAfter(words) ? 'sure' : 'no', ...(title && { title: true as const }) }
  return { reading: readWords(words) }
}

/** « M. et Mme Jean Dupont » leaves « Jean Dupont ». */
function withoutCivility(line: string): { bare: string; civil: boolean } {
  let [bare, civil] = [line, false]
  for (let turn = 0; turn < 3; turn++) {
    const found = CIVILITY.exec(bare) ?? TOGETHER.exec(bare)
    if (!found) break
    civil = true
    bare = bare.slice(found[0].length).replace(AND_CIVILITY, '')
  }
  return { bare, civil }
}

interface Word {
  /** Lower case, without accents. */
  readonly key: string
  readonly shape: 'upper' | 'capital' | 'lower' | 'initial'
}

/** One to five words of letters; undefined when a sign, a figure or a word of things says that it is no name. */
function nameWords(text: string): Word[] | undefined {
  const pieces = text
    .replace(/\s*[-–]\s*(?=\p{L}{1,2}\s)/gu, '-')
    .replace(/(?<=\b\p{Lu})\.-?(?=\p{Lu}\b)/gu, '-')
    .replace(/[,;/]\s*|\s*\(.*?\)/g, ' ')
    .replace(/\b[ld]['’](?=\p{L})/giu, '')
    .trim()
    .split(/\s+/)
  if (pieces.length > 6 || !pieces.every(piece => WORD.test(piece))) return undefined
  const words = pieces.map(toWord).filter(({ key }) => !PARTICLES.has(key))
  if (words.length === 0 || words.length > 5 || words.some(({ key, shape }) => NEVER.has(key) && shape === 'lower'))
    return undefined
  return namesThing(words.map(({ key }) => key)) ? undefined : words
}

/** A thing or a trade among the words; but « Alexia Moulin », « Boulanger Cécile » are people whose family name is one. */
export function namesThing(keys: readonly string[]): boolean {
  const things = keys.filter(isThingWord)
  if (things.length === 0) return false
  const others = keys.filter(key => !isThingWord(key))
  return things.length > 1 || !things.every(mayBeFamilyName) || (keys.length > 1 && !others.every(isFirstName))
}

function toWord(piece: string): Word {
  const bare = piece.replace(/\.$/, '')
  const key = stripAccents(bare).toLowerCase().replace(/’/g, "'")
  if (/^\p{Lu}(?:-\p{Lu})?$/u.test(bare) || /^\p{Lu}\p{Ll}{1,2}\.$/u.test(piece)) return { key, shape: 'initial' }
  if (!/\p{Ll}/u.test(bare)) return { key, shape: 'upper' }
  return { key, shape: /^\p{Lu}/u.test(bare) ? 'capital' : 'lower' }
}

/** After « M. » any name will do, but a function: « M. le Maire ». */
const FUNCTIONS = new Set(
  'maire president directeur prefet ministre adjoint conseiller chef responsable secretaire tresorier'.split(' '),
)
const namedAfter = (words: readonly Word[]) => !words.every(({ key }) => FUNCTIONS.has(key))

function readWords(words: readonly Word[]): PersonReading {
  const keys = words.map(({ key }) => key)
  if (isHonoured(keys.flatMap(key => key.split('-')))) return 'honoured'
  if (words.length === 1) return 'bare'
  // « Moulin Benoît » is a hamlet as well: only a header of people makes somebody of it.
  if (keys.some(isThingWord)) return 'likely'
  const [first, family] = [keys.some(isFirstName), keys.some(isFamilyName)]
  const mixed = words.some(({ shape }) => shape === 'upper') && words.some(({ shape }) => shape === 'capital')
  if (first && mixed) return 'sure'
  if (first && keys.some(key => !isFirstName(key) && isFamilyName(key))) return inOrder(words) ? 'sure' : 'likely'
  if (first && keys.filter(isFirstName).length > 1 && family) return 'sure'
  if (inCapitals(words) && isFirstName(keys.at(-1)!) && mayBeFamilyName(keys[0]!)) return 'sure'
  // « Marie Petit », « Pierre Blanche »: a family name that is a word too.
  if (first && isFirstName(keys[0]!) && keys.slice(1).some(mayBeFamilyName) && !keys.some(mayBeOnlyFirst)) return 'sure'
  if (keys.some(mayBeFirstName) && mixed && keys.some(mayBeFamilyName)) return 'sure'
  if (words.some(({ shape }) => shape === 'initial') && keys.some(mayBeFamilyName)) return 'likely'
  if (first || (family && keys.some(mayBeFirstName))) return 'likely'
  return mixed && family ? 'likely' : 'bare'
}

/** « Blanche », « Aurore »: as much a word as a first name, so after another first name it is often an adjective. */
const mayBeOnlyFirst = (key: string): boolean => mayBeFirstName(key) && !isFirstName(key)

/** The first name at an end, or first; in lower case a name is rarely meant: « pin sylvestre ». */
const inOrder = (words: readonly Word[]): boolean =>
  words.some(({ shape }) => shape !== 'lower') && (words.length < 3 || isFirstName(words[0]!.key) || inCapitals(words))
const inCapitals = (words: readonly Word[]): boolean => words.every(({ shape }) => shape === 'upper')
