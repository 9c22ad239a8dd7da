import type { FastifyInstance, FastifyRequest } from 'fastify'
import { giveVerdict } from '../../contract/link.ts'
import {
  answerGuard,
  changeAddress,
  changeFiche,
  type PublicationState,
  publish,
  withdraw,
} from '../../contract/publication.ts'
import { Refused } from '../../contract/refused.ts'
import { history } from '../../journal/read.ts'
import { findAnySet } from '../../preparation/sets/find.ts'
import { changeAddress as moveTo } from '../../publication/address/change.ts'
import { giveVerdictHere } from '../../publication/approval/give.ts'
import { differencesBetween } from '../../publication/differences/between.ts'
import { changeFiche as changeBoxes } from '../../publication/fiche/index.ts'
import { answerFinding, lookAtSet } from '../../publication/guard/index.ts'
import { publish as open } from '../../publication/publish/publish.ts'
import { publicationState } from '../../publication/publish/state.ts'
import { withdraw as close } from '../../publication/withdraw/withdraw.ts'
import { saidSensitive } from '../../town/requests/came-back.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import { param } from './params.ts'

/** Opening a set, from the fiche to the versions. Each change answers where the opening stands after it. */
export function publicationRoutes(app: FastifyInstance): void {
  const { world } = app.preparation
  const at = '/api/atelier/sets/:slug'
  const here = (request: FastifyRequest) => {
    const { actor, insee } = signedIn(request)
    return { actor, insee, slug: param(request, 'slug') }
  }
  /** Those who have the set open read it again. */
  const after = async ({ actor, insee, slug }: ReturnType<typeof here>): Promise<PublicationState> => {
    const { id } = await findAnySet(world.db, insee, slug)
    const { entries } = await history(world.db, insee, { dataSet: id, limit: 1 })
    for (const { seq, note } of entries)
      world.live.send(insee, slug, { type: 'entry', seq, by: actor.name, note, change: [] })
    return publicationState(world, insee, slug)
  }

  app.get(`${at}/publication`, requires('read'), request => {
    const { insee, slug } = here(request)
    return publicationState(world, insee, slug)
  })

  app.patch(`${at}/fiche`, requires('prepare'), async request => {
    const place = here(request)
    const { boxes, key } = bodyOf(request, changeFiche)
    await changeBoxes(world, place.actor, place.slug, boxes, key)
    return after(place)
  })

  app.post(`${at}/guard`, requires('prepare'), async request => {
    const place = here(request)
    await lookAtSet(world, place.insee, place.slug)
    return after(place)
  })

  app.post(`${at}/guard/answers`, requires('prepare'), async request => {
    const place = here(request)
    await answerFinding(world, place.actor, place.slug, bodyOf(request, answerGuard))
    return after(place)
  })

  app.post(`${at}/verdict`, requires('approve'), async request => {
    const place = here(request)
    const said = bodyOf(request, giveVerdict)
    await giveVerdictHere(world, place.actor, place.slug, said)
    if (said.verdict === 'sensitive') await saidSensitive(world, place.actor, place.slug, said.remark ?? '')
    return after(place)
  })

  app.post(`${at}/publish`, requires('publish'), async request => {
    const place = here(request)
    await open(world, place.actor, place.slug, bodyOf(request, publish))
    return after(place)
  })

  app.post(`${at}/withdraw`, requires('publish'), async request => {
    const place = here(request)
    await close(world, place.actor, place.slug, bodyOf(request, withdraw))
    return after(place)
  })

  app.post(`${at}/address`, requires('publish'), async request => {
    const place = here(request)
    await moveTo(world, place.actor, place.slug, bodyOf(request, changeAddress))
    return after(place)
  })

  app.get(`${at}/versions/:hash/differences`, requires('read'), async request => {
    const { insee, slug } = here(request)
    const { since } = request.query as { since?: unknown }
    if (typeof since !== 'string') throw new Refused(400, 'J’attendais l’autre version, après « ?since= ».')
    return differencesBetween(world, await findAnySet(world.db, insee, slug), param(request, 'hash'), since)
  })
}
