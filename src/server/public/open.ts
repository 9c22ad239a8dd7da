import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of the public: no sign-in, read from any site. `framed`: another site may show it inside a page too. */
    open?: true | 'framed'
  }
}

/** Requests a minute for one address. A page, a file, a catalog: what a harvester of the whole town asks stays below. */
const MOST_READ = 1200
/** What makes the engine of rows work. */
const MOST_ASKED = 600

const routeOf = (open: true | 'framed', max: number): RouteShorthandOptions => ({
  config: { right: 'everyone', open, rateLimit: { max, timeWindow: '1 minute', groupId: `open-${max}` } },
})

/** Options of a public route: `app.get('/feed.atom', open, handler)`. */
export const open = routeOf(true, MOST_READ)
/** The same, where each answer is a question to the rows (queryRows). */
export const openQuery = routeOf(true, MOST_ASKED)
/** A page that any site may show in a frame: /embed. */
export const openFramed = routeOf('framed', MOST_READ)

const CORS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'accept-ranges, content-disposition, content-length, content-range, etag, last-modified, link, retry-after',
  'cross-origin-resource-policy': 'cross-origin',
}
const PREFLIGHT: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET, HEAD, OPTIONS, POST',
  'access-control-allow-headers':
    'accept, authorization, content-type, if-modified-since, if-none-match, if-range, range',
  'access-control-max-age': '86400',
}

/**
 * What is public is read from anywhere: any site, no cookie looked at, nothing secret in the answer. A browser asks again whether its copy is still good, since a
 * set may be withdrawn at any moment; a route that has better says so. To be called after `secure`, whose headers it loosens.
 */
export function openPublicRoutes(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => loosen(request, reply))
  app.addHook('onRoute', ({ method, url, config }) => {
    const isAsked = [method].flat().some(one => one === 'GET' || one === 'POST')
    if (isAsked && config?.open && !app.hasRoute({ method: 'OPTIONS', url }))
      app.options(url, { ...open, config: { ...open.config, open: config.open } }, preflight)
  })
}

const preflight = (_: FastifyRequest, reply: FastifyReply) => reply.code(204).headers(PREFLIGHT).send()

function loosen(request: FastifyRequest, reply: FastifyReply): void {
  const { open } = request.routeOptions.config
  if (!open) return
  reply.headers(CORS).header('cache-control', 'public, no-cache')
  if (open !== 'framed') return
  const policy = String(reply.getHeader('content-security-policy'))
  reply.header('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'))
  reply.removeHeader('x-frame-options')
}
