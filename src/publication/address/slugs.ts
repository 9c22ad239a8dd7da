import { sql } from 'kysely'
import { slugOf } from '../../preparation/sets/slug.ts'
import { isPostgres } from '../../store/lock-town.ts'
import type { Database, Tx } from '../../store/open.ts'

interface Owner {
  readonly insee: string
  readonly id: string
}

/** Two towns that take the same address at the same instant wait for each other. SQLite has one writer already. */
export async function lockAddresses(tx: Tx): Promise<void> {
  if (isPostgres(tx)) await sql`lock table publication, redirect in share row exclusive mode`.execute(tx)
}

/** Whether another set of the instance has, or had, this address. An address is for ever: nobody else is given it. */
export async function isTaken(db: Database, slug: string, { insee, id }: Owner): Promise<boolean> {
  const now = await db.selectFrom('publication').select(['insee', 'data_set']).where('slug', '=', slug).execute()
  const before = await db.selectFrom('redirect').select(['insee', 'data_set']).where('slug', '=', slug).execute()
  return [...now, ...before].some(one => one.insee !== insee || one.data_set !== id)
}

/** The set's own address if nobody has it in the instance; else with its town's name, then a number. */
export async function freeAddress(db: Database, wanted: string, town: string, owner: Owner): Promise<string> {
  const withTown = `${wanted}-${slugOf(town)}`
  for (const slug of [wanted, withTown]) if (!(await isTaken(db, slug, owner))) return slug
  for (let n = 2; ; n++) if (!(await isTaken(db, `${withTown}-${n}`, owner))) return `${withTown}-${n}`
}
