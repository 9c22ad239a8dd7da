import type { Step } from '../recipe/step.ts'
import type { Finding } from './finding.ts'
import type { Value } from './schema/cast.ts'

/** What is said of one text in one column, whatever its row. */
export interface Fault {
  readonly level: Finding['level']
  readonly code: string
  /** A French sentence. */
  readonly message: string
  /** The value to write instead, only when it is certain and conforms. */
  readonly to?: string
  /** A certain repair that one cell is not enough for: the two columns of a point. */
  readonly step?: Step
}

/** The judgement of one text in one column; made once a distinct text. */
export interface Verdict {
  /** One of the missing values: every rule but `required` looks away. */
  readonly empty: boolean
  /** After conversion; undefined when empty or of another type. */
  readonly value: Value | undefined
  readonly faults: readonly Fault[]
  /** True when one of `faults` is of level error. */
  readonly wrong: boolean
  /** 32 bits that depend on the text alone: rows are compared by the sum of their cells' marks. */
  readonly mark: number
}

/** FNV-1a. */
export function markOf(text: string): number {
  let mark = 0x811c9dc5
  for (let at = 0; at < text.length; at++) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193)
  return mark | 0
}
