import type { FastifyInstance } from 'fastify'
import { readCatalog } from '../../publication/catalog/read.ts'
import { openApi } from '../../publication/openapi/document.ts'
import type { ServerWorld } from '../world.ts'
import { sendJson } from './descriptors.ts'
import { developersPage } from './developers-page.ts'
import { open } from './open.ts'

/** What programs may ask, told to programs and to who writes them. */
export function openapiRoutes(app: FastifyInstance, world: ServerWorld): void {
  const base = world.options.publicUrl
  app.get('/api/openapi.json', open, async (request, reply) => {
    const catalog = await readCatalog(world)
    return sendJson(request, reply, openApi(base, catalog), catalog.etag, catalog.modifiedAt)
  })
  app.get('/api', open, async (_, reply) =>
    reply.type('text/html; charset=utf-8').send(developersPage(base, await readCatalog(world))),
  )
}
