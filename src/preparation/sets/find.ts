import type { Selectable } from 'kysely'
import { Refused } from '../../contract/refused.ts'
import type { Database } from '../../store/open.ts'
import type { DataSetTable } from '../../store/tables.ts'

export type SetRow = Selectable<DataSetTable>

/** The set of this address, in the trash or not. */
export async function findAnySet(db: Database, insee: string, slug: string): Promise<SetRow> {
  const row = await db
    .selectFrom('data_set')
    .selectAll()
    .where(is => is.and({ insee, slug }))
    .executeTakeFirst()
  if (!row) throw new Refused(404, 'Ce jeu de données n’existe pas dans votre commune.')
  return row
}

/** The set of this address, to work on. */
export async function findSet(db: Database, insee: string, slug: string): Promise<SetRow> {
  const row = await findAnySet(db, insee, slug)
  refuseTrashed(row)
  return row
}

export function refuseTrashed({ title, trashed_at }: SetRow): void {
  if (trashed_at !== null)
    throw new Refused(410, `« ${title} » est dans la corbeille : sortez-le de la corbeille pour continuer.`)
}
