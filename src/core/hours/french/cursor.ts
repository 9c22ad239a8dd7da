import type { ItemBody } from './items.ts'
import type { Token } from './tokens.ts'

/** Tokens read from a place: `at` is where the next one is. A reader of a group gives the group and the place after it, or nothing. */
export interface Group<T = ItemBody> {
  readonly body: T
  readonly next: number
}
export type Tokens = readonly Token[]

export const isMark = (token: Token | undefined, ...marks: readonly string[]): boolean =>
  token?.is === 'mark' && marks.includes(token.mark)

export const isSmall = (token: Token | undefined, ...words: readonly string[]): boolean =>
  token?.is === 'small' && words.includes(token.word)

/** Place after any number of these small words. */
export function skipSmall(tokens: Tokens, at: number, ...words: readonly string[]): number {
  while (isSmall(tokens[at], ...words)) at++
  return at
}

export const problem = (why: string, ask: string): ItemBody => ({ is: 'problem', why, ask })
