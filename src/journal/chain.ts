import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { JournalTable } from '../store/tables.ts'

export type JournalRow = Selectable<JournalTable>

/** What the first entry of a town follows. */
export const NO_HASH = ''

/** What was done, apart from who and when: erased alone, with its salt, so that nobody can guess it back from its hash. */
export const contentHash = ({ salt, note, change }: Pick<JournalRow, 'salt' | 'note' | 'change'>): string =>
  sha256([salt, note, change])

/** Of an entry that follows the one whose hash is `previous`. */
export const entryHash = (previous: string, entry: Omit<JournalRow, 'hash'>): string =>
  sha256([
    previous,
    entry.insee,
    entry.seq,
    entry.at,
    entry.by,
    entry.by_name,
    entry.act,
    entry.data_set,
    entry.key,
    entry.undoes,
    entry.erased ?? contentHash(entry),
  ])

const sha256 = (parts: readonly (string | number | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
