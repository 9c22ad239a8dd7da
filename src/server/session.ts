import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { localVisitor, visitorOf } from '../people/visitor.ts'
import type { ServerOptions, ServerWorld } from './world.ts'

/** `__Host-`: only by https, only for this very name, never for a neighbour's. */
const cookieName = ({ publicUrl }: ServerOptions): string =>
  publicUrl.startsWith('https:') ? '__Host-carnet' : 'carnet'

/** Says on every request of the API who asks. Files and pages need nobody. */
export function knowVisitors(app: FastifyInstance, world: ServerWorld): void {
  app.decorateRequest('session', null)
  app.addHook('onRequest', async request => {
    if (request.routeOptions.config.right === undefined) return
    const known = await visitorOf(world, secretOf(request, world.options))
    request.session = known ?? (world.options.local ? ((await localVisitor(world)) ?? null) : null)
  })
}

/** The secret of the browser's cookie, if it has one. */
export const secretOf = (request: FastifyRequest, options: ServerOptions): string | undefined =>
  request.cookies[cookieName(options)]

/** Lax: a link in a mail finds the person signed in. */
const cookie = (options: ServerOptions) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: options.publicUrl.startsWith('https:') }) as const

export const giveCookie = (reply: FastifyReply, options: ServerOptions, secret: string): FastifyReply =>
  reply.setCookie(cookieName(options), secret, { ...cookie(options), maxAge: 7 * 24 * 3600 })

export const takeCookie = (reply: FastifyReply, options: ServerOptions): FastifyReply =>
  reply.clearCookie(cookieName(options), cookie(options))
