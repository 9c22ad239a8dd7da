import { editDistance } from './distance.ts'
import { refuseNullWord } from './null-word.ts'
import { anyOf, quoted } from './quoted.ts'
import { certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { comparisonKey, oneLine } from './text.ts'

export interface EnumOptions {
  /** The values that the model allows, letter for letter. */
  readonly values?: readonly string[]
  /** Other writings that the model knows, by value. */
  readonly valueSynonyms?: Readonly<Record<string, readonly string[]>>
}

/**
 * A value of the model's list. Case, accents, spaces and punctuation never make another value; a plural or an article neither, when only one
 * value is left. A slip of the finger is asked: two values of a list may be one letter apart.
 */
export function readEnum(text: string, { values = [], valueSynonyms }: EnumOptions = {}): Reading {
  const line = oneLine(text)
  if (line === '') return EMPTY
  const exact = values.find(value => value === text) ?? values.find(value => value === line)
  if (exact !== undefined) return certain(exact)
  const same = sameValue(line, values) ?? known(line, values, valueSynonyms)
  if (same !== undefined) return certain(same, `${quoted(line)} écrit ${quoted(same)}, comme dans la liste du modèle.`)
  const short = shortenedValues(line, values)
  if (short.length === 1 && line.endsWith('.'))
    return certain(short[0]!, `${quoted(line)} est l'abrégé de ${quoted(short[0]!)}.`)
  const near = [...new Set([...short, ...closeValues(line, values), ...fullerValues(line, values)])]
  if (near.length > 0)
    return doubtful(
      `J'ai lu ${quoted(line)} : est-ce ${anyOf(near.slice(0, 3).map(quoted))} ?`,
      near.map(value => ({ value, reason: 'une valeur proche, dans la liste du modèle' })),
    )
  return refuseNullWord(line) ?? refused(`J'ai lu ${quoted(line)} ; j'attendais ${expected(values)}.`)
}

const expected = (values: readonly string[]): string =>
  values.length > 8
    ? `une valeur de la liste du modèle : ${values.slice(0, 6).map(quoted).join(', ')}…`
    : anyOf(values.map(quoted))

/** From the strictest comparison to the loosest: the first that leaves one value decides, one that leaves several gives up. */
function sameValue(line: string, values: readonly string[]): string | undefined {
  for (const { key, byKey } of indexOf(values)) {
    const wanted = key(line)
    const found = wanted === '' ? undefined : byKey.get(wanted)
    if (found) return found.length === 1 ? found[0] : undefined
  }
  return undefined
}

/** A writing that the model's book gives to one value alone. */
function known(
  line: string,
  values: readonly string[],
  synonyms: EnumOptions['valueSynonyms'] = {},
): string | undefined {
  const key = loose(line)
  const found =
    key === ''
      ? []
      : values.filter(value => (Object.hasOwn(synonyms, value) ? synonyms[value]! : []).some(one => loose(one) === key))
  return found.length === 1 ? found[0] : undefined
}

interface KeyIndex {
  readonly key: (text: string) => string
  readonly byKey: ReadonlyMap<string, readonly string[]>
}

/** The keys of a model's list, computed once: the list is read-only and lives as long as its model. */
const indexes = new WeakMap<readonly string[], readonly KeyIndex[]>()

function indexOf(values: readonly string[]): readonly KeyIndex[] {
  let index = indexes.get(values)
  if (!index) indexes.set(values, (index = makeIndex(values)))
  return index
}

const makeIndex = (values: readonly string[]): KeyIndex[] => [
  ...[comparisonKey, compact, loose].map(key => ({ key, byKey: groupBy(key, values) })),
  { key: loose, byKey: alternatives(values) },
]

/** « bois ou forêt » is the value of a wood, and of a forest. */
function alternatives(values: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const value of values) {
    const parts = value.split(/ ou | \/ |, /)
    if (parts.length === 1) continue
    for (const key of new Set(parts.map(loose))) groups.set(key, [...(groups.get(key) ?? []), value])
  }
  return groups
}

function groupBy(key: (text: string) => string, values: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value])
  return groups
}

const compact = (text: string): string => comparisonKey(text).replaceAll(' ', '')

const loose = (text: string): string =>
  comparisonKey(text, { articles: 'drop' })
    .split(' ')
    .map(word => (word.length > 3 ? word.replace(/[sx]$/, '') : word))
    .join('')

function closeValues(line: string, values: readonly string[]): string[] {
  const key = compact(line)
  const limit = key.length >= 10 ? 2 : key.length >= 5 ? 1 : 0
  if (limit === 0) return []
  return [...indexOf(values)[1]!.byKey].flatMap(([other, of]) => (editDistance(key, other, limit) <= limit ? of : []))
}

/** « Numéraire » for « aide en numéraire »: the values that hold all its words, the shortest first. */
function fullerValues(line: string, values: readonly string[]): string[] {
  const words = wordsOf(line)
  if (![...words].some(word => word.length > 3)) return []
  return values
    .filter(value => {
      const held = wordsOf(value)
      return [...words].every(word => held.has(word))
    })
    .sort((a, b) => a.length - b.length)
}

const wordsOf = (text: string): Set<string> => new Set(comparisonKey(text, { articles: 'drop' }).split(' '))

/** « ext. » for « Extérieur », « HS » for « Hors service »: the values that begin so, or whose initials these are. */
function shortenedValues(line: string, values: readonly string[]): string[] {
  const key = compact(line)
  if (key.length < 2 || key.length > 12) return []
  const begins = key.length >= 3 ? values.filter(value => compact(value).startsWith(key)) : []
  const initials = /^\p{Lu}{2,5}$/u.test(line) ? values.filter(value => initialsOf(value) === key) : []
  return [...new Set([...begins, ...initials])]
}

const initialsOf = (value: string): string =>
  comparisonKey(value, { articles: 'drop' })
    .split(' ')
    .map(word => word[0])
    .join('')
