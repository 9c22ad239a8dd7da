import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { findInPackage } from '../../adapters/package/find.ts'
import type { Preparation } from '../../preparation/preparation.ts'
import { answerErrors } from '../errors.ts'
import { catalogRoutes } from '../public/catalog.ts'
import { descriptorsRoutes } from '../public/descriptors.ts'
import { feedRoutes } from '../public/feed.ts'
import { filesRoutes } from '../public/files.ts'
import { openPublicRoutes } from '../public/open.ts'
import { portalRoutes } from '../public/portal.tsx'
import { portalMapRoutes } from '../public/portal-map.ts'
import type { ServerWorld } from '../world.ts'

const ROUTES = [descriptorsRoutes, filesRoutes, feedRoutes, catalogRoutes, portalRoutes, portalMapRoutes]

/** What a folder of files can be: the public pages, files and catalogs. No door for people, no protocol that answers questions. */
export async function staticApp(world: ServerWorld, preparation: Preparation): Promise<FastifyInstance> {
  const app = fastify({ logger: false })
  app.decorate('preparation', preparation)
  answerErrors(app, world)
  openPublicRoutes(app)
  await app.register(fastifyStatic, { root: findInPackage('public'), prefix: '/public/' })
  for (const routes of ROUTES) routes(app, world)
  return app
}
