import type { FastifyInstance } from 'fastify'
import type { Preparation } from '../../preparation/preparation.ts'
import { restoreSet } from '../../preparation/sets/create.ts'
import { setState } from '../../preparation/sets/state.ts'
import { requires, signedIn } from '../guard.ts'
import { param } from './params.ts'

/** The trash: nothing in it is lost. */
export function trashRoutes(app: FastifyInstance, preparation: Preparation): void {
  const { world } = preparation

  app.get('/api/atelier/trash', requires('read'), async request => {
    const rows = await world.db
      .selectFrom('data_set')
      .select(['slug', 'title', 'trashed_at', 'changed_by'])
      .where('insee', '=', signedIn(request).insee)
      .where('trashed_at', 'is not', null)
      .orderBy('trashed_at', 'desc')
      .execute()
    return rows.map(({ slug, title, trashed_at, changed_by }) => ({
      slug,
      title,
      trashedAt: trashed_at,
      trashedBy: changed_by,
    }))
  })

  app.post('/api/atelier/trash/:slug', requires('prepare'), async request => {
    const { actor } = signedIn(request)
    const slug = param(request, 'slug')
    await preparation.tell(actor, slug, await restoreSet(world, actor, slug))
    return setState(world, actor.insee, slug)
  })
}
