import { editDistance } from '../../values/distance.ts'
import { soundAlike } from './phonetic.ts'

/** 0 to 1: how sure it is that both words are the same one. Numbers are the same or they are not. */
export function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1
  if (/\d/.test(a) || /\d/.test(b)) return 0
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 1) return long.startsWith(short) ? 0.75 : 0
  if (short.length < 3) return 0
  const distance = editDistance(a, b, 2)
  const spelling = distance <= (long.length >= 8 ? 2 : 1) ? 1 - distance / long.length : 0
  const sound = soundAlike(a, b) ? 0.94 : 0
  const cut = short.length >= 3 && long.startsWith(short) ? 0.75 : 0
  return Math.max(spelling, sound, cut)
}

/** The same, computed once for each pair: a street's words come back in many streets. */
export function rememberedSimilarity(): (a: string, b: string) => number {
  const known = new Map<string, Map<string, number>>()
  return (a, b) => {
    let row = known.get(a)
    if (!row) known.set(a, (row = new Map()))
    let likeness = row.get(b)
    if (likeness === undefined) row.set(b, (likeness = wordSimilarity(a, b)))
    return likeness
  }
}

/** Dice's coefficient over pairs of letters, 0 to 1: what two texts share whatever the place of the spaces. */
export function bigramSimilarity(a: string, b: string): number {
  const [first, second] = [bigrams(a), bigrams(b)]
  let shared = 0
  for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0)
  const total = Math.max(1, a.length - 1) + Math.max(1, b.length - 1)
  return (2 * shared) / total
}

function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at + 2 <= text.length; at++) {
    const pair = text.slice(at, at + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/**
 * How much of both lists of words is the same, 0 to 1; rare words weigh more. Each word is used once; another order costs a little.
 */
export function wordsSimilarity(
  a: readonly string[],
  b: readonly string[],
  weigh: (word: string) => number,
  likenessOf: (a: string, b: string) => number = wordSimilarity,
): number {
  const pairs = pairWords(a, b, likenessOf)
  const [alone, total] = [sum(b, weigh), sum(a, weigh) + sum(b, weigh)]
  if (alone === 0 || pairs.length === 0) return 0
  // A word that is written wrong is rare by its error alone: it weighs as the one that it resembles.
  const gained = pairs.reduce((gain, { likeness, to }) => gain + 2 * likeness * weigh(b[to]!), 0)
  const excess = pairs.reduce((more, { from, to }) => more + weigh(a[from]!) - weigh(b[to]!), 0)
  const inOrder = pairs.every(({ to }, at) => at === 0 || to > pairs[at - 1]!.to)
  return (gained / (total - excess)) * (inOrder ? 1 : 0.95)
}

const sum = (words: readonly string[], weigh: (word: string) => number): number =>
  words.reduce((total, word) => total + weigh(word), 0)

/** The best pairs first, then in the order of `a`. */
function pairWords(
  a: readonly string[],
  b: readonly string[],
  likenessOf: (a: string, b: string) => number,
): { from: number; to: number; likeness: number }[] {
  const all = a
    .flatMap((word, from) => b.map((other, to) => ({ from, to, likeness: likenessOf(word, other) })))
    .filter(({ likeness }) => likeness > 0)
    .sort((x, y) => y.likeness - x.likeness)
  const [left, right] = [new Set<number>(), new Set<number>()]
  const kept = all.filter(({ from, to }) => {
    if (left.has(from) || right.has(to)) return false
    left.add(from)
    right.add(to)
    return true
  })
  return kept.sort((x, y) => x.from - y.from)
}
