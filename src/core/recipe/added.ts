import type { RowIdentity } from './step.ts'

/** Pseudo-column that names a row added by hand, as long as its batch (`by-hand` step) is the one being written. No column can have this name. */
const ADDED = '#saisie'

/**
 * The identity of a row of the open batch: its own id, for its cells are still being typed. After its batch it is a row like any other,
 * found by the values of its key columns.
 */
export const addedIdentity = (id: string): RowIdentity => ({ key: { [ADDED]: id } })

/** The id of the added row that this identity names; undefined when it names a row of the table. */
export const addedId = ({ key }: RowIdentity): string | undefined =>
  Object.hasOwn(key, ADDED) ? key[ADDED] : undefined
