import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { openSession, type SessionOwner } from '../people/sessions.ts'
import { localVisitor, visitorOf } from '../people/visitor.ts'
import type { ServerOptions, ServerWorld } from './world.ts'

/** Says on every request of the API who asks. Files and pages need nobody. */
export function knowVisitors(app: FastifyInstance, world: ServerWorld): void {
  app.decorateRequest('session', null)
  app.addHook('onRequest', async request => {
    const { right, open } = request.routeOptions.config
    if (right === undefined || open) return
    const known = await visitorOf(world, secretOf(request, world.options))
    request.session = known ?? (world.options.local ? ((await localVisitor(world)) ?? null) : null)
  })
}

/** `__Host-`: only by https, only for this very name, never for a neighbour's. */
const nameOf = ({ publicUrl }: ServerOptions, name: string): string =>
  publicUrl.startsWith('https:') ? `__Host-${name}` : name

/** Lax: a link in a mail finds the person signed in. */
const shape = ({ publicUrl }: ServerOptions) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:') }) as const

const SESSION = 'carnet'

/** The secret of the browser's session, if it has one. */
export const secretOf = (request: FastifyRequest, options: ServerOptions): string | undefined =>
  request.cookies[nameOf(options, SESSION)]

/** Signed in: a new secret each time, and the one before is worth nothing. */
export async function enter(
  world: ServerWorld,
  request: FastifyRequest,
  reply: FastifyReply,
  owner: SessionOwner,
): Promise<void> {
  const { options } = world
  const secret = await openSession(world, owner, secretOf(request, options))
  reply.setCookie(nameOf(options, SESSION), secret, { ...shape(options), maxAge: 7 * 24 * 3600 })
}

export const takeCookie = (reply: FastifyReply, options: ServerOptions): FastifyReply =>
  reply.clearCookie(nameOf(options, SESSION), shape(options))

/** What a browser keeps for a quarter of an hour between two requests. */
export const shortCookie = (options: ServerOptions, name: string) => ({
  read: (request: FastifyRequest): string | undefined => request.cookies[nameOf(options, name)],
  give: (reply: FastifyReply, value: string): FastifyReply =>
    reply.setCookie(nameOf(options, name), value, { ...shape(options), maxAge: 15 * 60 }),
  take: (reply: FastifyReply): FastifyReply => reply.clearCookie(nameOf(options, name), shape(options)),
})
