import type { FastifyInstance, FastifyRequest } from 'fastify'
import { giveAnswers, giveRemark, giveRow, giveVerdict } from '../../contract/link.ts'
import { holderOf } from '../../people/links.ts'
import { bodyOf } from '../body.ts'
import { forEveryoneAtMost } from '../guard.ts'
import { addRow, answer, giveOpinion, giveRemarkOn } from '../link/give.ts'
import { linkPage } from '../link/link-page.ts'
import type { ServerWorld } from '../world.ts'

/** The holder's side of a link without an account: the address alone opens it, and it opens one thing. */
export function linkRoutes(app: FastifyInstance, world: ServerWorld): void {
  const holder = (request: FastifyRequest) => holderOf(world, (request.params as { token: string }).token)

  const some = forEveryoneAtMost(120)

  app.get('/api/link/:token', some, async request => linkPage(app.preparation, await holder(request)))

  app.post('/api/link/:token/rows', some, async (request, reply) => {
    const held = await holder(request)
    await addRow(app.preparation, held, bodyOf(request, giveRow))
    return reply.code(204).send()
  })

  app.post('/api/link/:token/answers', some, async (request, reply) => {
    const held = await holder(request)
    await answer(app.preparation, held, bodyOf(request, giveAnswers))
    return reply.code(204).send()
  })

  app.post('/api/link/:token/verdict', some, async (request, reply) => {
    const held = await holder(request)
    await giveOpinion(app.preparation, held, bodyOf(request, giveVerdict))
    return reply.code(204).send()
  })

  app.post('/api/link/:token/remarks', some, async (request, reply) => {
    const held = await holder(request)
    await giveRemarkOn(app.preparation, held, bodyOf(request, giveRemark))
    return reply.code(204).send()
  })
}
