import type { ColumnType } from 'kysely'

/** Written once, never changed. */
export type Once<T> = ColumnType<T, T, never>
