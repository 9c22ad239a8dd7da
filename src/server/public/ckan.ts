import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../../contract/refused.ts'
import { readCatalog } from '../../publication/catalog/read.ts'
import { act } from '../../publication/ckan/actions.ts'
import type { Params } from '../../publication/ckan/params.ts'
import { CkanProblem } from '../../publication/ckan/problem.ts'
import { errorsAs } from '../errors.ts'
import type { ServerWorld } from '../world.ts'
import { openQuery } from './open.ts'

/** Parameters of a question, never data: CKAN's clients send no more. */
const MOST_BODY = 64 * 1024

/** CKAN's Action API, with the version and without: `ckanapi` asks the latter by POST, harvesters the former by GET. */
export function ckanRoutes(app: FastifyInstance, world: ServerWorld): void {
  app.register(async scope => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: MOST_BODY }, formOf)
    scope.setErrorHandler(errorsAs(world, tellStatus))
    for (const root of ['/api/3/action', '/api/action'])
      scope.route<{ Params: { name: string } }>({
        ...openQuery,
        method: ['GET', 'POST'],
        url: `${root}/:name`,
        bodyLimit: MOST_BODY,
        handler: (request, reply) => answer(request, reply),
      })
  })

  async function answer(request: FastifyRequest<{ Params: { name: string } }>, reply: FastifyReply) {
    const { name } = request.params
    const base = world.options.publicUrl
    reply.type('application/json; charset=utf-8')
    try {
      const catalog = await readCatalog(world)
      const result = await act({ base, catalog, blobs: world.blobs }, name, paramsOf(request))
      return { help: helpOf(base, name), success: true, result }
    } catch (error) {
      if (!(error instanceof CkanProblem)) throw error
      reply.code(error.status)
      return {
        help: helpOf(base, name),
        success: false,
        error: { ...error.fields, __type: error.type, message: error.message },
      }
    }
  }
}

const helpOf = (base: string, name: string): string => `${base}/api/3/action/help_show?name=${encodeURIComponent(name)}`

/** What is written in the body comes before what is in the address. */
function paramsOf({ query, body }: FastifyRequest): Params {
  if (body === undefined || body === null) return query as Params
  if (typeof body !== 'object' || Array.isArray(body))
    throw new CkanProblem('Bad Request Error', 'Bad request - JSON Error: j’attendais un objet JSON.')
  return { ...(query as Params), ...body }
}

/** `curl -d '{…}'` sends JSON under the name of a form: CKAN reads it so. */
async function formOf(_: FastifyRequest, body: string | Buffer): Promise<unknown> {
  const text = String(body).trim()
  if (!text.startsWith('{')) return Object.fromEntries(new URLSearchParams(text))
  try {
    return JSON.parse(text.replace(/=$/, ''))
  } catch {
    throw new Refused(400, 'Bad request - JSON Error: j’attendais un objet JSON.')
  }
}

const TYPES: Readonly<Record<number, string>> = {
  404: 'Not Found Error',
  409: 'Validation Error',
  503: 'Service Unavailable Error',
}

/** What our own doors refuse, in CKAN's shape. */
function tellStatus(status: number, message: string, _: FastifyRequest, reply: FastifyReply): unknown {
  const __type = TYPES[status] ?? (status < 500 ? 'Bad Request Error' : 'Internal Server Error')
  return reply.type('application/json; charset=utf-8').send({ success: false, error: { __type, message } })
}
