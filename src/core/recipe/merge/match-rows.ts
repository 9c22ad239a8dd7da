import { findColumn, type Table } from '../../table/table.ts'
import { editDistance } from '../../values/distance.ts'
import type { MergeKey } from '../step.ts'
import { keyText } from './key.ts'
import { addressSimilarity, addressWords, type ComparedAddress, nameWords, wordSimilarity } from './similarity.ts'

export interface Pair {
  /** 0-based rows. */
  readonly left: number
  readonly right: number
  /** 0 to 1; 1 for the same key. */
  readonly score: number
  /** French: why these two. */
  readonly reason: string
}

export interface Matches {
  readonly matched: readonly Pair[]
  /** Close, but only a person can tell; none of their rows is in `matched`. */
  readonly doubtful: readonly Pair[]
}

export function matchRows(left: Table, right: Table, key: MergeKey): Matches {
  return key.type === 'columns' ? byColumns(left, right, key.columns) : byName(left, right, key)
}

/** Same key: matched when it is alone on both sides, else doubtful. */
function byColumns(left: Table, right: Table, columns: readonly string[]): Matches {
  const keyOf = keyReader(columns)
  const [lefts, rights] = [groupRows(left, keyOf(left)), groupRows(right, keyOf(right))]
  const matched: Pair[] = []
  const doubtful: Pair[] = []
  const names = columns.map(name => `« ${name} »`).join(' et ')
  for (const [key, of] of lefts) {
    const other = rights.get(key)
    if (!other) continue
    const alone = of.length === 1 && other.length === 1
    const reason = alone ? `même ${names}` : `même ${names}, mais plusieurs lignes le portent`
    if (alone) matched.push({ left: of[0]!, right: other[0]!, score: 1, reason })
    else
      for (const [at, row] of other.entries())
        doubtful.push({ left: of[Math.min(at, of.length - 1)]!, right: row, score: 0.5, reason })
  }
  return { matched, doubtful }
}

const keyReader = (columns: readonly string[]) => (table: Table) => {
  const cells = columns.map(name => findColumn(table, name)?.cells)
  return (row: number): string => {
    const keys = cells.map(column => keyText(column?.[row] ?? ''))
    return keys.some(key => key === '') ? '' : keys.join('|')
  }
}

