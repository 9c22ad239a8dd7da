import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../contract/refused.ts'
import { notFoundPage, problemPage } from './pages/problem.ts'
import type { ServerWorld } from './world.ts'

/** What a person can do something about: their message is one French sentence. */
const SENTENCES = new Set(['UnreadableFile', 'InvalidModel', 'UnreadableRecipe', 'UnreachableAddress'])
const BUG = 'Carnet s’est trompé : rien n’est perdu. Réessayez ; si cela recommence, prévenez qui l’a installé.'

/** A refusal keeps its sentence; a bug is told to whoever keeps this Carnet, and hidden from the visitor. */
export function answerErrors(app: FastifyInstance, world: ServerWorld): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refused = refusalOf(error)
    if (!refused) world.report(error, `${request.method} ${request.routeOptions.url ?? '?'}`)
    if (refused?.retryAfter !== undefined) reply.header('retry-after', refused.retryAfter)
    return answer(request, reply.code(refused?.status ?? 500), refused?.message ?? BUG)
  })
  app.setNotFoundHandler((request, reply) => {
    reply.code(404)
    return isApi(request)
      ? reply.send({ message: 'Cette adresse n’existe pas dans Carnet.' })
      : reply.type('text/html; charset=utf-8').send(notFoundPage())
  })
}

const isApi = ({ url }: FastifyRequest): boolean => url.startsWith('/api/')

const answer = (request: FastifyRequest, reply: FastifyReply, message: string) =>
  isApi(request) ? reply.send({ message }) : reply.type('text/html; charset=utf-8').send(problemPage(message))

function refusalOf(error: FastifyError): Pick<Refused, 'status' | 'message' | 'retryAfter'> | undefined {
  if (error instanceof Refused) return error
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
