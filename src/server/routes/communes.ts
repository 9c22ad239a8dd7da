import type { FastifyInstance } from 'fastify'
import { loadDepartments } from '../../adapters/communes/departments.ts'
import { communesText } from '../../adapters/communes/load.ts'
import { searchCommunes } from '../../people/search-communes.ts'
import { hashOf } from '../../people/secrets.ts'
import { sendVersion } from '../etag.ts'
import { forEveryone } from '../guard.ts'
import type { ServerWorld } from '../world.ts'

/** Of a list that does not change while Carnet runs: its two megabytes are hashed once. */
let version: string | undefined

export function communesRoutes(app: FastifyInstance, world: ServerWorld): void {
  app.get<{ Querystring: { q?: string | string[] } }>('/api/atelier/communes', forEveryone, request => {
    const { q = '' } = request.query
    return searchCommunes(world.communes, loadDepartments(), String(q).slice(0, 100))
  })

  app.get('/api/atelier/communes.tsv', forEveryone, (request, reply) => {
    const text = communesText()
    version ??= hashOf(text)
    reply.type('text/tab-separated-values; charset=utf-8')
    return sendVersion(request, reply, version, () => text)
  })
}