function groupRows(table: Table, keyOf: (row: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (let row = 0; row < table.rows.length; row++) {
    const key = keyOf(row)
    if (key === '') continue
    const rows = groups.get(key)
    if (rows) rows.push(row)
    else groups.set(key, [row])
  }
  return groups
}

interface Compared {
  readonly words: readonly string[]
  readonly address: ComparedAddress | undefined
  readonly town: string
}

function byName(left: Table, right: Table, key: Extract<MergeKey, { type: 'name-address' }>): Matches {
  const [a, b] = [comparedRows(left, key), comparedRows(right, key)]
  const weigh = weights([...a, ...b])
  const candidates = candidateFinder(b)
  const pairs = a.flatMap((row, at) =>
    candidates(row).flatMap((other): RatedPair[] => {
      const found = compare(row, b[other]!, weigh)
      return found ? [{ left: at, right: other, ...found }] : []
    }),
  )
  return settle(pairs)
}

function comparedRows(table: Table, key: Extract<MergeKey, { type: 'name-address' }>): Compared[] {
  const cells = (name: string | undefined) => (name === undefined ? undefined : findColumn(table, name)?.cells)
  const [names, addresses, towns] = [cells(key.name), cells(key.address), cells(key.town)]
  return table.rows.map((_, row) => ({
    words: nameWords(names?.[row] ?? ''),
    address: addressWords(addresses?.[row] ?? ''),
    town: keyText(towns?.[row] ?? ''),
  }))
}

/** A word that half of the shops bear (« boulangerie ») tells less than « Martin ». */
function weights(rows: readonly Compared[]): (word: string) => number {
  const counts = new Map<string, number>()
  for (const { words } of rows) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return word => 1 / (1 + Math.log(Math.max(1, (counts.get(word) ?? 1) / 2)))
}

/** Words met in so many rows bring too many candidates to be worth comparing. */
const COMMON = 200

/** Rows worth comparing: they share a word of the name, its first four letters, or the number and a word of the street. Keeps the cost linear. */
function candidateFinder(rows: readonly Compared[]): (row: Compared) => number[] {
  const index = new Map<string, number[]>()
  rows.forEach((row, at) => {
    for (const sign of signs(row)) {
      const known = index.get(sign)
      if (!known) index.set(sign, [at])
      else if (known.length <= COMMON) known.push(at)
    }
  })
  return row => {
    const found = new Set<number>()
    for (const sign of signs(row)) {
      const known = index.get(sign) ?? []
      if (known.length <= COMMON) for (const at of known) found.add(at)
    }
    return [...found].sort((x, y) => x - y)
  }
}

function signs({ words, address }: Compared): Set<string> {
  const all = new Set<string>([words.join(' ')])
  for (const word of words) {
    all.add(`w ${word}`)
    if (word.length >= 5) all.add(`s ${word.slice(0, 4)}`)
  }
  if (address?.number) for (const word of address.words) if (word.length > 3) all.add(`a ${address.number} ${word}`)
  return all
}

interface RatedPair extends Pair {
  readonly sure: boolean
}

interface Found {
  readonly score: number
  readonly reason: string
  readonly sure: boolean
}

function compare(a: Compared, b: Compared, weigh: (word: string) => number): Found | undefined {
  if (a.words.length === 0 || b.words.length === 0) return undefined
  if (a.town !== '' && b.town !== '' && a.town !== b.town) return undefined
  const same = a.words.join(' ') === b.words.join(' ')
  const name = same ? 1 : nameSimilarity(a.words, b.words, weigh)
  const address = addressSimilarity(a.address, b.address)
  const score = Math.round(100 * (address === undefined ? 0.9 * name : 0.6 * name + 0.4 * address)) / 100
  if (same) {
    if (address === undefined) return { score, sure: true, reason: 'même nom' }
    return address >= 0.7
      ? { score, sure: true, reason: 'même nom et même adresse' }
      : { score, sure: false, reason: 'même nom, mais une autre adresse' }
  }
  if (name >= 0.8 && (address ?? 0) >= 0.8) return { score, sure: true, reason: 'noms proches et même adresse' }
  if (name >= 0.45 && (address ?? 0) >= 0.8) return { score, sure: false, reason: 'même adresse, noms différents' }
  if (name >= 0.8 && address === undefined)
    return { score, sure: false, reason: 'noms proches, sans adresse pour le confirmer' }
  if (name >= 0.8 && address !== undefined && address >= 0.5)
    return { score, sure: false, reason: 'noms proches, adresses un peu différentes' }
  return undefined
}

/** One letter apart in a whole name is a slip of the finger, even where the word itself is short. */
function nameSimilarity(a: readonly string[], b: readonly string[], weigh: (word: string) => number): number {
  const [x, y] = [a.join(' '), b.join(' ')]
  const slip = Math.min(x.length, y.length) >= 8 && !/\d/.test(x + y) && editDistance(x, y, 1) <= 1
  return slip ? 0.95 : wordSimilarity(a, b, weigh)
}

/** One row meets one row: the best pair is kept when it is clearly the best for both; else all its rivals are doubtful. */
function settle(pairs: readonly RatedPair[]): Matches {
  const sorted = [...pairs].sort(
    (a, b) => Number(b.sure) - Number(a.sure) || b.score - a.score || a.left - b.left || a.right - b.right,
  )
  const [lefts, rights] = [best(sorted, 'left'), best(sorted, 'right')]
  const taken = { left: new Set<number>(), right: new Set<number>() }
  const matched: Pair[] = []
  for (const pair of sorted) {
    if (!pair.sure || taken.left.has(pair.left) || taken.right.has(pair.right)) continue
    if (hasRival(pair, lefts.get(pair.left)!, 'right') || hasRival(pair, rights.get(pair.right)!, 'left')) continue
    taken.left.add(pair.left)
    taken.right.add(pair.right)
    matched.push(plain(pair))
  }
  const doubtful: Pair[] = []
  for (const pair of sorted) {
    if (taken.left.has(pair.left) || taken.right.has(pair.right)) continue
    taken.right.add(pair.right)
    doubtful.push(plain(pair))
  }
  return { matched: matched.sort((a, b) => a.left - b.left), doubtful: doubtful.sort((a, b) => a.left - b.left) }
}

const plain = ({ left, right, score, reason }: Pair): Pair => ({ left, right, score, reason })

function best(pairs: readonly RatedPair[], side: 'left' | 'right') {
  const map = new Map<number, RatedPair[]>()
  for (const pair of pairs) map.set(pair[side], [...(map.get(pair[side]) ?? []), pair])
  return map
}

/** Another sure pair for the same row, nearly as good. */
const hasRival = (pair: Pair, others: readonly RatedPair[], side: 'left' | 'right'): boolean =>
  others.some(other => other.sure && other[side] !== pair[side] && other.score > pair.score - 0.1)
