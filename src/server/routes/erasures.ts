import type { FastifyInstance } from 'fastify'
import { type ErasureAnswer, erase } from '../../contract/sets.ts'
import type { Preparation } from '../../preparation/preparation.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'

/** Personal data sent by mistake goes for good; who and when stay, not what. */
export function erasuresRoutes(app: FastifyInstance, preparation: Preparation): void {
  app.post('/api/atelier/erasures', requires('erase'), async (request): Promise<ErasureAnswer> => {
    const places = await preparation.erase(signedIn(request).actor, bodyOf(request, erase))
    return { places }
  })
}
