import { lookup as dnsLookup, type LookupAddress } from 'node:dns'
import { request } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'

/** An address that could not be fetched: `message` is one French sentence. */
export class UnreachableAddress extends Error {
  override readonly name = 'UnreachableAddress'
}

const LIMITS = { bytes: 20 * 1024 * 1024, milliseconds: 15_000, hops: 5 }

/**
 * The text at a public https address. The verdict is on the address that the socket really connects to, at the moment it connects, for each
 * redirect too: a name that answers first a public address and then 127.0.0.1 is refused. Port 443 only, no proxy variables.
 */
export async function safeFetchText(address: string, hops = LIMITS.hops): Promise<string> {
  const url = parse(address)
  const answer = await get(url)
  if ('location' in answer) {
    if (hops === 0)
      throw new UnreachableAddress(
        `« ${address} » renvoie d'adresse en adresse plus de ${LIMITS.hops} fois : je m'arrête.`,
      )
    return safeFetchText(new URL(answer.location, url).href, hops - 1)
  }
  return answer.text
}

function parse(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (
    url?.protocol !== 'https:' ||
    (url.port !== '' && url.port !== '443') ||
    url.username !== '' ||
    url.password !== ''
  )
    throw new UnreachableAddress(
      `J'ai lu l'adresse « ${address} » ; j'attendais une adresse publique qui commence par https://.`,
    )
  if (isLiteral(url.hostname) && !isPublicAddress(url.hostname.replace(/^\[|\]$/g, ''))) throw notPublic(url.hostname)
  return url
}

/** Written as numbers, it is not looked up: it is judged as it stands. */
export const isLiteral = (host: string): boolean => host.startsWith('[') || /^[\d.]+$/.test(host)
export const notPublic = (host: string) =>
  new UnreachableAddress(`« ${host} » n'est pas une adresse publique : je ne m'y connecte pas.`)

/** Every address that the name gives must be public: the socket may use any of them. */
export const publicLookup: LookupFunction = (host, options, done) => {
  dnsLookup(host, { ...options, all: true }, (error, found) => {
    const addresses = found as LookupAddress[]
    if (error) return done(error, '', 0)
    if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address)))
      return done(notPublic(host), '', 0)
    const first = addresses[0]!
    return options.all ? done(null, addresses) : done(null, first.address, first.family)
  })
}

function get(url: URL): Promise<{ text: string } | { location: string }> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) =>
      reject(
        error instanceof UnreachableAddress
          ? error
          : new UnreachableAddress(`Je n'ai pas pu lire « ${url.href} » : ${reason(error)}.`),
      )
    const sent = request(
      url,
      { lookup: publicLookup, agent: false, signal: AbortSignal.timeout(LIMITS.milliseconds) },
      response => {
        const { statusCode = 0, headers } = response
        if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
          response.destroy()
          return resolve({ location: headers.location })
        }
        if (statusCode !== 200) {
          response.destroy()
          return fail(new UnreachableAddress(`« ${url.href} » répond ${statusCode} ; j'attendais un fichier.`))
        }
        const parts: Buffer[] = []
        let size = 0
        response.on('data', (part: Buffer) => {
          size += part.length
          if (size > LIMITS.bytes)
            response.destroy(new UnreachableAddress(`« ${url.href} » dépasse 20 Mo : je m'arrête.`))
          else parts.push(part)
        })
        response.on('error', fail)
        response.on('end', () => resolve({ text: Buffer.concat(parts).toString('utf8') }))
      },
    )
    sent.on('error', fail)
    sent.end()
  })
}

const reason = (error: Error): string => {
  const code = (error as NodeJS.ErrnoException).code ?? error.name
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN'
    ? "ce nom n'existe pas ou internet ne répond pas"
    : code === 'TimeoutError' || code === 'ABORT_ERR'
      ? 'aucune réponse en 15 secondes'
      : code
}
