import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance } from 'fastify'
import { compressTexts } from './compress.ts'
import { answerErrors } from './errors.ts'
import { guardRoutes } from './guard.ts'
import { catalogRoutes } from './public/catalog.ts'
import { ckanRoutes } from './public/ckan.ts'
import { descriptorsRoutes } from './public/descriptors.ts'
import { exploreRoutes } from './public/explore.ts'
import { feedRoutes } from './public/feed.ts'
import { filesRoutes } from './public/files.ts'
import { ogcRoutes } from './public/ogc.ts'
import { openPublicRoutes } from './public/open.ts'
import { openapiRoutes } from './public/openapi.ts'
import { portalRoutes } from './public/portal.tsx'
import { portalMapRoutes } from './public/portal-map.ts'
import { archiveRoutes } from './routes/archive.ts'
import { awarenessRoutes } from './routes/awareness.ts'
import { coachRoutes } from './routes/coach.ts'
import { communesRoutes } from './routes/communes.ts'
import { connectorsRoutes } from './routes/connectors.ts'
import { diagnosisRoutes } from './routes/diagnosis.ts'
import { ficheRoutes } from './routes/fiche.ts'
import { kitRoutes } from './routes/kit.ts'
import { lettersRoutes } from './routes/letters.ts'
import { linkRoutes } from './routes/link.ts'
import { linksRoutes } from './routes/links.ts'
import { logbookRoutes } from './routes/logbook.ts'
import { oidcRoutes } from './routes/oidc.ts'
import { pagesRoutes } from './routes/pages.ts'
import { peopleRoutes } from './routes/people.ts'
import { preparationRoutes } from './routes/preparation.ts'
import { publicationRoutes } from './routes/publication.ts'
import { registerRoutes } from './routes/register.ts'
import { remindersRoutes } from './routes/reminders.ts'
import { requestsRoutes } from './routes/requests.ts'
import { sessionRoutes } from './routes/session.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { siteRoutes } from './routes/site.ts'
import { templatesRoutes } from './routes/templates.ts'
import { textsRoutes } from './routes/texts.ts'
import { townRoutes } from './routes/town.ts'
import { wishesRoutes } from './routes/wishes.ts'
import { keepTime } from './scheduler.ts'
import { secure } from './security.ts'
import { knowVisitors } from './session.ts'
import { serveFiles } from './static.ts'
import type { ServerWorld } from './world.ts'

type Routes = (app: FastifyInstance, world: ServerWorld) => void

/** One line a group of routes. */
const ROUTES: readonly Routes[] = [
  pagesRoutes,
  sessionRoutes,
  signInRoutes,
  oidcRoutes,
  communesRoutes,
  townRoutes,
  wishesRoutes,
  peopleRoutes,
  preparationRoutes,
  publicationRoutes,
  archiveRoutes,
  siteRoutes,
  ficheRoutes,
  linksRoutes,
  linkRoutes,
  lettersRoutes,
  requestsRoutes,
  templatesRoutes,
  textsRoutes,
  connectorsRoutes,
  kitRoutes,
  registerRoutes,
  logbookRoutes,
  coachRoutes,
  remindersRoutes,
  diagnosisRoutes,
  awarenessRoutes,
  descriptorsRoutes,
  filesRoutes,
  ogcRoutes,
  feedRoutes,
  openapiRoutes,
  catalogRoutes,
  ckanRoutes,
  exploreRoutes,
  portalRoutes,
  portalMapRoutes,
]

const UNSAID = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false }
const RATE = { max: 3000, timeWindow: '1 minute', addHeaders: UNSAID, addHeadersOnExceeding: UNSAID }

/** What a JSON body may weigh; a route that takes more says so (`bodyLimit`). */
const MOST_JSON = 1024 * 1024

/** The whole application without a port: `carnet start` listens, tests use `inject`. */
export async function createApp(world: ServerWorld): Promise<FastifyInstance> {
  const app = fastify({ logger: false, trustProxy: 'loopback', bodyLimit: MOST_JSON, forceCloseConnections: true })
  app.removeContentTypeParser('text/plain')
  answerErrors(app, world)
  secure(app, world)
  openPublicRoutes(app)
  compressTexts(app)
  await app.register(cookie)
  await app.register(multipart)
  // A town hall is one address: twenty people at work stay far below. On this machine alone there is nobody to slow down.
  if (!world.options.local) await app.register(rateLimit, RATE)
  knowVisitors(app, world)
  guardRoutes(app)
  await serveFiles(app, world)
  for (const routes of ROUTES) routes(app, world)
  keepTime(app, world)
  return app
}
