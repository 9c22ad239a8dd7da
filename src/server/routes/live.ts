import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type LiveEvent, presence } from '../../contract/sets.ts'
import { isSessionOpen } from '../../people/sessions.ts'
import { Presences } from '../../preparation/presences.ts'
import { findAnySet } from '../../preparation/sets/find.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import { secretOf } from '../session.ts'
import type { ServerWorld } from '../world.ts'
import { param } from './params.ts'

/** Proxies cut a line that says nothing for a minute. */
const BEAT_MS = 20_000

/** Server-sent events: what is done in a set as it is done, who is there, what works. */
export function liveRoutes(app: FastifyInstance, world: ServerWorld): void {
  const { live } = world
  const presences = new Presences((insee, slug) =>
    live.send(insee, slug, { type: 'presence', people: presences.of(insee, slug) }),
  )
  const open = new Set<() => void>()
  app.addHook('preClose', async () => {
    for (const close of [...open]) close()
    presences.close()
  })

  app.get('/api/atelier/sets/:slug/live', requires('read'), async (request, reply) => {
    const { insee } = signedIn(request)
    const { slug } = await findAnySet(world.db, insee, param(request, 'slug'))
    const isIn = await doorOf(world, request)
    const send = openStream(reply, { open, isIn, listen: hear => live.listen(insee, slug, hear) })
    send({ type: 'presence', people: presences.of(insee, slug) })
  })

  /** Jobs and checks of the whole town. */
  app.get('/api/atelier/live', requires('read'), async (request, reply) => {
    const { insee } = signedIn(request)
    openStream(reply, { open, isIn: await doorOf(world, request), listen: hear => live.listen(insee, '', hear) })
  })

  app.post('/api/atelier/sets/:slug/presence', requires('read'), async (request, reply) => {
    const { insee, actor } = signedIn(request)
    const { cell, left, ...here } = bodyOf(request, presence)
    const { slug } = await findAnySet(world.db, insee, param(request, 'slug'))
    if (left) presences.left(insee, slug, here.page)
    else presences.here(insee, slug, { ...here, name: actor.name, ...(cell && { cell }) })
    return reply.code(204).send()
  })
}

type Send = (event: LiveEvent) => void

interface Stream {
  /** Streams to end with the server. */
  readonly open: Set<() => void>
  readonly listen: (hear: Send) => () => void
  /** Whether whoever opened it may still hear. */
  readonly isIn: () => Promise<boolean>
}

/** Whoever came in with a session hears as long as it is open: a person taken off the team, or who left, hears nothing more. */
async function doorOf(world: ServerWorld, request: FastifyRequest): Promise<() => Promise<boolean>> {
  const secret = secretOf(request, world.options)
  const signed = secret !== undefined && (await isSessionOpen(world, secret))
  return signed ? () => isSessionOpen(world, secret) : async () => true
}

/** The answer stays open until the page or the server closes it. */
function openStream(reply: FastifyReply, { open, listen, isIn }: Stream): Send {
  const { raw } = reply.hijack()
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  const send: Send = event => void raw.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
  raw.write('retry: 2000\n\n')
  const stop = listen(send)
  const beat = setInterval(() => void goOn(), BEAT_MS)
  beat.unref()
  // A database that does not answer keeps nobody in.
  const goOn = async () => ((await isIn().catch(() => false)) ? raw.write(': beat\n\n') : close())
  const close = () => {
    clearInterval(beat)
    stop()
    open.delete(close)
    raw.end()
  }
  open.add(close)
  raw.on('close', close)
  return send
}
