import type { FastifyInstance, FastifyRequest } from 'fastify'
import { giveAnswers, giveRemark, giveRow, giveVerdict } from '../../contract/link.ts'
import { Refused } from '../../contract/refused.ts'
import { giveReply, type RequestAnswer } from '../../contract/requests.ts'
import { holderOf, type LinkHolder } from '../../people/links.ts'
import { findModel } from '../../preparation/models/find.ts'
import { linkAnswered, linkOpened, linkReplied, requestOfLink } from '../../town/requests/answers.ts'
import { askedIn } from '../../town/requests/request.ts'
import { sheetOf } from '../../town/requests/sheet.ts'
import { attach } from '../attach.ts'
import { bodyOf } from '../body.ts'
import { forEveryoneAtMost } from '../guard.ts'
import { addRow, answer, giveOpinion, giveRemarkOn } from '../link/give.ts'
import { linkPage } from '../link/link-page.ts'
import { MOST_LINK_BYTES, receiveByLink } from '../link/receive.ts'
import type { ServerWorld } from '../world.ts'

/** One byte more is seen, and refused in words (receive.ts). */
const ONE_FILE = { limits: { fileSize: MOST_LINK_BYTES + 1, files: 1, fields: 5 }, preservePath: true }

/** The holder's side of a link without an account: the address alone opens it, and it opens one thing. */
export function linkRoutes(app: FastifyInstance, world: ServerWorld): void {
  const holder = (request: FastifyRequest) => holderOf(world, (request.params as { token: string }).token)

  const some = forEveryoneAtMost(120)

  const answered = (held: LinkHolder, type: RequestAnswer['type'], words?: string) =>
    linkAnswered(world, held.link, { type, ...(words && { words }) })

  app.get('/api/link/:token', some, async request => {
    const held = await holder(request)
    await linkOpened(world, held.link)
    return linkPage(app.preparation, held)
  })

  app.post('/api/link/:token/rows', some, async (request, reply) => {
    const held = await holder(request)
    await addRow(app.preparation, held, bodyOf(request, giveRow))
    await answered(held, 'rows')
    return reply.code(204).send()
  })

  app.post('/api/link/:token/answers', some, async (request, reply) => {
    const held = await holder(request)
    await answer(app.preparation, held, bodyOf(request, giveAnswers))
    // As long as she is asked something more, she is waited for.
    const { questions = [] } = await linkPage(app.preparation, held)
    if (questions.length === 0) await answered(held, 'answers')
    return reply.code(204).send()
  })

  app.post('/api/link/:token/verdict', some, async (request, reply) => {
    const held = await holder(request)
    const said = bodyOf(request, giveVerdict)
    await giveOpinion(app.preparation, held, said)
    await answered(held, said.verdict, said.remark)
    return reply.code(204).send()
  })

  app.post('/api/link/:token/remarks', some, async (request, reply) => {
    const held = await holder(request)
    await giveRemarkOn(app.preparation, held, bodyOf(request, giveRemark))
    return reply.code(204).send()
  })

  /** The sheet that she was asked to fill. */
  app.get('/api/link/:token/sheet', some, async (request, reply) => {
    const held = await holder(request)
    const asked = await requestOfLink(world.db, held.link)
    if (asked?.kind !== 'sheet') throw new Refused(404, 'Ce lien n’a pas de feuille à remplir.')
    const model = await findModel(world, held.link.insee, held.set.model)
    const { name, type, sha256 } = await sheetOf(world, model, askedIn(asked).departments)
    return attach(reply, name)
      .type(type)
      .send(Buffer.from(await world.blobs.get(sha256)))
  })

  app.post('/api/link/:token/file', { config: { ...some.config, multipart: true } }, async (request, reply) => {
    const held = await holder(request)
    const file = request.isMultipart() ? await request.file(ONE_FILE) : undefined
    if (!file) throw new Refused(400, 'Je n’ai reçu aucun fichier.')
    const name = await receiveByLink(app.preparation, held, file)
    await answered(held, 'file', name)
    return reply.code(204).send()
  })

  app.post('/api/link/:token/reply', some, async (request, reply) => {
    const held = await holder(request)
    const asked = await requestOfLink(world.db, held.link)
    if (!asked) throw new Refused(403, 'Ce lien n’ouvre pas cela.')
    await linkReplied(world, held.actor, asked, bodyOf(request, giveReply))
    return reply.code(204).send()
  })
}
