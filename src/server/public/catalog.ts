import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../../contract/refused.ts'
import { readCatalog } from '../../publication/catalog/read.ts'
import { catalogDocument, pageOf, setDocument } from '../../publication/dcat/catalog.ts'
import { fileFacts } from '../../publication/dcat/file-facts.ts'
import { negotiate, WRITINGS, type Writing } from '../../publication/dcat/write.ts'
import type { ServerWorld } from '../world.ts'
import { open } from './open.ts'
import { withPublished } from './published.ts'
import { isKept } from './send-file.ts'

/** The extensions of the addresses: those of the writings, and what harvesters also type. */
const EXTENSIONS: Readonly<Record<string, Writing>> = {
  ttl: 'ttl',
  rdf: 'rdf',
  xml: 'rdf',
  jsonld: 'jsonld',
  json: 'jsonld',
  nt: 'nt',
}

const MEDIA_TYPES = Object.values(WRITINGS).map(({ media }) => media[0])

/** DCAT-AP 3: what data.gouv.fr and other portals harvest. A HEAD answers the right type: it is how they guess it. */
export function catalogRoutes(app: FastifyInstance, world: ServerWorld): void {
  const { publicUrl: base, isStatic = false } = world.options
  const files = { blobs: world.blobs, threads: app.preparation.world.threads }

  app.get('/catalog', open, (request, reply) => {
    reply.header('vary', 'Accept')
    const writing = negotiate(request.headers.accept)
    if (writing) return answer(request, reply, writing)
    if (request.headers.accept?.includes('text/html')) return reply.redirect('/', 303)
    return reply.code(406).send({ message: `Ce catalogue s’écrit en ${MEDIA_TYPES.join(', ')}.` })
  })
  for (const [extension, writing] of Object.entries(EXTENSIONS))
    app.get(`/catalog.${extension}`, open, (request, reply) => answer(request, reply, writing))
  for (const writing of ['ttl', 'rdf', 'jsonld', 'nt'] as const)
    app.get(`/jeux/:slug.${writing}`, open, (request, reply) =>
      withPublished(world, request, reply, async set =>
        send(request, reply, writing, setDocument(base, set, await fileFacts(files, [set]), isStatic), set.modifiedAt),
      ),
    )

  async function answer(request: FastifyRequest, reply: FastifyReply, writing: Writing) {
    const catalog = await readCatalog(world)
    const { page, insee } = askedOf(request)
    if (insee !== undefined && !catalog.towns.some(town => town.insee === insee))
      throw new Refused(404, `Aucune commune de ce portail n’a le code INSEE « ${insee.slice(0, 20)} ».`)
    const found = pageOf(catalog, {
      page,
      ...(insee !== undefined && { insee }),
      ...(isStatic && { size: catalog.sets.length || 1 }),
    })
    if (!found) throw new Refused(404, `Ce catalogue n’a pas de page ${page}.`)
    const address = `${base}${request.url.split('?')[0]}${insee === undefined ? '' : `?commune=${insee}`}`
    const quads = catalogDocument(found, { base, address, isStatic }, await fileFacts(files, found.sets))
    return send(request, reply, writing, quads, catalog.modifiedAt)
  }
}

function askedOf(request: FastifyRequest): { readonly page: number; readonly insee?: string } {
  const { page = '1', commune } = request.query as { page?: unknown; commune?: unknown }
  if (typeof page !== 'string' || !/^[1-9]\d{0,6}$/.test(page))
    throw new Refused(400, `J’ai lu la page « ${String(page).slice(0, 20)} » ; j’attendais 1, 2, 3…`)
  return { page: Number(page), ...(typeof commune === 'string' && { insee: commune }) }
}

function send(request: FastifyRequest, reply: FastifyReply, writing: Writing, quads: Quads, modifiedAt: string) {
  const { media, write } = WRITINGS[writing]
  const text = write(quads)
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  reply.headers({ etag, 'last-modified': new Date(modifiedAt).toUTCString() })
  if (isKept(request, etag, modifiedAt)) return reply.code(304).send()
  return reply.type(`${media[0]}; charset=utf-8`).send(text)
}
type Quads = ReturnType<typeof setDocument>
