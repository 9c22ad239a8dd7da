import type { FastifyInstance } from 'fastify'
import { addPlace, changePlace, checkPlace, planCopies, sendCopies, stopCopy } from '../../contract/copies.ts'
import { Copies } from '../../publication/connectors/copies.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import type { ServerWorld } from '../world.ts'
import { param } from './params.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Copies elsewhere of what is published. */
    copies: Copies
  }
}

/** Copies elsewhere. Keys come in, and never go out. */
export function connectorsRoutes(app: FastifyInstance, world: ServerWorld): void {
  const { options } = world
  const copies = new Copies({
    ...{ db: world.db, blobs: world.blobs, now: world.now, newId: world.newId, secrets: world.secrets },
    ...{ threads: app.preparation.world.threads, report: world.report },
    ...{ publicUrl: options.publicUrl, local: options.local },
    copies: options.copies ?? { privateNetwork: false },
  })
  app.decorate('copies', copies)
  app.addHook('onReady', () => copies.runner.start())
  app.addHook('onClose', () => copies.runner.close())
  // What the right to publish does changes what copies should say.
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.config.right === 'publish' && reply.statusCode < 300) copies.runner.soon()
  })

  const root = '/api/atelier/copies'
  app.get(root, requires('read'), request => copies.page(signedIn(request).insee))

  app.post(`${root}/check`, requires('town'), request =>
    copies.check(signedIn(request).insee, bodyOf(request, checkPlace)),
  )

  app.post(`${root}/places`, requires('town'), async (request, reply) => {
    const { actor, insee } = signedIn(request)
    const id = await copies.add(actor, bodyOf(request, addPlace))
    return reply.code(201).send({ id, ...(await copies.page(insee)) })
  })

  app.patch(`${root}/places/:id`, requires('town'), async request => {
    const { actor, insee } = signedIn(request)
    await copies.change(actor, param(request, 'id'), bodyOf(request, changePlace))
    return copies.page(insee)
  })

  app.delete(`${root}/places/:id`, requires('town'), async request => {
    const { actor, insee } = signedIn(request)
    await copies.remove(actor, param(request, 'id'))
    return copies.page(insee)
  })

  app.post(`${root}/places/:id/plan`, requires('publish'), request =>
    copies.plan(signedIn(request).insee, param(request, 'id'), bodyOf(request, planCopies).sets),
  )

  app.post(`${root}/places/:id/send`, requires('publish'), async request => {
    const { actor, insee } = signedIn(request)
    await copies.send(actor, param(request, 'id'), bodyOf(request, sendCopies))
    return copies.page(insee)
  })

  app.post(`${root}/places/:id/stop`, requires('publish'), async request => {
    const { actor, insee } = signedIn(request)
    await copies.stop(actor, param(request, 'id'), bodyOf(request, stopCopy))
    return copies.page(insee)
  })
}
