import { oneLine } from './text.ts'

const LONGEST = 10_000

/**
 * The cell on one tidy line, for values that are short by nature. Beyond 10,000 characters it is cut and marked « … », which no value holds:
 * a megabyte is refused without being read, and nothing is taken from its beginning as if it were the whole.
 */
export const cellLine = (text: string): string =>
  text.length > LONGEST ? `${text.trimStart().slice(0, LONGEST)}…` : oneLine(text)
