import type { FastifyInstance } from 'fastify'
import { seeRemark } from '../../contract/publication.ts'
import { seeRemark as see } from '../../publication/fiche/index.ts'
import { publicationState } from '../../publication/publish/state.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import { param } from './params.ts'

/** The town's side of what reviewers say of a fiche. Their side is in `link.ts`. */
export function ficheRoutes(app: FastifyInstance): void {
  const { world } = app.preparation
  app.post('/api/atelier/sets/:slug/fiche/remarks/:seq', requires('prepare'), async request => {
    const { actor, insee } = signedIn(request)
    const slug = param(request, 'slug')
    bodyOf(request, seeRemark)
    await see(world, actor, slug, Number(param(request, 'seq')))
    return publicationState(world, insee, slug)
  })
}
