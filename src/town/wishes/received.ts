import type { Step } from '../../core/recipe/step.ts'
import type { Holes } from '../../preparation/tasks/holes.ts'

/** What is known of the files received for a wish: from the recipe, its sources and the last check. */
export interface Received {
  /** Files that the set reads now, and the tables found in them. */
  readonly files: number
  readonly tables: number
  /** The last check; absent: nothing came, or Carnet has not looked at it yet. */
  readonly table?: {
    readonly rows: number
    readonly valid: boolean
    /** Findings by their code (see `Report`). */
    readonly counts: Readonly<Record<string, number>>
    readonly holes: Holes
  }
  readonly steps: readonly { readonly type: Step['type']; readonly off: boolean }[]
  /** The theme has no model yet. */
  readonly modelless: boolean
  /** What became of the requests for these data. */
  readonly asked: { readonly sent: number; readonly refused?: string | undefined }
}
