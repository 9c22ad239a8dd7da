import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refused } from '../../contract/refused.ts'
import { enterByProvider } from '../../people/sign-in/by-provider.ts'
import { forEveryone } from '../guard.ts'
import { problemPage } from '../pages/problem.ts'
import { enter, shortCookie } from '../session.ts'
import type { ServerWorld } from '../world.ts'

const RETURN = '/api/atelier/sign-in/oidc/return'
const journeyShape = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string() })

/** By an identity provider (OpenID Connect: ProConnect and others), when one is set. */
export function oidcRoutes(app: FastifyInstance, world: ServerWorld): void {
  const { options, provider } = world
  if (!provider) return
  const kept = shortCookie(options, 'carnet-identite')

  /** Answers where to go: the page goes there. */
  app.post('/api/atelier/sign-in/oidc', forEveryone, async (_, reply) => {
    const { url, journey } = await provider.leave(options.publicUrl + RETURN).catch(error => {
      world.report(error, 'oidc')
      throw new Refused(
        422,
        `${provider.name} ne répond pas : entrez par un lien envoyé par courriel, ou réessayez plus tard.`,
      )
    })
    return kept.give(reply, Buffer.from(JSON.stringify(journey)).toString('base64url')).send({ url })
  })

  /**
   * The protocol comes back by GET, and this is the one that opens a session: only in the browser that left, which alone holds the state and the
   * verifier of its journey; the code is used once.
   */
  app.get(RETURN, forEveryone, async (request, reply) => {
    try {
      const identity = await provider.comeBack(new URL(request.url, options.publicUrl), journeyOf(kept.read(request)))
      await enter(world, request, reply, await enterByProvider(world, identity))
      return kept.take(reply).redirect('/atelier/', 303)
    } catch (error) {
      if (!(error instanceof Refused)) world.report(error, 'oidc')
      const sentence =
        error instanceof Refused ? error.message : `${provider.name} n’a pas pu dire qui vous êtes. Recommencez.`
      return kept.take(reply).code(403).type('text/html; charset=utf-8').send(problemPage(sentence))
    }
  })
}

function journeyOf(cookie: string | undefined) {
  if (cookie === undefined)
    throw new Refused(403, 'Ce retour n’est pas celui d’une entrée commencée dans ce navigateur. Recommencez.')
  return journeyShape.parse(JSON.parse(Buffer.from(cookie, 'base64url').toString()))
}
