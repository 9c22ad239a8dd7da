import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '../contract/refused.ts'
import { originOfTiles } from './tiles.ts'
import type { ServerOptions, ServerWorld } from './world.ts'

/**
 * The doors that every request goes through. No script but ours, no page of ours inside another, no request born on another site
 * (OWASP, Cross-Site Request Forgery Prevention), no foreign name for this machine (DNS rebinding).
 */
export function secure(app: FastifyInstance, { options }: ServerWorld): void {
  const headers = headersFor(options)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    refuseForeignHost(request, options)
    refuseForeignOrigin(request)
    refuseBody(request)
  })
}

const policyFor = ({ tiles }: ServerOptions): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: blob:${tiles ? ` ${originOfTiles(tiles)}` : ''}`,
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

const headersFor = (options: ServerOptions): Record<string, string> => ({
  'content-security-policy': policyFor(options),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), payment=(), geolocation=(self)',
  ...(options.publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  // On plain http in a town's network the browser heeds it not, and writes an error at each page.
  ...(options.local || options.publicUrl.startsWith('https:') ? { 'cross-origin-opener-policy': 'same-origin' } : {}),
})

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The name of a Host header, without its port. */
const nameOf = (host: string): string => host.toLowerCase().replace(/:\d*$/, '')

/** Locally only this machine's own names; with a public name, that one. /health is asked by machines, under any name. */
function refuseForeignHost(request: FastifyRequest, { local, publicUrl, host }: ServerOptions): void {
  const asked = nameOf(request.headers.host ?? '')
  if (local && isForwarded(request))
    throw new Refused(
      403,
      'Carnet est ouvert pour cet ordinateur seulement. Pour le mettre derrière un autre serveur, donnez-lui son adresse publique : CARNET_URL.',
    )
  if (request.routeOptions.url === '/health') return
  const own = nameOf(new URL(publicUrl).host)
  const known = local
    ? LOOPBACK.has(asked)
    : asked === own || asked === nameOf(host) || listensEverywhere(host, publicUrl)
  if (!known) throw new Refused(403, 'Carnet ne répond pas sous ce nom.')
}

/** Listening on every address without a public name set: sign-in is asked of everyone, and cookies belong to the name typed. */
const listensEverywhere = (host: string, publicUrl: string): boolean =>
  ['0.0.0.0', '::'].includes(host) && publicUrl.startsWith('http:')

/** A local Carnet behind a proxy would be open to all without a password. Proxies sign their requests with these. */
const isForwarded = ({ headers, raw }: FastifyRequest): boolean =>
  ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some(name => name in headers) ||
  raw.httpVersion === '1.0'

/**
 * What changes something comes from a page of ours: the browser says from where it was born; if it does not, its Origin does. A public route changes
 * nothing, and knows nobody: a POST there is a question.
 */
function refuseForeignOrigin({ method, headers, routeOptions }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD' || routeOptions.config.open) return
  const site = headers['sec-fetch-site']
  const { origin } = headers
  const foreign =
    site !== undefined
      ? site !== 'same-origin' && site !== 'none'
      : origin !== undefined && hostOf(origin) !== headers.host
  if (foreign) throw new Refused(403, 'Cette demande vient d’un autre site : Carnet ne la fait pas.')
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

/** JSON, or a file where a file is awaited: a plain HTML form of another site sends neither. */
function refuseBody({ headers, routeOptions }: FastifyRequest): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type === undefined || type === 'application/json') return
  if (type === 'multipart/form-data' && routeOptions.config.multipart) return
  // Clients of public APIs send JSON under this name.
  if (type === 'application/x-www-form-urlencoded' && routeOptions.config.open) return
  throw new Refused(415, 'Carnet n’attendait pas ce genre d’envoi.')
}
