import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../contract/refused.ts'
import { QueryProblem } from '../publication/query/problem.ts'
import { notFoundPage, problemPage } from './pages/problem.ts'
import type { ServerWorld } from './world.ts'

/** What a person can do something about: their message is one French sentence. */
const SENTENCES = new Set(['UnreadableFile', 'InvalidModel', 'UnreadableRecipe', 'UnreachableAddress'])
const BUG = 'Carnet s’est trompé : rien n’est perdu. Réessayez ; si cela recommence, prévenez qui l’a installé.'

/** A refusal keeps its sentence; a bug is told to whoever keeps this Carnet, and hidden from the visitor. */
export function answerErrors(app: FastifyInstance, world: ServerWorld): void {
  app.setErrorHandler(errorsAs(world, (_, message, request, reply) => answer(request, reply, message)))
  app.setNotFoundHandler((request, reply) => {
    reply.code(404)
    return wantsJson(request)
      ? reply.send({ message: 'Cette adresse n’existe pas dans Carnet.' })
      : reply.type('text/html; charset=utf-8').send(notFoundPage())
  })
}

type Tell = (status: number, message: string, request: FastifyRequest, reply: FastifyReply) => unknown

/** What to do of an error thrown, told in a protocol's own shape: `errorHandler` of its routes. The status and what a bug needs are seen to. */
export function errorsAs({ report }: Pick<ServerWorld, 'report'>, tell: Tell) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): unknown => {
    const refused = refusalOf(error)
    if (!refused) report(error, `${request.method} ${request.routeOptions.url ?? '?'}`)
    if (refused?.retryAfter !== undefined) reply.header('retry-after', refused.retryAfter)
    const status = refused?.status ?? 500
    return tell(status, refused?.message ?? BUG, request, reply.code(status))
  }
}

/** The API, and programs that ask for a public file: browsers say that they read HTML. */
const wantsJson = ({ url, routeOptions, headers }: FastifyRequest): boolean =>
  url.startsWith('/api/') || (!!routeOptions.config.open && !headers.accept?.includes('text/html'))

const answer = (request: FastifyRequest, reply: FastifyReply, message: string) =>
  wantsJson(request) ? reply.send({ message }) : reply.type('text/html; charset=utf-8').send(problemPage(message))

interface Refusal {
  readonly status: number
  readonly message: string
  readonly retryAfter?: number | undefined
}

function refusalOf(error: FastifyError): Refusal | undefined {
  if (error instanceof Refused || error instanceof QueryProblem) return error
  if (SENTENCES.has(error.name)) return { status: 422, message: error.message }
  const status = error.statusCode
  if (status === 413) return { status, message: 'C’est trop gros : Carnet ne peut pas le recevoir en une fois.' }
  if (status === 415) return { status, message: 'Carnet n’attendait pas ce genre d’envoi.' }
  if (status === 429)
    return { status, message: 'Trop de demandes en peu de temps : attendez une minute, puis recommencez.' }
  if (status !== undefined && status >= 400 && status < 500)
    return { status: 400, message: 'Carnet n’a pas compris cette demande.' }
  return undefined
}
