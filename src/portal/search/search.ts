import { likeness, wordsOf } from './words.ts'

/** A text in which one searches, and how much a word found there is worth. */
export interface Part {
  readonly text: string
  readonly weight: number
}
export interface Found<T> {
  readonly item: T
  readonly score: number
}

/** The items in which every word is found, nearest first; all of them, unmoved, when nothing is asked. */
export function search<T>(items: readonly T[], text: string, partsOf: (item: T) => readonly Part[]): T[] {
  const asked = [...new Set(wordsOf(text))]
  if (asked.length === 0) return [...items]
  return items
    .map(item => ({ item, score: scoreOf(partsOf(item), asked) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item)
}

function scoreOf(parts: readonly Part[], asked: readonly string[]): number {
  const read = parts.map(({ text, weight }) => ({ words: wordsOf(text), weight }))
  let total = 0
  for (const word of asked) {
    const best = Math.max(0, ...read.map(({ words, weight }) => weight * bestOf(words, word)))
    if (best === 0) return 0
    total += best
  }
  return total
}

const bestOf = (words: readonly string[], asked: string): number =>
  words.reduce((best, word) => Math.max(best, likeness(asked, word)), 0)
