import type { ReadOptions } from '../../core/table/read-result.ts'
import type { PackedResult } from './pack.ts'

/** What crosses between the reader's process and ours, as structured clones. */
export interface Question {
  readonly path: string
  readonly name: string
  readonly options: ReadOptions
}

export type Answer =
  | { readonly type: 'read'; readonly result: PackedResult }
  /** An `UnreadableFile`: one French sentence. */
  | { readonly type: 'refused'; readonly message: string }
  /** A fault of ours: the stack, for the log only. */
  | { readonly type: 'broken'; readonly message: string }
