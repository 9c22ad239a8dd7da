import type { KeptEdit } from '../sync/edit-store.ts'
import type { CellWrite, RowFinding, SearchMatch, SearchQuery } from '../worker/protocol.ts'

/** What the sheet may do to the set. Written cells are shown at once, kept, and sent when it can be. */
export interface SheetActions {
  /** How many cells changed. */
  write(cells: readonly CellWrite[], key?: string): number
  addRows(rows: readonly ReadonlyMap<number, string>[]): readonly number[]
  deleteRows(rows: readonly number[]): void
  undo(): void
  redo(): void
  judge(cell: CellWrite): Promise<readonly RowFinding[]>
  search(query: SearchQuery): Promise<readonly SearchMatch[]>
  draftEdit(key: string, cell: CellWrite): KeptEdit
  keepDraft(edit: KeptEdit): void
  dropDraft(): void
  /** What was being typed is sent as it is, where it was typed. */
  sendDraft(edit: KeptEdit): void
  newKey(): string
}
