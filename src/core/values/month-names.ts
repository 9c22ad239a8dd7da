import { editDistance } from './distance.ts'

/** Names of months in French and English, whole or shortened, without accents. */
const NAMES: readonly (readonly string[])[] = [
  ['janvier', 'january', 'janv', 'jan'],
  ['fevrier', 'february', 'fevr', 'fev', 'febr', 'feb'],
  ['mars', 'march', 'mar', 'mrs'],
  ['avril', 'april', 'avr', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'july', 'juil', 'juill', 'jul', 'jllt'],
  ['aout', 'august', 'aou', 'aug', 'aot'],
  ['septembre', 'september', 'sept', 'sep', 'set', '7bre'],
  ['octobre', 'october', 'octo', 'oct', '8bre'],
  ['novembre', 'november', 'nov', '9bre'],
  ['decembre', 'december', 'dec', '10bre'],
]

const EXACT = new Map(NAMES.flatMap((names, index) => names.map(name => [name, index + 1] as const)))

/** `sure`: the word is a month's name or a usual short form. Otherwise the months that it may be (« jui » : June or July; « ocotbre »). */
export interface NamedMonth {
  readonly months: readonly number[]
  readonly sure: boolean
}

/** `word` in lower case without accents. Undefined when it looks like no month. */
export function namedMonth(word: string): NamedMonth | undefined {
  const exact = EXACT.get(word)
  if (exact !== undefined) return { months: [exact], sure: true }
  if (word.length < 3) return undefined
  const months = NAMES.flatMap((names, index) => (names.some(name => resembles(word, name)) ? [index + 1] : []))
  return months.length > 0 && months.length <= 2 ? { months, sure: false } : undefined
}

/** A beginning of a name (« jui ») or a long name with a slip (« ocotbre »). */
const resembles = (word: string, name: string): boolean =>
  name.startsWith(word) ||
  (name.length >= 5 && word.length >= 5 && editDistance(word, name) <= (name.length > 6 ? 2 : 1))

const WEEKDAYS: readonly (readonly string[])[] = [
  ['lundi', 'lun', 'monday', 'mon'],
  ['mardi', 'mar', 'tuesday', 'tue', 'tues'],
  ['mercredi', 'mer', 'merc', 'wednesday', 'wed'],
  ['jeudi', 'jeu', 'thursday', 'thu', 'thur', 'thurs'],
  ['vendredi', 'ven', 'vend', 'friday', 'fri'],
  ['samedi', 'sam', 'saturday', 'sat'],
  ['dimanche', 'dim', 'sunday', 'sun'],
]

/** 0 for Monday; undefined when the word is no day of the week. */
export function namedWeekday(word: string): number | undefined {
  const index = WEEKDAYS.findIndex(names => names.includes(word))
  return index < 0 ? undefined : index
}
