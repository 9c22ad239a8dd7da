import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  changeDiagnosis,
  giveAnswer as given,
  openDiagnosis as opened,
  sayAgents,
  shareScore,
} from '../../contract/diagnosis.ts'
import type { Right } from '../../contract/people.ts'
import { Refused } from '../../contract/refused.ts'
import type { Visitor } from '../../people/visitor.ts'
import { giveAnswer } from '../../town/diagnosis/answer.ts'
import { writeAgents, writeShared } from '../../town/diagnosis/facts.ts'
import { closeDiagnosis, openDiagnosis } from '../../town/diagnosis/open.ts'
import { diagnosisPage } from '../../town/diagnosis/page.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import type { ServerWorld } from '../world.ts'
import { param } from './params.ts'

/** The diagnosis: questions answered one at a time, the legal duty, the other towns. */
export function diagnosisRoutes(app: FastifyInstance, world: ServerWorld): void {
  const root = '/api/atelier/diagnosis'
  const pageFor = (request: FastifyRequest) => {
    const { insee, actor, rights } = signedIn(request)
    const me = { id: actor.id, name: actor.name, ...voicesOf(rights) }
    return diagnosisPage(world.db, insee, world.communes.byInsee(insee)?.population, me)
  }

  app.get(root, requires('read'), pageFor)

  app.post(root, requires('prepare'), request =>
    openDiagnosis(world, signedIn(request).actor, bodyOf(request, opened).key),
  )

  app.patch(`${root}/:id`, requires('prepare'), request =>
    closeDiagnosis(world, signedIn(request).actor, param(request, 'id'), bodyOf(request, changeDiagnosis).closed),
  )

  // Elected people answer too: they approve, they do not prepare.
  app.put(`${root}/:id/answers`, requires('read'), request => {
    const answer = bodyOf(request, given)
    const { mayAnswer, maySpeakForOthers } = voicesOf(signedIn(request).rights)
    if (!(answer.voice ? maySpeakForOthers : mayAnswer))
      throw new Refused(403, 'Votre rôle permet de lire ce diagnostic, pas d’y répondre.')
    return giveAnswer(world, signedIn(request).actor, param(request, 'id'), answer)
  })

  app.put(`${root}/agents`, requires('prepare'), async request => {
    await writeAgents(world, signedIn(request).actor, bodyOf(request, sayAgents))
    return pageFor(request)
  })

  app.put(`${root}/shared`, requires('town'), async request => {
    await writeShared(world, signedIn(request).actor, bodyOf(request, shareScore).shared)
    return pageFor(request)
  })
}

const voicesOf = (rights: Visitor['rights']) => {
  const has = (right: Right) => rights.includes(right)
  return { mayAnswer: has('prepare') || has('approve'), maySpeakForOthers: has('prepare') }
}
