import type { FastifyInstance } from 'fastify'
import { Refused } from '../../contract/refused.ts'
import { isMapped } from '../../publication/files/formats.ts'
import type { ServerWorld } from '../world.ts'
import { versionAsked } from './files.ts'
import { openQuery } from './open.ts'
import { readMap } from './portal-reads.ts'
import { withPublished } from './published.ts'

/** What the script of a map asks: the points of a version, for ever the same. */
export function portalMapRoutes(app: FastifyInstance, world: ServerWorld): void {
  app.get('/jeux/:slug/v/:hash/carte.json', openQuery, (request, reply) =>
    withPublished(world, request, reply, async set => {
      const { version } = await versionAsked(world, request, set)
      if (!isMapped(version)) throw new Refused(404, 'Les lignes de ce jeu de données ne disent pas où elles sont.')
      return reply.send(await readMap(world, version))
    }),
  )
}
