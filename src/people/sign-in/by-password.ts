import { Refused } from '../../contract/refused.ts'
import { record } from '../../journal/record.ts'
import type { World } from '../../store/world.ts'
import { cleanMail } from '../mails.ts'
import { closeSessionsOf, type SessionOwner } from '../sessions.ts'
import type { Visitor } from '../visitor.ts'
import { attempt } from './limits.ts'
import { hashPassword, isPassword } from './password.ts'
import { placesOf } from './places.ts'

export async function enterByPassword(
  world: World,
  given: { readonly mail: string; readonly password: string },
  from: string,
): Promise<SessionOwner> {
  const mail = cleanMail(given.mail)
  const tried = await attempt(world, 'password', [`mail ${mail}`, `from ${from}`])
  const account = await world.db.selectFrom('account').selectAll().where('mail', '=', mail).executeTakeFirst()
  const [place] = await placesOf(world, mail)
  const right = await isPassword(given.password, account?.password_hash)
  if (!right || !place) throw new Refused(403, 'Cette adresse et ce mot de passe ne vont pas ensemble.')
  await tried.forget()
  return { insee: place.insee, person: place.person.id }
}

/** Her own password. Every other session of hers is closed: whoever had the old one is out. */
export async function choosePassword(world: World, { person, actor }: Visitor, password: string): Promise<void> {
  const { mail } = person
  if (mail === null)
    throw new Refused(
      409,
      'Un mot de passe va avec une adresse de courriel : donnez d’abord la vôtre, dans « Équipe ».',
    )
  const hash = await hashPassword(password)
  await record(world, actor, { act: 'password', note: `${actor.name} a choisi un mot de passe` }, async tx => {
    await tx
      .insertInto('account')
      .values({ mail, password_hash: hash, created_at: world.now() })
      .onConflict(at => at.column('mail').doUpdateSet({ password_hash: hash }))
      .execute()
    for (const { insee, person } of await placesOf({ ...world, db: tx }, mail))
      await closeSessionsOf({ ...world, db: tx }, { insee, person: person.id })
  })
}
