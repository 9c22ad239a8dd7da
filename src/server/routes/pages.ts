import type { FastifyInstance } from 'fastify'
import type { ServerWorld } from '../world.ts'

/** /health, for whoever watches over this Carnet. */
export function pagesRoutes(app: FastifyInstance, world: ServerWorld): void {
  app.get('/health', async (_, reply) => {
    await world.db.selectFrom('town').select('insee').limit(1).execute()
    return reply.header('cache-control', 'no-store').send({ ok: true })
  })
}
