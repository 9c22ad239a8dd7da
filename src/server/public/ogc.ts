import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import { Refused } from '../../contract/refused.ts'
import { readCatalog } from '../../publication/catalog/read.ts'
import { ogcApi } from '../../publication/ogc/api.ts'
import { CONFORMANCE, collection, collections, landing } from '../../publication/ogc/documents.ts'
import { type Feature, item, items } from '../../publication/ogc/items.ts'
import { type Form, GEOJSON_TYPE, JSON_TYPE, type Link, OPENAPI_TYPE, selfLinks } from '../../publication/ogc/links.ts'
import type { PublishedSet } from '../../publication/published.ts'
import { wrongValue } from '../../publication/query/problem.ts'
import { errorsAs } from '../errors.ts'
import type { ServerWorld } from '../world.ts'
import { ogcPage, type PageContent } from './ogc-page.ts'
import { open, openQuery } from './open.ts'
import { withPublished } from './published.ts'

/** OGC API – Features, part 1 (OGC 17-069r4): a collection a set, a feature a row. What is refused has the shape of the standard's exceptions. */
export function ogcRoutes(app: FastifyInstance, world: ServerWorld): void {
  const base = world.options.publicUrl
  const root = `${base}/ogc`
  const errorHandler = errorsAs(world, (status, description, _, reply) =>
    reply
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ code: CODES[status] ?? 'InvalidParameterValue', description })),
  )
  const read: RouteShorthandOptions = { ...open, errorHandler }
  const query: RouteShorthandOptions = { ...openQuery, errorHandler }

  app.get('/ogc', read, async (request, reply) => {
    const { links, ...rest } = landing(root, await readCatalog(world))
    const { title, description } = rest
    return send(request, reply, { ...rest, links }, { title, description, links })
  })
  app.get('/ogc/', read, (_, reply) => reply.redirect('/ogc', 308))
  app.get('/ogc/conformance', read, (request, reply) =>
    send(request, reply, CONFORMANCE, { title: 'Règles de la norme suivies', list: CONFORMANCE.conformsTo, links: [] }),
  )
  app.get('/ogc/api', read, async (request, reply) => {
    const api = ogcApi(root, await readCatalog(world))
    const list = Object.keys(api.paths as object)
    return send(request, reply, api, { title: 'Ce que l’API sait faire', list, links: [] }, OPENAPI_TYPE)
  })
  app.get('/ogc/collections', read, async (request, reply) => {
    const body = collections(root, await readCatalog(world))
    const links = body.collections.map(one => ({
      href: `${root}/collections/${one.id}?f=html`,
      rel: 'item',
      title: one.title,
    }))
    return send(request, reply, body, { title: 'Jeux de données', links })
  })
  app.get('/ogc/collections/:slug', read, (request, reply) =>
    withPublished(world, request, reply, set => {
      const body = collection(root, set)
      return send(request, reply, body, { title: body.title, description: body.description, links: body.links })
    }),
  )
  app.get('/ogc/collections/:slug/items', query, (request, reply) =>
    withPublished(world, request, reply, async set => {
      const body = await items(world, set, addressOf(request), world.now())
      const description = `${body.numberMatched} lignes, dont ${body.numberReturned} sur cette page`
      return send(
        request,
        reply,
        body,
        { ...asTable(set, body.features), description, links: body.links },
        GEOJSON_TYPE,
      )
    }),
  )
  app.get('/ogc/collections/:slug/items/:fid', query, (request, reply) =>
    withPublished(world, request, reply, async set => {
      const { fid } = request.params as { fid: string }
      const found = /^[1-9]\d{0,14}$/.test(fid) ? await item(world, set, Number(fid)) : undefined
      if (!found) throw new Refused(404, `Ce jeu de données n’a pas de ligne « ${fid.slice(0, 40)} ».`)
      const links = [
        { href: `${root}/collections/${set.slug}`, rel: 'collection', type: JSON_TYPE, title: set.fiche.title },
      ]
      return send(request, reply, { ...found, links }, { ...asTable(set, [found]), links }, GEOJSON_TYPE)
    }),
  )
  app.get('/ogc/*', read, () => {
    throw new Refused(404, 'Rien n’a cette adresse dans cette API.')
  })

  /** The address that was asked, under the public name. */
  const addressOf = ({ url }: FastifyRequest): URL => new URL(url, `${base}/`)

  function send(
    request: FastifyRequest,
    reply: FastifyReply,
    body: object,
    content: PageContent,
    type = JSON_TYPE,
  ): FastifyReply {
    const address = addressOf(request)
    const form = formOf(address, request)
    reply.header('vary', 'Accept')
    const own = selfLinks(address, form, type)
    if (form === 'html')
      return reply.type('text/html; charset=utf-8').send(ogcPage({ ...content, links: [...own, ...content.links] }))
    // OpenAPI and the list of rules have no links of their own.
    const linked = 'links' in body ? { ...body, links: [...own, ...(body.links as readonly Link[])] } : body
    return reply.type(type).send(JSON.stringify(linked))
  }
}

const CODES: Readonly<Record<number, string>> = {
  404: 'NotFound',
  410: 'Gone',
  429: 'TooManyRequests',
  500: 'ServerError',
  503: 'Busy',
}

/** `f` first; then HTML for who asks for it before anything else that is spoken here. */
function formOf(address: URL, { headers }: FastifyRequest): Form {
  const asked = address.searchParams.get('f')
  if (asked === 'json' || asked === 'html') return asked
  if (asked !== null) throw wrongValue(asked, 'f=json ou f=html')
  const accepted = headers.accept ?? ''
  const [page, data] = [accepted.indexOf('text/html'), accepted.search(/json/)]
  return page >= 0 && (data < 0 || page < data) ? 'html' : 'json'
}

const asTable = ({ fiche, version }: PublishedSet, features: readonly Feature[]) => ({
  title: fiche.title,
  columns: ['n°', ...version.columns.map(({ title }) => title)],
  rows: features.map(({ id, properties }) => [id, ...version.columns.map(({ name }) => properties[name] ?? null)]),
})
