import type { FastifyInstance } from 'fastify'
import {
  changeMailing,
  keepWords,
  type MailingPage,
  moreLetter,
  newRequest,
  noteAnswer,
  passRequest,
  type Requests,
  sendMailingBody,
} from '../../contract/requests.ts'
import { listLetters } from '../../town/letters/letter.ts'
import { changeMailingOf, keepWordsOf, noteAnswerOf, oneMoreLetter, passTo } from '../../town/requests/acts.ts'
import { ask } from '../../town/requests/ask.ts'
import { askable } from '../../town/requests/askable.ts'
import { findMailing, listMailings, type RequestWorld } from '../../town/requests/request.ts'
import { MOST_REMINDERS } from '../../town/requests/rhythm.ts'
import { sendMailing } from '../../town/requests/send.ts'
import { bodyOf } from '../body.ts'
import { requires, signedIn } from '../guard.ts'
import type { ServerWorld } from '../world.ts'
import { letterWorld } from './letters.ts'
import { param } from './params.ts'

/** What is asked of whom. Mails that were read leave on their day by the clock of the application (scheduler.ts). */
export function requestsRoutes(app: FastifyInstance, server: ServerWorld): void {
  const world = requestWorld(app, server)
  const root = '/api/atelier/requests'
  const page = async (insee: string, id: string): Promise<MailingPage> => ({
    ...(await findMailing(world.db, insee, id)),
    letters: (await listLetters(world, insee, { mailing: id })).reverse(),
    sends: world.mailer.sends,
    mostReminders: MOST_REMINDERS,
  })

  app.get(
    root,
    requires('read'),
    async (request): Promise<Requests> => ({
      mailings: await listMailings(world.db, signedIn(request).insee),
      sends: world.mailer.sends,
    }),
  )

  app.get(`${root}/people`, requires('prepare'), request => askable(world.db, signedIn(request).insee))

  app.get(`${root}/:id`, requires('prepare'), request => page(signedIn(request).insee, param(request, 'id')))

  app.post(root, requires('prepare'), async (request, reply) => {
    const { actor, insee } = signedIn(request)
    const { id } = await ask(world, actor, bodyOf(request, newRequest))
    return reply.code(201).send(await page(insee, id))
  })

  app.post(`${root}/:id/send`, requires('prepare'), async request => {
    const { actor, insee } = signedIn(request)
    const id = param(request, 'id')
    await sendMailing(world, actor, id, bodyOf(request, sendMailingBody))
    return page(insee, id)
  })

  app.patch(`${root}/:id`, requires('prepare'), async request => {
    const { actor, insee } = signedIn(request)
    const { id } = await changeMailingOf(world, actor, param(request, 'id'), bodyOf(request, changeMailing))
    return page(insee, id)
  })

  app.post(`${root}/:id/letters`, requires('prepare'), async request => {
    const { actor, insee } = signedIn(request)
    await oneMoreLetter(world, actor, param(request, 'id'), bodyOf(request, moreLetter).kind)
    return page(insee, param(request, 'id'))
  })

  app.post(`${root}/one/:id/pass`, requires('prepare'), async request => {
    const { actor, insee } = signedIn(request)
    return page(insee, (await passTo(world, actor, param(request, 'id'), bodyOf(request, passRequest))).id)
  })

  app.post(`${root}/one/:id/answer`, requires('prepare'), async request => {
    const { actor, insee } = signedIn(request)
    return page(insee, (await noteAnswerOf(world, actor, param(request, 'id'), bodyOf(request, noteAnswer))).id)
  })

  app.put(`${root}/words/:letter`, requires('prepare'), async (request, reply) => {
    await keepWordsOf(world, signedIn(request).actor, param(request, 'letter'), bodyOf(request, keepWords))
    return reply.code(204).send()
  })
}

/** What is read when first asked stays so. */
const requestWorld = (app: FastifyInstance, server: ServerWorld): RequestWorld => ({
  ...letterWorld(server),
  ...{ threads: app.preparation.world.threads, live: server.live, report: server.report },
  get registry() {
    return server.registry
  },
})
