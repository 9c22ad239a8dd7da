import type { Selectable } from 'kysely'
import { type CopyState, type PlaceSettings, placeSettings } from '../../contract/copies.ts'
import { Refused } from '../../contract/refused.ts'
import type { Database } from '../../store/open.ts'
import type { ConnectorTable, DeliveryTable } from '../../store/tables.ts'
import type { CopiesWorld } from './world.ts'

export type PlaceRow = Selectable<ConnectorTable>
export type DeliveryRow = Selectable<DeliveryTable>

export const placeRows = (db: Database, insee: string): Promise<PlaceRow[]> =>
  db
    .selectFrom('connector')
    .selectAll()
    .where('insee', '=', insee)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

export async function placeRow(db: Database, insee: string, id: string): Promise<PlaceRow> {
  const row = (await placeRows(db, insee)).find(one => one.id === id)
  if (!row) throw new Refused(404, 'Cet endroit n’est pas dans vos copies : il a peut-être été retiré.')
  return row
}

export const settingsOf = (row: PlaceRow): PlaceSettings => placeSettings.parse(JSON.parse(row.settings))

/** Undefined: it was given, and can no longer be read here. '' : none is needed. */
export const secretOf = ({ secrets }: Pick<CopiesWorld, 'secrets'>, row: PlaceRow): string | undefined =>
  row.secret === null ? (settingsOf(row).kind === 'folder' ? '' : undefined) : secrets.open(row.secret, ownerOf(row))

/** What a secret is sealed for. */
export const ownerOf = ({ insee, id }: Pick<PlaceRow, 'insee' | 'id'>): string => `connector/${insee}/${id}`

export const deliveryRows = (db: Database, insee?: string): Promise<DeliveryRow[]> =>
  db
    .selectFrom('delivery')
    .selectAll()
    .$if(insee !== undefined, query => query.where('insee', '=', insee ?? ''))
    .orderBy('data_set')
    .execute()

export type DeliveryKey = Pick<DeliveryRow, 'insee' | 'data_set' | 'connector'>
export const keyOf = ({ insee, data_set, connector }: DeliveryKey): DeliveryKey => ({ insee, data_set, connector })

export type DeliveryChange = Partial<Omit<DeliveryRow, keyof DeliveryKey | 'state'>> & { readonly state?: CopyState }

/** Changes a delivery, when it is still in one of these states. Answers whether it was. */
export async function changeDelivery(
  db: Database,
  key: DeliveryKey,
  set: DeliveryChange,
  from?: readonly CopyState[],
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set(set)
    .where(is => is.and(keyOf(key)))
    .$if(from !== undefined, query => query.where('state', 'in', [...(from ?? [])]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
