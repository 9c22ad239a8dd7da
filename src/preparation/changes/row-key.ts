import { addedId } from '../../core/recipe/added.ts'
import type { RowIdentity } from '../../core/recipe/step.ts'

/** Canonical JSON of a row's identity: two writers of the same row give the same text. */
export const rowKey = ({ key, twin }: RowIdentity): string => JSON.stringify([sorted(key), twin ?? 0])

const sorted = (key: RowIdentity['key']) => Object.entries(key).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))

export function rowOfKey(text: string): RowIdentity {
  const [entries, twin] = JSON.parse(text) as [[string, string][], number]
  const key = Object.fromEntries(entries)
  return twin === 0 ? { key } : { key, twin }
}

/** The id of the added row that this key names, if it names one. */
export const addedIdOfKey = (text: string): string | undefined => addedId(rowOfKey(text))
