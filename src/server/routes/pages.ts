import type { FastifyInstance } from 'fastify'
import { byName } from '../../people/by-name.ts'
import { homePage } from '../pages/home.ts'
import type { ServerWorld } from '../world.ts'

/** Pages that need no script: the town's home for everybody. And /health, for whoever watches over this Carnet. */
export function pagesRoutes(app: FastifyInstance, world: ServerWorld): void {
  app.get('/', async (_, reply) => {
    const towns = await world.db.selectFrom('town').select(['name', 'example']).execute()
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(homePage(towns.sort(byName)))
  })
  app.get('/health', async (_, reply) => {
    await world.db.selectFrom('town').select('insee').limit(1).execute()
    return reply.header('cache-control', 'no-store').send({ ok: true })
  })
}
