import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Right } from '../contract/people.ts'
import { Refused } from '../contract/refused.ts'
import type { Visitor } from '../people/visitor.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the visitor must be allowed to do; 'everyone': the route says itself who it answers. */
    right?: Right | 'everyone'
    /** The only routes that take a file. */
    multipart?: boolean
  }
  interface FastifyRequest {
    /** Who asks, when she is known. */
    session: Visitor | null
  }
  interface FastifyInstance {
    /** Every route, with the right that it names: tests walk through them. */
    routeList: ListedRoute[]
  }
}

export interface ListedRoute {
  readonly method: string
  readonly url: string
  readonly right: Right | 'everyone' | undefined
  /** Of the public (public/open.ts). */
  readonly open: boolean
}

/** Options of a private route: `app.get(url, requires('read'), handler)`. */
export const requires = (right: Right, more: { readonly multipart?: boolean } = {}) => ({ config: { right, ...more } })

/** Options of a route that answers people who have not signed in. */
export const forEveryone = { config: { right: 'everyone' as const } }

/** The same, where an answer is work: so many a minute for one address. */
export const forEveryoneAtMost = (max: number) => ({
  config: { right: 'everyone' as const, rateLimit: { max, timeWindow: '1 minute' } },
})

/** The visitor, in a route that requires a right. */
export function signedIn(request: FastifyRequest): Visitor {
  if (!request.session) throw new Refused(401, 'Entrez d’abord dans Carnet, puis recommencez : rien n’est perdu.')
  return request.session
}

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** No route of the API is forgotten: one that names no right stops the start. Pages only read. */
export function guardRoutes(app: FastifyInstance): void {
  app.decorate('routeList', [])
  app.addHook('onRoute', ({ method, url, config }) => {
    const methods = [method].flat()
    for (const one of methods) app.routeList.push({ method: one, url, right: config?.right, open: !!config?.open })
    if (url.startsWith('/api/') && config?.right === undefined) throw new Error(`${method} ${url} names no right`)
    if (!url.startsWith('/api/') && methods.some(one => !READS.has(one)))
      throw new Error(`${method} ${url}: only the API changes things`)
  })
  app.addHook('onRequest', async request => {
    const { right } = request.routeOptions.config
    if (right === undefined || right === 'everyone') return
    if (!signedIn(request).rights.includes(right))
      throw new Refused(403, 'Votre rôle ne permet pas cela. Demandez à la personne référente de votre commune.')
  })
}
