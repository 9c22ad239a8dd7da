import type { FastifyInstance } from 'fastify'
import { moveWish as moved, wishBox, wishDecision, wishGrade, wishService } from '../../contract/wishes.ts'
import type { Actor } from '../../store/world.ts'
import { sayBox, sayDecision, sayGrade, sayService } from '../../town/wishes/change.ts'
import { wishHistory } from '../../town/wishes/history.ts'
import { wishlist } from '../../town/wishes/list.ts'
import { moveWish } from '../../town/wishes/move.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import type { ServerWorld } from '../world.ts'
import { numberQuery, param } from './params.ts'

/** The wishlist of the town. Each act answers the list as it is after it. */
export function wishesRoutes(app: FastifyInstance, world: ServerWorld): void {
  const root = '/api/atelier/wishes'
  const answer = async ({ insee }: Actor, done: Promise<void>) => {
    await done
    return wishlist(world, insee)
  }

  app.get(root, requires('read'), request => wishlist(world, signedIn(request).insee))

  app.get(`${root}/:slug/journal`, requires('read'), request =>
    wishHistory(world.db, signedIn(request).insee, param(request, 'slug'), numberQuery(request, 'before')),
  )

  app.post(`${root}/:slug/move`, requires('prepare'), request => {
    const { actor } = signedIn(request)
    return answer(actor, moveWish(world, actor, param(request, 'slug'), bodyOf(request, moved).to))
  })

  app.put(`${root}/:slug/service`, requires('prepare'), request => {
    const { actor } = signedIn(request)
    return answer(actor, sayService(world, actor, param(request, 'slug'), bodyOf(request, wishService)))
  })

  app.put(`${root}/:slug/box`, requires('prepare'), request => {
    const { actor } = signedIn(request)
    return answer(actor, sayBox(world, actor, param(request, 'slug'), bodyOf(request, wishBox)))
  })

  app.put(`${root}/:slug/grade`, requires('prepare'), request => {
    const { actor } = signedIn(request)
    return answer(actor, sayGrade(world, actor, param(request, 'slug'), bodyOf(request, wishGrade)))
  })

  app.put(`${root}/:slug/decision`, requires('prepare'), request => {
    const { actor } = signedIn(request)
    return answer(actor, sayDecision(world, actor, param(request, 'slug'), bodyOf(request, wishDecision)))
  })
}
