import type { Updateable } from 'kysely'
import type { z } from 'zod'
import type { changePerson, invite, PersonCard, Role } from '../contract/people.ts'
import { Refused } from '../contract/refused.ts'
import { record } from '../journal/record.ts'
import type { Database, Tx } from '../store/open.ts'
import type { PersonTable } from '../store/tables.ts'
import type { Actor, World } from '../store/world.ts'
import { cleanMail } from './mails.ts'
import { type PersonRow, personCard } from './persons.ts'
import { ROLE_NAMES } from './roles.ts'
import { closeSessionsOf } from './sessions.ts'

type Invited = z.output<typeof invite>
type Changed = z.output<typeof changePerson>

/** A place in the town. Somebody who had left takes back her own: her past acts stay hers. */
export async function invitePerson(world: World, actor: Actor, given: Invited): Promise<PersonCard> {
  const { insee } = actor
  const mail = cleanMail(given.mail)
  const place = { name: given.name, role: given.role, department: given.department || null, left_at: null, helps: 0 }
  let id = world.newId()
  const note = `${given.name} est invitée ou invité : ${ROLE_NAMES[given.role]}`
  await record(world, actor, { act: 'invite', note }, async tx => {
    const before = await withMail(tx, insee, mail)
    if (before && before.left_at === null)
      throw new Refused(409, `« ${mail} » est déjà l’adresse de ${before.name}, dans votre commune.`)
    if (before) await update(tx, insee, (id = before.id), place)
    else
      await tx
        .insertInto('person')
        .values({ insee, id, mail, created_at: world.now(), ...place })
        .execute()
  })
  return cardOf(world, insee, id)
}

/** Her name, role, service, mail, or that she leaves. A town always keeps a referent. */
export async function changePlace(world: World, actor: Actor, id: string, given: Changed): Promise<PersonCard> {
  const { insee } = actor
  await record(world, actor, { act: 'change-person', note: '' }, async tx => {
    const person = await personOf(tx, insee, id)
    const mail = given.mail === undefined ? person.mail : cleanMail(given.mail)
    await refuseTakenMail(tx, person, mail)
    const role = given.role ?? person.role
    const after = {
      name: given.name ?? person.name,
      mail,
      role,
      // With another role, it has no sense any more.
      helps: role === 'coach' ? Number(given.helps ?? person.helps === 1) : 0,
      department: given.department === undefined ? person.department : given.department || null,
      left_at: given.left === undefined ? person.left_at : given.left ? (person.left_at ?? world.now()) : null,
    }
    if (!isReferent(after)) await keepReferent(tx, insee, id)
    await update(tx, insee, id, after)
    if (after.left_at !== null || mail !== person.mail)
      await closeSessionsOf({ ...world, db: tx }, { insee, person: id })
    return { note: noteOf(person, after) }
  })
  return cardOf(world, insee, id)
}

async function update(tx: Tx, insee: string, id: string, now: Updateable<PersonTable>): Promise<void> {
  await tx.updateTable('person').set(now).where('insee', '=', insee).where('id', '=', id).execute()
}

async function cardOf(world: World, insee: string, id: string): Promise<PersonCard> {
  return personCard(world, await personOf(world.db, insee, id))
}

async function personOf(db: Database, insee: string, id: string): Promise<PersonRow> {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where('insee', '=', insee)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refused(404, 'Cette personne n’est pas dans votre commune.')
  return row
}

const withMail = (tx: Tx, insee: string, mail: string): Promise<PersonRow | undefined> =>
  tx.selectFrom('person').selectAll().where('insee', '=', insee).where('mail', '=', mail).executeTakeFirst()

async function refuseTakenMail(tx: Tx, person: PersonRow, mail: string | null): Promise<void> {
  if (mail === null || mail === person.mail) return
  const other = await withMail(tx, person.insee, mail)
  if (other) throw new Refused(409, `« ${mail} » est déjà l’adresse de ${other.name}, dans votre commune.`)
}

type Place = Pick<PersonRow, 'name' | 'mail' | 'role' | 'department' | 'left_at' | 'helps'>

const isReferent = ({ role, left_at }: Place): boolean => role === 'referent' && left_at === null

/** Without a referent nobody could invite anybody any more. */
async function keepReferent(tx: Tx, insee: string, id: string): Promise<void> {
  const other = await tx
    .selectFrom('person')
    .select('id')
    .where('insee', '=', insee)
    .where('id', '!=', id)
    .where('role', '=', 'referent')
    .where('left_at', 'is', null)
    .executeTakeFirst()
  if (!other)
    throw new Refused(
      409,
      'Une commune garde toujours une personne référente : donnez d’abord ce rôle à quelqu’un d’autre.',
    )
}

function noteOf(before: Place, after: Place): string {
  if (before.left_at === null && after.left_at !== null) return `${after.name} n’entre plus dans Carnet`
  if (before.left_at !== null && after.left_at === null) return `${after.name} entre de nouveau dans Carnet`
  if (before.role !== after.role)
    return `${after.name} : ${ROLE_NAMES[before.role as Role]}, maintenant ${ROLE_NAMES[after.role as Role]}`
  if (before.helps !== after.helps)
    return after.helps === 1
      ? `${after.name}, qui accompagne la commune, peut maintenant préparer ses données`
      : `${after.name}, qui accompagne la commune, ne fait plus que lire`
  if (before.name !== after.name) return `${before.name} s’appelle maintenant ${after.name}`
  if (before.mail !== after.mail) return `Nouvelle adresse de courriel pour ${after.name}`
  return `Fiche de ${after.name} modifiée`
}
