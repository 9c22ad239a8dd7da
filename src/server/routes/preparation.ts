import type { FastifyInstance } from 'fastify'
import { Preparation } from '../../preparation/preparation.ts'
import type { PreparationWorld } from '../../preparation/world.ts'
import { startThreads } from '../threads/threads.ts'
import type { ServerWorld } from '../world.ts'
import { actsRoutes } from './acts.ts'
import { erasuresRoutes } from './erasures.ts'
import { exportsRoutes } from './exports.ts'
import { homeRoutes } from './home.ts'
import { jobsRoutes } from './jobs.ts'
import { journalRoutes } from './journal.ts'
import { liveRoutes } from './live.ts'
import { modelsRoutes } from './models.ts'
import { setsRoutes } from './sets.ts'
import { sourcesRoutes } from './sources.ts'
import { trashRoutes } from './trash.ts'
import { uploadsRoutes } from './uploads.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Sets, their sources, acts and jobs: other routes act through it, so that what is done is told and checked. */
    preparation: Preparation
  }
}

const ROUTES = [
  homeRoutes,
  setsRoutes,
  actsRoutes,
  uploadsRoutes,
  sourcesRoutes,
  modelsRoutes,
  jobsRoutes,
  journalRoutes,
  exportsRoutes,
  erasuresRoutes,
  trashRoutes,
]

/** Everything about preparing sets. Its threads and jobs live as long as the application. */
export function preparationRoutes(app: FastifyInstance, world: ServerWorld): void {
  const preparation = new Preparation(preparationWorld(world))
  app.decorate('preparation', preparation)
  app.addHook('onReady', () => preparation.start())
  app.addHook('onClose', () => preparation.close())
  for (const routes of ROUTES) routes(app, preparation)
  liveRoutes(app, world)
}

/** Not a copy of everything: what is read when first asked stays so. */
const preparationWorld = (world: ServerWorld): PreparationWorld => ({
  db: world.db,
  blobs: world.blobs,
  now: world.now,
  newId: world.newId,
  live: world.live,
  report: world.report,
  threads: startThreads(),
  get registry() {
    return world.registry
  },
})
