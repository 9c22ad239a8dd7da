import type { FastifyInstance } from 'fastify'
import { addSource, askComparison, changeSet, createSet, orderSources } from '../../contract/sets.ts'
import type { Preparation } from '../../preparation/preparation.ts'
import { changeFacts, createSet as create, trashSet } from '../../preparation/sets/create.ts'
import { setState } from '../../preparation/sets/state.ts'
import { fileCameBack } from '../../town/requests/came-back.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import { param } from './params.ts'

/** Sets: made, renamed, fed with files. Each change answers the set as it is after it. */
export function setsRoutes(app: FastifyInstance, preparation: Preparation): void {
  const { world } = preparation
  const at = '/api/atelier/sets/:slug'

  app.post('/api/atelier/sets', requires('prepare'), async (request, reply) => {
    const { actor } = signedIn(request)
    const slug = await create(world, actor, bodyOf(request, createSet))
    return reply.code(201).send(await setState(world, actor.insee, slug))
  })

  app.get(at, requires('read'), request => setState(world, signedIn(request).insee, param(request, 'slug')))

  app.patch(at, requires('prepare'), async request => {
    const { actor } = signedIn(request)
    const slug = param(request, 'slug')
    const wanted = bodyOf(request, changeSet)
    const done = await changeFacts(world, actor, slug, wanted)
    await preparation.tell(actor, slug, done)
    if (done.done && wanted.model !== undefined) await preparation.propose(actor, slug)
    return setState(world, actor.insee, slug)
  })

  /** To the trash: it comes back by POST /api/atelier/trash/:slug. */
  app.delete(at, requires('prepare'), async (request, reply) => {
    const { actor } = signedIn(request)
    const slug = param(request, 'slug')
    await preparation.tell(actor, slug, await trashSet(world, actor, slug))
    return reply.code(204).send()
  })

  app.post(`${at}/sources`, requires('prepare'), async request => {
    const { actor } = signedIn(request)
    const slug = param(request, 'slug')
    const { upload, instead } = bodyOf(request, addSource)
    if (instead === undefined) await preparation.addSource(actor, slug, upload)
    else await preparation.replaceSource(actor, slug, upload, instead)
    await fileCameBack(world, actor.insee, slug, upload)
    return setState(world, actor.insee, slug)
  })

  app.patch(`${at}/sources`, requires('prepare'), async request => {
    const { actor } = signedIn(request)
    const slug = param(request, 'slug')
    await preparation.orderSources(actor, slug, bodyOf(request, orderSources).uploads)
    return setState(world, actor.insee, slug)
  })

  app.delete(`${at}/sources/:upload`, requires('prepare'), async request => {
    const { actor } = signedIn(request)
    const slug = param(request, 'slug')
    await preparation.removeSource(actor, slug, param(request, 'upload'))
    return setState(world, actor.insee, slug)
  })

  /** Looks at the files again, as when one was added. */
  app.post(`${at}/proposal`, requires('prepare'), async (request, reply) => {
    const { actor, insee } = signedIn(request)
    const id = await preparation.propose(actor, param(request, 'slug'))
    return reply.code(202).send(await preparation.jobs.card(insee, id))
  })

  app.get(`${at}/questions`, requires('read'), request =>
    preparation.questions(signedIn(request).insee, param(request, 'slug')),
  )

  app.post(`${at}/comparison`, requires('prepare'), async (request, reply) => {
    const { actor, insee } = signedIn(request)
    const { upload, instead } = bodyOf(request, askComparison)
    const id = await preparation.compare(actor, param(request, 'slug'), upload, instead)
    return reply.code(202).send(await preparation.jobs.card(insee, id))
  })

  app.get(`${at}/comparison/:upload`, requires('read'), request =>
    preparation.comparison(signedIn(request).insee, param(request, 'slug'), param(request, 'upload')),
  )
}
