import type { Askable } from '../../contract/requests.ts'
import type { Database } from '../../store/open.ts'

interface Body {
  readonly role?: string
  readonly mail?: string
  readonly absentUntil?: string
  readonly askInstead?: string
}

/** Whom one may ask: everybody that the register of who has what knows, and where each is written to. */
export async function askable(db: Database, insee: string): Promise<Askable[]> {
  const rows = await db
    .selectFrom('node')
    .select(['id', 'kind', 'name', 'body'])
    .where('insee', '=', insee)
    .where('kind', '!=', 'set')
    .execute()
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return rows
    .map(({ id, kind, name, body }) => {
      const { role, mail, absentUntil, askInstead } = JSON.parse(body) as Body
      const instead = askInstead === undefined ? undefined : names.get(askInstead)
      return {
        ...{ node: id, kind, name },
        ...(role !== undefined && { role }),
        ...(mail !== undefined && { mail }),
        ...(absentUntil !== undefined && { absentUntil }),
        ...(instead !== undefined && { askInstead: instead }),
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}
