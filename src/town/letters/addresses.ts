import { hashOf } from '../../people/secrets.ts'
import type { LetterWorld } from './world.ts'

/**
 * A mail is kept without the secret of its links: in its place stands the request that the link belongs to. Whoever reads or sends the mail
 * gets the address back.
 */
export async function showAddresses(world: LetterWorld, insee: string, text: string): Promise<string> {
  const ids = [...text.matchAll(PLACE)].map(([, id]) => id!)
  if (ids.length === 0) return text
  const rows = await world.db
    .selectFrom('request')
    .select(['id', 'sealed'])
    .where('insee', '=', insee)
    .where('id', 'in', ids)
    .execute()
  const addresses = new Map(rows.map(({ id, sealed }) => [id, addressOf(world, insee, id, sealed)]))
  return text.replace(PLACE, (place, id: string) => addresses.get(id) ?? place)
}

/** The other way, for what a person wrote around it. */
export async function hideAddresses(world: LetterWorld, insee: string, text: string): Promise<string> {
  const start = addressStart(world)
  const found = [...new Set(text.split(start).slice(1).map(secretAt))].filter(secret => secret.length >= 20)
  if (found.length === 0) return text
  const rows = await world.db
    .selectFrom('request')
    .innerJoin('link', join => join.onRef('link.insee', '=', 'request.insee').onRef('link.id', '=', 'request.link'))
    .select(['request.id', 'link.token_hash'])
    .where('request.insee', '=', insee)
    .where('link.token_hash', 'in', found.map(hashOf))
    .execute()
  const places = new Map(rows.map(({ id, token_hash }) => [token_hash, placeOf(id)]))
  return found.reduce((kept, secret) => {
    const place = places.get(hashOf(secret))
    return place === undefined ? kept : kept.replaceAll(start + secret, place)
  }, text)
}

/** Where the address of a request's link stands in a text that is kept. */
export const placeOf = (request: string): string => `{lien:${request}}`
const PLACE = /\{lien:([\w-]{1,80})\}/g

export const whose = (insee: string, request: string): string => `request ${insee} ${request}`

const addressStart = ({ publicUrl }: LetterWorld): string => `${publicUrl}/atelier/lien/`
const secretAt = (text: string): string => /^[\w-]*/.exec(text)![0]

function addressOf(world: LetterWorld, insee: string, id: string, sealed: string | null): string | undefined {
  const secret = sealed === null ? undefined : world.secrets.open(sealed, whose(insee, id))
  return secret === undefined ? undefined : addressStart(world) + secret
}
