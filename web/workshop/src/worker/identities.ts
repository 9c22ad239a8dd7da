import type { Model } from '../../../../src/core/models/model.ts'
import { HASH, identitiesBy, identityColumns } from '../../../../src/core/recipe/identity.ts'
import type { Replayed } from '../../../../src/core/recipe/replay.ts'
import type { RowIdentity } from '../../../../src/core/recipe/step.ts'
import type { PackedIdentities } from './protocol.ts'

/** Names of the base rows, small enough to be sent whole: the page writes an identity out when it needs one. */
export function packIdentities({ table, generated }: Replayed, model: Model): PackedIdentities {
  const columns = identityColumns(table, model, generated)
  const twins = new Map<number, number>()
  const hashes: string[] = []
  identitiesBy(table, columns).forEach(({ key, twin }, row) => {
    if (twin !== undefined) twins.set(row, twin)
    if (columns.length === 0) hashes.push(key[HASH] ?? '')
  })
  return { columns, twins, ...(columns.length === 0 && { hashes }) }
}

export function unpackIdentity(
  { columns, hashes, twins }: PackedIdentities,
  row: number,
  cell: (column: string) => string,
): RowIdentity {
  const key = hashes ? { [HASH]: hashes[row]! } : Object.fromEntries(columns.map(name => [name, cell(name)]))
  const twin = twins.get(row)
  return twin === undefined ? { key } : { key, twin }
}
