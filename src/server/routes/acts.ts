import type { FastifyInstance } from 'fastify'
import { acts, turn as turnSent } from '../../contract/sets.ts'
import type { Preparation } from '../../preparation/preparation.ts'
import { setState } from '../../preparation/sets/state.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import { param } from './params.ts'

/** A paste of 20,000 cells, with the identity of each row. */
const MOST_ACTS = 32 * 1024 * 1024

/** What persons do on a set. */
export function actsRoutes(app: FastifyInstance, preparation: Preparation): void {
  const at = '/api/atelier/sets/:slug'

  app.post(`${at}/acts`, { ...requires('prepare'), bodyLimit: MOST_ACTS }, request =>
    preparation.perform(signedIn(request).actor, param(request, 'slug'), bodyOf(request, acts)),
  )

  for (const turn of ['undo', 'redo'] as const)
    app.post(`${at}/${turn}`, requires('prepare'), async request => {
      const { actor, insee } = signedIn(request)
      const slug = param(request, 'slug')
      await preparation[turn](actor, slug, bodyOf(request, turnSent).key)
      return setState(preparation.world, insee, slug)
    })
}
