import { headerKey } from '../../core/recipe/mapping/header.ts'
import type { TableCard } from '../tasks/task.ts'
import type { PreparationWorld } from '../world.ts'

/** Of these files, the one whose columns are most like those of `upload`; between equals the first, which is the main one. */
export async function mostAlike(
  { db }: PreparationWorld,
  insee: string,
  upload: string,
  others: readonly string[],
): Promise<string | undefined> {
  if (others.length <= 1) return others[0]
  const rows = await db
    .selectFrom('upload')
    .select(['id', 'tables'])
    .where('insee', '=', insee)
    .where('id', 'in', [upload, ...others])
    .execute()
  const columns = new Map(rows.map(({ id, tables }) => [id, columnKeys(tables)]))
  const wanted = columns.get(upload) ?? new Set()
  const shared = (id: string) => [...(columns.get(id) ?? [])].filter(key => wanted.has(key)).length
  return others.reduce((best, id) => (shared(id) > shared(best) ? id : best))
}

export const columnKeys = (tables: string | null): Set<string> =>
  new Set(((JSON.parse(tables ?? '[]') as TableCard[]) ?? []).flatMap(table => table.columns.map(headerKey)))
