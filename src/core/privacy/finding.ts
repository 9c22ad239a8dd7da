/** What a column, a row or a file may say of a person (RGPD art. 4; CRPA L312-1-2: opened only without personal data, or once nobody can be told). */
export type PersonalKind =
  | 'person-name'
  | 'mail'
  | 'phone'
  | 'birth-date'
  | 'private-address'
  | 'social-security-number'
  /** IBAN, number plate: one person's, by itself. */
  | 'identity-number'
  | 'health'
  | 'opinion'
  | 'free-text'
  | 'sole-trader'
  | 'small-count'
  | 'hidden-content'
  | 'file-metadata'

/** `direct`: names a person by itself. `indirect`: together with something else. `look`: only a person can say. */
export type PersonalLevel = 'direct' | 'indirect' | 'look'

/** What may be done of a finding. `keep` and `ask` say why, or of whom. */
export const GUARD_ANSWERS = ['keep', 'drop', 'generalise', 'pseudonymise', 'ask'] as const
export type GuardAnswer = (typeof GUARD_ANSWERS)[number]

export interface PersonalFinding {
  /** Of what it is about, never of its values: the same on next year's file (`mail:courriel`). */
  readonly key: string
  readonly kind: PersonalKind
  readonly level: PersonalLevel
  /** Absent: about the file. */
  readonly column?: string
  /** How many cells; 0 for what is no cell. */
  readonly cells: number
  /** Rows of the table (0 first), at most the first thousand. */
  readonly rows: readonly number[]
  /** At most five, as they are written: only whoever prepares the set sees them. */
  readonly examples: readonly string[]
  /** One French sentence that says what was read and why it matters. */
  readonly message: string
  /** What Carnet would do, first of `answers`. */
  readonly answers: readonly GuardAnswer[]
}
