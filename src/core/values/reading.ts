/**
 * The answer of every value reader (`readDate`, `readNumber`, `readSiret`, …): what was understood of one cell, never a silent guess.
 * `value` is the canonical text to write in the cell (a date `2021-10-17`, a number `12.5`, a phone `+33123456789`).
 */
export type Reading =
  | { readonly status: 'empty' }
  /** Only one meaning is possible. `note` says in French what was changed and why, when something was. */
  | { readonly status: 'certain'; readonly value: string; readonly note?: string }
  /** Several meanings, or one that only a person can confirm: candidates, best first, and the question to ask (French). */
  | { readonly status: 'doubtful'; readonly candidates: readonly Candidate[]; readonly question: string }
  /** Not such a value: `reason` is a French sentence that says what was read and what was expected. */
  | { readonly status: 'refused'; readonly reason: string }

export interface Candidate {
  readonly value: string
  /** French: why this one. */
  readonly reason: string
}

export const EMPTY: Reading = { status: 'empty' }
export const certain = (value: string, note?: string): Reading =>
  note === undefined ? { status: 'certain', value } : { status: 'certain', value, note }
export const refused = (reason: string): Reading => ({ status: 'refused', reason })
export const doubtful = (question: string, candidates: readonly Candidate[] = []): Reading => ({
  status: 'doubtful',
  candidates,
  question,
})
