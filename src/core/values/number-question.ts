import { quoted } from './quoted.ts'
import { type Candidate, doubtful, type Reading, refused } from './reading.ts'

/** What the column keeps of a decimal (a whole number only, or anything); undefined when it is not for it. */
export type Keep = (decimal: string) => string | undefined

/** A decimal that a cell may mean, and why (French); without reason, « lu 12 ». */
export type PossibleNumber = readonly [decimal: string, reason?: string]

/** Asks between the numbers that the column can keep; refuses when it keeps none. `sentence` is a French question. */
export function askNumber(line: string, sentence: string, possible: readonly PossibleNumber[], keep: Keep): Reading {
  const candidates = new Map<string, Candidate>()
  for (const [decimal, reason] of possible) {
    const value = keep(decimal)
    if (value !== undefined && !candidates.has(value)) candidates.set(value, { value, reason: reason ?? `lu ${value}` })
  }
  return candidates.size > 0
    ? doubtful(`${quoted(line)} : ${sentence}`, [...candidates.values()])
    : refuseNumber(line, keep)
}

export function refuseNumber(line: string, keep: Keep): Reading {
  const wanted = keep('0.5') === undefined ? 'un nombre entier, par exemple 12' : 'un nombre, par exemple 12,5'
  return refused(`J'ai lu ${quoted(line)} ; j'attendais ${wanted}.`)
}
