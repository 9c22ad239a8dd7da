import type { FastifyInstance, FastifyRequest } from 'fastify'
import { history } from '../../journal/read.ts'
import type { Preparation } from '../../preparation/preparation.ts'
import { findAnySet } from '../../preparation/sets/find.ts'
import { requires, signedIn } from '../guard.ts'
import { numberQuery, param } from './params.ts'

/** The history, a page at a time: `?before=` takes the `next` of the page above. */
export function journalRoutes(app: FastifyInstance, { world }: Preparation): void {
  app.get('/api/atelier/journal', requires('read'), request =>
    history(world.db, signedIn(request).insee, paging(request)),
  )

  app.get('/api/atelier/sets/:slug/journal', requires('read'), async request => {
    const { insee } = signedIn(request)
    const { id } = await findAnySet(world.db, insee, param(request, 'slug'))
    return history(world.db, insee, { ...paging(request), dataSet: id })
  })
}

const MOST_ENTRIES = 200

const paging = (request: FastifyRequest) => ({
  before: numberQuery(request, 'before'),
  limit: Math.min(MOST_ENTRIES, Math.max(1, numberQuery(request, 'limit') ?? 50)),
})
