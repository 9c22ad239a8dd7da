import { request as plain, type RequestOptions } from 'node:http'
import { request as secured } from 'node:https'
import { Readable } from 'node:stream'
import { isPublicAddress } from './public-address.ts'
import { isLiteral, notPublic, publicLookup, UnreachableAddress } from './safe-fetch.ts'

/** `public`: https, and public addresses only, judged when the socket connects. `anywhere`: this machine's owner chose it, plain http too. */
export type Reach = 'public' | 'anywhere'

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  /** A blob is read as it is sent, never whole in memory. */
  readonly body?: Blob | string
  readonly reach: Reach
}
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

const LIMITS = { answer: 20 * 1024 * 1024, quiet: 30_000, whole: 15 * 60_000 }

/**
 * One request to a service where the town has a key, whatever its status. Redirects are not followed: a key never goes where it was not sent.
 * Throws `UnreachableAddress`, a French sentence, when nothing answers.
 */
export function ask(address: string, { method = 'GET', headers = {}, body, reach }: Asked): Promise<Reply> {
  const url = parse(address, reach)
  const size = body === undefined ? 0 : typeof body === 'string' ? Buffer.byteLength(body) : body.size
  const options: RequestOptions = {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-length': String(size) }) },
    agent: false,
    signal: AbortSignal.timeout(LIMITS.whole),
    ...(reach === 'public' && { lookup: publicLookup }),
  }
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(unreachable(url, error))
    const sent = (url.protocol === 'https:' ? secured : plain)(url, options, response => {
      const parts: Buffer[] = []
      let length = 0
      response.on('data', (part: Buffer) => {
        length += part.length
        if (length > LIMITS.answer) response.destroy(new UnreachableAddress(`« ${url.host} » répond sans fin.`))
        else parts.push(part)
      })
      response.on('error', fail)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8'),
        }),
      )
    })
    sent.setTimeout(LIMITS.quiet, () => sent.destroy(new DOMException('quiet', 'TimeoutError')))
    sent.on('error', fail)
    send(sent, body, fail)
  })
}

function send(sent: ReturnType<typeof plain>, body: Asked['body'], fail: (error: Error) => void): void {
  if (body === undefined || typeof body === 'string') return void sent.end(body)
  const stream = Readable.fromWeb(body.stream() as Parameters<typeof Readable.fromWeb>[0])
  stream.on('error', error => {
    sent.destroy()
    fail(error)
  })
  stream.pipe(sent)
}

function parse(address: string, reach: Reach): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const known = reach === 'anywhere' ? /^https?:$/ : /^https:$/
  if (!url || !known.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new UnreachableAddress(
      `J’ai lu l’adresse « ${address.slice(0, 200)} » ; j’attendais une adresse publique qui commence par https://.`,
    )
  if (reach === 'public' && isLiteral(url.hostname) && !isPublicAddress(url.hostname.replace(/^\[|\]$/g, '')))
    throw notPublic(url.hostname)
  return url
}

function unreachable(url: URL, error: Error): UnreachableAddress {
  if (error instanceof UnreachableAddress) return error
  const code = (error as NodeJS.ErrnoException).code ?? error.name
  return new UnreachableAddress(`« ${url.host} » ne répond pas : ${REASONS[code] ?? code}.`, { cause: error })
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'ce nom n’existe pas, ou internet est coupé',
  EAI_AGAIN: 'ce nom n’existe pas, ou internet est coupé',
  ECONNREFUSED: 'rien n’y écoute',
  ECONNRESET: 'la liaison a été coupée',
  TimeoutError: 'plus rien depuis 30 secondes',
  ABORT_ERR: 'plus rien depuis trop longtemps',
  CERT_HAS_EXPIRED: 'son certificat a expiré',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'son certificat n’est pas reconnu',
  SELF_SIGNED_CERT_IN_CHAIN: 'son certificat n’est pas reconnu',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'son certificat n’est pas reconnu',
  ERR_TLS_CERT_ALTNAME_INVALID: 'son certificat est celui d’un autre nom',
}
