import type { Database } from '../open.ts'
import { BACKED_UP } from './backup.ts'
import { insertRows, rowsOf } from './rows.ts'

/** Everything that the tables of a backup hold. */
export async function everyRow(db: Database): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {}
  for (const table of BACKED_UP) {
    const rows: unknown[] = (all[table] = [])
    for await (const row of rowsOf(db, table)) rows.push(row)
  }
  return all
}

/** Some rows in every table, with all that a cell may hold. */
export async function fillEveryTable(db: Database): Promise<void> {
  for (const table of BACKED_UP) {
    const columns = (await db.introspection.getTables()).find(({ name }) => name === table)?.columns ?? []
    async function* rows() {
      for (let n = 0; n < 700; n++)
        yield Object.fromEntries(
          columns.map(({ name, dataType, isNullable }, c) => {
            if (isNullable && (n + c) % 3 === 0) return [name, null]
            return [
              name,
              dataType.toLowerCase() === 'text'
                ? `${HOSTILE[n % HOSTILE.length]}${n}`
                : n + (isReal(dataType) ? 0.5 : 0),
            ]
          }),
        )
    }
    await insertRows(db, table, rows())
  }
}

const HOSTILE = ['é', 'a\u2028b', '"\\', '\n\r\n', '💐', "'; drop table town; --", ' ', '\u0001']
const isReal = (type: string) => /double|float|real/i.test(type)
