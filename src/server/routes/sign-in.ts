import type { FastifyInstance } from 'fastify'
import { askLink, useCode, usePassword, useToken } from '../../contract/people.ts'
import { signInLetter } from '../../people/letters.ts'
import { newSecret } from '../../people/secrets.ts'
import { enterByPassword } from '../../people/sign-in/by-password.ts'
import { askByMail, enterByCode, enterByToken } from '../../people/sign-in/mailed.ts'
import { bodyOf } from '../body.ts'
import { forEveryone } from '../guard.ts'
import { sendLater } from '../send-later.ts'
import { enter, shortCookie } from '../session.ts'
import type { ServerWorld } from '../world.ts'

/** The ways in: by mail (link or six digits) and by password. None says whether a mail is known. */
export function signInRoutes(app: FastifyInstance, world: ServerWorld): void {
  const asking = shortCookie(world.options, 'carnet-demande')

  app.post('/api/atelier/sign-in/mail', forEveryone, async (request, reply) => {
    const { mail } = bodyOf(request, askLink)
    const askedBy = asking.read(request) ?? newSecret()
    const invitation = await askByMail(world, mail, request.ip, askedBy)
    if (invitation.known) sendLater(world, signInLetter(invitation, world.options.publicUrl))
    asking.give(reply, askedBy)
    return reply.code(202).send({
      message:
        'Si cette adresse est connue ici, un courriel y arrive avec un lien et un code. Regardez aussi dans les indésirables.',
    })
  })

  app.post('/api/atelier/sign-in/token', forEveryone, async (request, reply) => {
    const { token } = bodyOf(request, useToken)
    await enter(world, request, reply, await enterByToken(world, token, request.ip))
    return reply.code(204).send()
  })

  app.post('/api/atelier/sign-in/code', forEveryone, async (request, reply) => {
    const given = bodyOf(request, useCode)
    await enter(world, request, reply, await enterByCode(world, given, request.ip, asking.read(request)))
    return asking.take(reply).code(204).send()
  })

  app.post('/api/atelier/sign-in/password', forEveryone, async (request, reply) => {
    const given = bodyOf(request, usePassword)
    await enter(world, request, reply, await enterByPassword(world, given, request.ip))
    return reply.code(204).send()
  })
}
