import type { SourceCard } from '../../../../../src/contract/sets.ts'
import type { TableUse } from './usage.ts'

/** Readers name a file by its digest once it is kept, by its name before. */
export const tablesOf = (tables: readonly TableUse[], { sha256, id, name }: SourceCard): TableUse[] =>
  tables.filter(({ source }) => source === sha256 || source === id || source === name)

/** The name of each file, by what the readers call it. */
export const fileNames = (sources: readonly SourceCard[]): Map<string, string> =>
  new Map(sources.flatMap(({ sha256, id, name }) => [sha256, id, name].map(key => [key, name] as const)))
