import type { FastifyInstance } from 'fastify'
import { createLink } from '../../contract/people.ts'
import { listLinks, makeLink, revokeLink } from '../../people/links.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import type { ServerWorld } from '../world.ts'

/** The town's side of links without an account. The holder's side is in `link.ts`. */
export function linksRoutes(app: FastifyInstance, world: ServerWorld): void {
  app.get<{ Querystring: { set?: string | string[] } }>('/api/atelier/links', requires('prepare'), request => {
    const { set } = request.query
    return listLinks(world, signedIn(request).insee, typeof set === 'string' ? set : undefined)
  })

  app.post('/api/atelier/links', requires('prepare'), async (request, reply) => {
    const wanted = bodyOf(request, createLink)
    return reply.code(201).send(await makeLink(world, signedIn(request).actor, wanted, world.options.publicUrl))
  })

  app.delete<{ Params: { id: string } }>('/api/atelier/links/:id', requires('prepare'), async (request, reply) => {
    await revokeLink(world, signedIn(request).actor, request.params.id)
    return reply.code(204).send()
  })
}
