import type { AddTown } from '../contract/coach.ts'
import { Refused } from '../contract/refused.ts'
import type { Communes } from '../core/places/communes/index.ts'
import { record } from '../journal/record.ts'
import type { Tx } from '../store/open.ts'
import type { Actor, World } from '../store/world.ts'
import { isCoach } from './coach.ts'
import { cleanMail } from './mails.ts'
import { insertReferent, insertTown, todaysCommune } from './town.ts'
import type { Visitor } from './visitor.ts'

/**
 * Another town, its referent invited, and the coach who brings it, who only reads there. Written in the journals of both towns: nobody adds one
 * unseen by those who made her a coach. Answers the referent.
 */
export async function addTown(
  world: World,
  communes: Communes,
  visitor: Visitor,
  given: AddTown,
  local: boolean,
): Promise<Actor> {
  if (!(await isCoach(world, visitor, local))) throw new Refused(403, ONLY_COACHES)
  if (!local && given.mail === undefined) throw new Refused(400, NO_MAIL)
  const { person } = visitor
  if (!local && cleanMail(given.mail!) === person.mail) throw new Refused(400, NOT_HERSELF)
  const commune = todaysCommune(communes, given.insee)
  const referent: Actor = { insee: commune.code, id: world.newId(), name: given.name }
  const coach: Actor = { insee: commune.code, id: world.newId(), name: person.name }
  const note = `Carnet ouvert pour ${commune.name} (${commune.code}) par ${person.name}, qui l’accompagne ; référente ou référent : ${given.name}`
  await record(world, coach, { act: 'create-town', note }, async tx => {
    await insertTown(tx, world, commune, {})
    await insertReferent(tx, world, referent, given.mail, null)
    if (person.mail !== null && cleanMail(given.mail ?? '') !== person.mail)
      await insertCoach(tx, world, coach, person.mail)
  })
  const told = `${commune.name} (${commune.code}) est ajoutée à ce Carnet, avec ${given.name} pour référente ou référent`
  await record(world, visitor.actor, { act: 'add-town', note: told }, async () => undefined)
  return referent
}

const ONLY_COACHES =
  'Seule une personne qui accompagne des communes peut en ajouter une. Demandez à la personne référente de vous donner ce rôle, dans « Équipe ».'
const NO_MAIL = 'J’attendais aussi l’adresse de courriel de la personne référente : c’est par elle qu’elle entrera.'
const NOT_HERSELF =
  'J’ai lu votre propre adresse ; j’attendais celle de la personne référente : c’est elle qui décide pour sa commune.'

async function insertCoach(tx: Tx, world: World, { insee, id, name }: Actor, mail: string): Promise<void> {
  await tx.insertInto('person').values({ insee, id, name, mail, role: 'coach', created_at: world.now() }).execute()
}
