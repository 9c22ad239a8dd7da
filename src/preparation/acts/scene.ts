import type { CellConflict, Change } from '../../contract/sets.ts'
import type { Tx } from '../../store/open.ts'
import type { SetKey } from '../sets/steps.ts'

/** What a plan reads: the set as it is, inside the transaction that will change it, and who acts. */
export interface Scene extends SetKey {
  readonly tx: Tx
  /** Name of the person, for conflicts. */
  readonly by: string
  readonly writer: string
  readonly newId: () => string
}

/** What an act will do, with its sentence. An empty change: nothing is to be done. */
export interface Plan {
  readonly change: Change
  readonly note: string
  readonly conflicts?: readonly CellConflict[]
}

/** Who writes a cell: the same person in two pages is two, for each page has its own view of the sheet. */
export const writerOf = (actorId: string, page: string | undefined): string => `${actorId}@${page ?? ''}`
export const pageOf = (writer: string): string => writer.slice(writer.lastIndexOf('@') + 1)
