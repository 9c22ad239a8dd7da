import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../../contract/refused.ts'
import { readCatalog } from '../../publication/catalog/read.ts'
import { atomFeed } from '../../publication/feed/atom.ts'
import { robots, sitemap } from '../../publication/feed/sitemap.ts'
import { oembed, oembedXml, slugIn } from '../../publication/oembed/oembed.ts'
import type { Catalog } from '../../publication/published.ts'
import type { ServerWorld } from '../world.ts'
import { open } from './open.ts'
import { findPublished, withdrawn } from './published.ts'
import { isKept } from './send-file.ts'

/** What follows the changes of the portal, walks through it, or shows a set elsewhere. */
export function feedRoutes(app: FastifyInstance, world: ServerWorld): void {
  const base = world.options.publicUrl
  app.get('/feed.atom', open, async (request, reply) => {
    const catalog = await readCatalog(world)
    const { commune } = request.query as { commune?: unknown }
    const town = catalog.towns.find(({ insee }) => insee === commune)
    if (commune !== undefined && !town) throw new Refused(404, 'Aucune commune de ce portail n’a ce code INSEE.')
    return sendText(request, reply, catalog, 'application/atom+xml', () =>
      atomFeed(catalog, { base, ...(town && { town }) }),
    )
  })
  app.get('/sitemap.xml', open, async (request, reply) => {
    const catalog = await readCatalog(world)
    return sendText(request, reply, catalog, 'application/xml', () => sitemap(catalog, base))
  })
  app.get('/robots.txt', open, (_, reply) => reply.type('text/plain; charset=utf-8').send(robots(base)))

  app.get('/oembed', open, async (request, reply) => {
    const { url, format = 'json', ...most } = request.query as Readonly<Record<string, unknown>>
    if (format !== 'json' && format !== 'xml')
      return reply.code(501).send({ message: 'Carnet écrit format=json ou format=xml.' })
    const slug = typeof url === 'string' ? slugIn(url, base) : undefined
    if (slug === undefined)
      throw new Refused(404, 'J’attendais url= suivi de l’adresse d’un jeu de données de ce portail.')
    const catalog = await readCatalog(world)
    const found = findPublished(catalog, slug)
    if (found.type === 'gone') throw withdrawn(found.tombstone)
    const set = found.type === 'set' ? found.set : found.type === 'moved' ? catalog.bySlug(found.slug) : undefined
    if (!set) throw new Refused(404, 'Aucun jeu de données n’a cette adresse.')
    const answer = oembed(base, set, most)
    return format === 'json' ? reply.send(answer) : reply.type('text/xml; charset=utf-8').send(oembedXml(answer))
  })
}

/** Written again only when something public changed since the client's copy. */
function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  catalog: Catalog,
  type: string,
  write: () => string,
): FastifyReply {
  const tag = `"${catalog.etag}"`
  reply.headers({ etag: tag, 'last-modified': new Date(catalog.modifiedAt).toUTCString() })
  if (isKept(request, tag, catalog.modifiedAt)) return reply.code(304).send()
  return reply.type(`${type}; charset=utf-8`).send(write())
}
