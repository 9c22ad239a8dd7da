import { Refused } from '../../contract/refused.ts'
import type { World } from '../../store/world.ts'
import { cleanMail } from '../mails.ts'
import { hashOf, keyedHashOf, newSecret, sixDigits } from '../secrets.ts'
import { later, type SessionOwner } from '../sessions.ts'
import { attempt, forgive } from './limits.ts'
import { placesOf } from './places.ts'

const VALID = 15 * 60_000
const FORGOTTEN_AFTER = 24 * 60 * 60_000
const OVER = 'Ce lien ne sert plus : il vaut un quart d’heure et une seule fois. Demandez-en un autre.'

/** What the mail holds; `known` says whether it is to be sent. */
export interface Invitation {
  readonly mail: string
  readonly token: string
  readonly code: string
  readonly known: boolean
}

/**
 * A link and six digits for this mail. The same work is done, in the same order, for a mail that nobody has: neither the answer nor its time tells.
 * `askedBy` is the secret of the browser that asks: the six digits are taken from it alone.
 */
export async function askByMail(world: World, asked: string, from: string, askedBy: string): Promise<Invitation> {
  const mail = cleanMail(asked)
  await attempt(world, 'link', [`mail ${mail}`, `from ${from}`])
  const now = world.now()
  const [token, code] = [newSecret(), sixDigits()]
  await world.db.deleteFrom('sign_in').where('expires_at', '<', later(now, -FORGOTTEN_AFTER)).execute()
  const places = await placesOf(world, mail)
  await world.db
    .insertInto('sign_in')
    .values({
      token_hash: hashOf(token),
      code_hash: keyedHashOf(`${mail} ${code}`),
      mail,
      asked_by: hashOf(askedBy),
      created_at: now,
      expires_at: later(now, VALID),
    })
    .execute()
  return { mail, token, code, known: places.length > 0 }
}

/** By the button of the page that the link opens. */
export async function enterByToken(world: World, token: string, from: string): Promise<SessionOwner> {
  await attempt(world, 'token', [`from ${from}`])
  const row = await waiting(world).where('token_hash', '=', hashOf(token)).executeTakeFirst()
  return enter(world, row, OVER, from)
}

/** By the six digits, in the browser that asked for them. */
export async function enterByCode(
  world: World,
  given: { readonly mail: string; readonly code: string },
  from: string,
  askedBy: string | undefined,
): Promise<SessionOwner> {
  const mail = cleanMail(given.mail)
  await attempt(world, 'code', [`mail ${mail}`, `from ${from}`])
  const row = await waiting(world)
    .where('mail', '=', mail)
    .where('code_hash', '=', keyedHashOf(`${mail} ${given.code}`))
    .where('asked_by', '=', hashOf(askedBy ?? newSecret()))
    .executeTakeFirst()
  const wrong =
    'Ce n’est pas le bon code, ou il ne vaut plus : tapez celui du dernier courriel, dans la page qui l’a demandé.'
  return enter(world, row, wrong, from)
}

const waiting = (world: World) =>
  world.db.selectFrom('sign_in').select('mail').where('used_at', 'is', null).where('expires_at', '>', world.now())

/** Single use: of two at once, one enters. What was sent to the same mail before is spent with it. */
async function enter(
  world: World,
  row: { readonly mail: string } | undefined,
  refusal: string,
  from: string,
): Promise<SessionOwner> {
  const [place] = row ? await placesOf(world, row.mail) : []
  const spent = await world.db
    .updateTable('sign_in')
    .set({ used_at: world.now() })
    .where('mail', '=', row?.mail ?? '')
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (!place || spent.numUpdatedRows === 0n) throw new Refused(403, refusal)
  await forgive(world, ['link', 'code', 'token'], [`mail ${row?.mail}`, `from ${from}`])
  return { insee: place.insee, person: place.person.id }
}
