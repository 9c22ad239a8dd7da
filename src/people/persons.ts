import type { Selectable } from 'kysely'
import type { PersonCard, Role } from '../contract/people.ts'
import type { PersonTable } from '../store/tables.ts'
import type { World } from '../store/world.ts'
import { byName } from './by-name.ts'

export type PersonRow = Selectable<PersonTable>

/** A person as the pages show her. */
export async function personCard(world: World, person: PersonRow): Promise<PersonCard> {
  return (await cards(world, [person]))[0]!
}

/** Everybody of a town, those who left last. */
export async function listPersons(world: World, insee: string): Promise<PersonCard[]> {
  const rows = await world.db.selectFrom('person').selectAll().where('insee', '=', insee).execute()
  return cards(
    world,
    rows.sort((a, b) => Number(a.left_at !== null) - Number(b.left_at !== null) || byName(a, b)),
  )
}

async function cards(world: World, rows: readonly PersonRow[]): Promise<PersonCard[]> {
  if (rows.length === 0) return []
  const protectedMails = await mailsWithPassword(world, rows)
  const seen = await lastSeen(world, rows)
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    role: row.role as Role,
    hasPassword: row.mail !== null && protectedMails.has(row.mail),
    ...(row.mail !== null && { mail: row.mail }),
    ...(row.department !== null && { department: row.department }),
    ...(row.helps === 1 && { helps: true as const }),
    ...(row.left_at !== null && { leftAt: row.left_at }),
    ...(seen.has(row.id) && { lastSeen: seen.get(row.id)! }),
  }))
}

async function mailsWithPassword(world: World, rows: readonly PersonRow[]): Promise<Set<string>> {
  const mails = rows.flatMap(({ mail }) => (mail === null ? [] : [mail]))
  if (mails.length === 0) return new Set()
  const accounts = await world.db
    .selectFrom('account')
    .select('mail')
    .where('mail', 'in', mails)
    .where('password_hash', 'is not', null)
    .execute()
  return new Set(accounts.map(({ mail }) => mail))
}

async function lastSeen(world: World, rows: readonly PersonRow[]): Promise<Map<string, string>> {
  const sessions = await world.db
    .selectFrom('session')
    .select(({ fn }) => ['person', fn.max('seen_at').as('at')])
    .where('insee', '=', rows[0]!.insee)
    .where(
      'person',
      'in',
      rows.map(({ id }) => id),
    )
    .groupBy('person')
    .execute()
  return new Map(sessions.map(({ person, at }) => [person, at]))
}
