import { Refused } from '../../contract/refused.ts'
import type { World } from '../../store/world.ts'
import { cleanMail } from '../mails.ts'
import type { SessionOwner } from '../sessions.ts'
import { placesOf } from './places.ts'

/** What an identity provider (OpenID Connect) says of who came back from it. */
export interface Identity {
  readonly issuer: string
  /** The provider's own name for her, that never changes. */
  readonly subject: string
  readonly mail?: string | undefined
  /** The provider has seen her read that mailbox. Without it, anybody could write anybody's mail there. */
  readonly mailVerified: boolean
}

export async function enterByProvider(world: World, who: Identity): Promise<SessionOwner> {
  if (who.mail === undefined || !who.mailVerified)
    throw new Refused(
      403,
      'Votre fournisseur d’identité n’a pas confirmé votre adresse de courriel : entrez par un lien envoyé par courriel.',
    )
  const mail = cleanMail(who.mail)
  const [place] = await placesOf(world, mail)
  if (!place)
    throw new Refused(
      403,
      `Personne n’est invité ici sous l’adresse « ${mail} » : demandez à la personne référente de votre commune.`,
    )
  await remember(world, mail, who)
  return { insee: place.insee, person: place.person.id }
}

/** The first identity of a mail is its own: another one of the same provider, that took over the mailbox's name, is refused. */
async function remember(world: World, mail: string, { issuer, subject }: Identity): Promise<void> {
  const ids = { oidc_issuer: issuer, oidc_subject: subject }
  const account = await world.db.selectFrom('account').selectAll().where('mail', '=', mail).executeTakeFirst()
  if (account?.oidc_issuer === issuer && account.oidc_subject !== subject)
    throw new Refused(
      403,
      'Cette adresse de courriel appartient ici à une autre identité : entrez par un lien envoyé par courriel.',
    )
  await world.db
    .insertInto('account')
    .values({ mail, ...ids, created_at: world.now() })
    .onConflict(at => at.column('mail').doUpdateSet(ids))
    .execute()
}
