import type { Task } from '../../preparation/tasks/task.ts'

export interface AskThread {
  readonly id: number
  readonly task: Task
}
export type ThreadAnswer =
  | { readonly id: number; readonly type: 'tell'; readonly progress: number; readonly message: string }
  | { readonly id: number; readonly type: 'done'; readonly result: unknown }
  /** `refused`: a French sentence, for a person. */
  | { readonly id: number; readonly type: 'failed'; readonly message: string; readonly refused?: boolean }
