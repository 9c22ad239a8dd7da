import { createGzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import { readCatalog } from '../../publication/catalog/read.ts'
import { datasets } from '../../publication/explore/catalog/datasets.ts'
import { catalogFacets } from '../../publication/explore/catalog/facets.ts'
import { attachmentsOf, datasetLinks, datasetOf } from '../../publication/explore/datasets.ts'
import { catalogExportsList, exportCatalog } from '../../publication/explore/exports/catalog.ts'
import { type Exported, exportRows, exportsList } from '../../publication/explore/exports/export.ts'
import { recordFacets } from '../../publication/explore/facets.ts'
import { ExploreProblem } from '../../publication/explore/odsql/problem.ts'
import { type RawParams, yesOf } from '../../publication/explore/params.ts'
import { apiOf, record, records } from '../../publication/explore/records.ts'
import type { PublishedSet } from '../../publication/published.ts'
import { attach } from '../attach.ts'
import { errorsAs } from '../errors.ts'
import type { ServerWorld } from '../world.ts'
import { openQuery } from './open.ts'
import { withPublished } from './published.ts'

const ROOT = '/api/explore/v2.1'
const DATASETS = `${ROOT}/catalog/datasets`

/** Opendatasoft's Explore API v2.1: what is refused has its shape, `{error_code, message}`. */
export function exploreRoutes(app: FastifyInstance, server: ServerWorld): void {
  const base = server.options.publicUrl
  const world = { base, blobs: server.blobs, threads: app.preparation.world.threads, now: server.now }
  const asked = exploring(app, server)

  asked(ROOT, () => links(apiOf(base), ['catalog']))
  asked(`${ROOT}/catalog`, () => links(`${apiOf(base)}/catalog`, ['datasets', 'exports', 'facets']))
  asked(DATASETS, async params => datasets(await catalogWorld(), params))
  asked(`${ROOT}/catalog/facets`, async params => catalogFacets(await catalogWorld(), params))
  asked(`${ROOT}/catalog/exports`, () => catalogExportsList(base))
  asked(`${ROOT}/catalog/exports/:format`, async (params, request, reply) => {
    const { media, text } = exportCatalog(await catalogWorld(), formatOf(request), params)
    return reply.type(media).send(text)
  })

  ofSet('', (set, params) => ({
    ...(yesOf(params, 'include_links', false) && { _links: datasetLinks(base, set.slug) }),
    ...datasetOf(base, set),
  }))
  ofSet('/records', (set, params) => records(world, set, params))
  ofSet('/records/:record', (set, params, request) =>
    record(world, set, (request.params as { record: string }).record, params),
  )
  ofSet('/facets', (set, params) => recordFacets(world, set, params))
  ofSet('/attachments', set => ({ links: datasetLinks(base, set.slug), attachments: attachmentsOf(base, set) }))
  ofSet('/exports', set => exportsList(base, set))
  ofSet('/exports/:format', async (set, params, request, reply) =>
    leave(request, reply, await exportRows(world, set, formatOf(request), params), yesOf(params, 'compressed', false)),
  )

  async function catalogWorld() {
    return { base, catalog: await readCatalog(server), now: server.now() }
  }

  function ofSet(
    path: string,
    answer: (set: PublishedSet, params: RawParams, request: FastifyRequest, reply: FastifyReply) => unknown,
  ): void {
    asked(`${DATASETS}/:slug${path}`, (params, request, reply) =>
      withPublished(server, request, reply, set => answer(set, params, request, reply)),
    )
  }
}

type Answer = (params: RawParams, request: FastifyRequest, reply: FastifyReply) => unknown

/** A route whose errors are Explore's. */
function exploring(app: FastifyInstance, server: ServerWorld): (url: string, answer: Answer) => void {
  const told = errorsAs(server, (status, message, _, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify({ error_code: codeOf(status), message })),
  )
  const options: RouteShorthandOptions = {
    ...openQuery,
    errorHandler: (error, request, reply) => {
      if (!((error as Error) instanceof ExploreProblem)) return told(error, request, reply) as never
      const { code, message, status } = error as unknown as ExploreProblem
      return reply
        .code(status)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify({ error_code: code, message }))
    },
  }
  return (url, answer) =>
    void app.get(url, options, (request, reply) => answer(request.query as RawParams, request, reply))
}

const codeOf = (status: number): string =>
  status === 404 || status === 410
    ? 'NotFound'
    : status === 429
      ? 'TooManyRequests'
      : status < 500
        ? 'ODSQLError'
        : 'InternalError'

const formatOf = (request: FastifyRequest): string => (request.params as { format: string }).format

const links = (root: string, names: readonly string[]) => ({
  links: [{ rel: 'self', href: root }, ...names.map(rel => ({ rel, href: `${root}/${rel}` }))],
})

/** A HEAD makes no file; a reader that goes away stops what makes it. */
function leave(request: FastifyRequest, reply: FastifyReply, { media, fileName, body }: Exported, packed: boolean) {
  attach(reply, packed ? `${fileName}.gz` : fileName).type(packed ? 'application/gzip' : media)
  if (request.method === 'HEAD') {
    body.destroy()
    return reply.send()
  }
  return reply.send(packed ? body.pipe(createGzip()) : body)
}
