import type { Step } from '../recipe/step.ts'

/** What a check says of a cell, a row or a column. Contract of `carnet check --json`. */
export interface Finding {
  /** `error`: the rules of Validata and Frictionless, cell by cell. Carnet's own rules are `warning` or `advice`. */
  readonly level: 'error' | 'warning' | 'advice'
  /** Frictionless names, registry names of custom checks, or `carnet/…`. */
  readonly code: string
  /** The line a person sees in the sheet, header included; null for a finding about a column or the table. */
  readonly row: number | null
  readonly column: string | null
  readonly value: string | null
  /** Plain French: what is wrong, where, what is expected, an example. */
  readonly message: string
  /** Only when the right value is certain. */
  readonly fix?: Step
}

export interface Report {
  readonly valid: boolean
  readonly model: { readonly id: string; readonly version: string }
  readonly rows: number
  readonly fields: number
  /** Percent of expected cells that conform, 0 to 100, one decimal; computable even when a mandatory column is missing. */
  readonly conformity: number
  /** Capped in memory; `counts` never is. */
  readonly findings: readonly Finding[]
  readonly counts: Readonly<Record<string, number>>
}
