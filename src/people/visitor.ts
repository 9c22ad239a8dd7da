import type { Selectable } from 'kysely'
import type { Right, Role } from '../contract/people.ts'
import type { PersonTable } from '../store/tables.ts'
import type { Actor, World } from '../store/world.ts'
import { rightsOf } from './rights.ts'
import { findSession, type SessionOwner } from './sessions.ts'

/** Who is at the other end of a request: a person of one town, with what she may do there. */
export interface Visitor {
  readonly insee: string
  readonly person: Selectable<PersonTable>
  readonly rights: readonly Right[]
  /** Herself, as acts are signed. */
  readonly actor: Actor
}

/** The visitor of a session's cookie; somebody who left has none. */
export async function visitorOf(world: World, secret: string | undefined): Promise<Visitor | undefined> {
  const owner = secret && (await findSession(world, secret))
  return owner ? visitorAs(world, owner) : undefined
}

/** Somebody in her town, unless she left. */
export async function visitorAs(world: World, { insee, person }: SessionOwner): Promise<Visitor | undefined> {
  const row = await world.db
    .selectFrom('person')
    .selectAll()
    .where('insee', '=', insee)
    .where('id', '=', person)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return row && visitor(row)
}

/**
 * On localhost alone nobody is asked for a password: whoever is at the keyboard can open the data folder anyway. It is the referent who came
 * first, until somebody says that she is another (POST /api/atelier/session/person, which opens a session).
 */
export async function localVisitor(world: World): Promise<Visitor | undefined> {
  const row = await referentOf(world)
  return row && visitor(row)
}

/** The referent who came first, in this town or in all. */
export const referentOf = (world: World, insee?: string): Promise<Selectable<PersonTable> | undefined> =>
  world.db
    .selectFrom('person')
    .selectAll()
    .where('left_at', 'is', null)
    .where('role', '=', 'referent')
    .$if(insee !== undefined, query => query.where('insee', '=', insee ?? ''))
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst()

const visitor = (person: Selectable<PersonTable>): Visitor => ({
  insee: person.insee,
  person,
  rights: rightsOf(person.role as Role, person.helps === 1),
  actor: { insee: person.insee, id: person.id, name: person.name },
})
