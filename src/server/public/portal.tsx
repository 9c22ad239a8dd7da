import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { HomePage } from '../../portal/pages/home.tsx'
import { EmbedPage, MapPage, MapsPage } from '../../portal/pages/maps.tsx'
import { GonePage, MissingPage, MovedPage, TextPage } from '../../portal/pages/plain.tsx'
import { renderPage } from '../../portal/render.ts'
import { SetPage } from '../../portal/set/page.tsx'
import { relativeTo, type Site } from '../../portal/site.ts'
import { PORTAL_TEXTS, type PortalText, proposedText, townTextName } from '../../portal/texts.ts'
import { VersionPage } from '../../portal/version/page.tsx'
import { readCatalog } from '../../publication/catalog/read.ts'
import { isMapped } from '../../publication/files/formats.ts'
import type { Catalog, PublishedSet, PublishedTown } from '../../publication/published.ts'
import { townText } from '../../publication/texts/texts.ts'
import { firstStartPage } from '../pages/first-start.ts'
import type { ServerWorld } from '../world.ts'
import { open, openFramed, openQuery } from './open.ts'
import { portalAssets } from './portal-assets.ts'
import { portalReader } from './portal-reads.ts'
import { sendPage } from './portal-send.ts'
import { findPublished, movedUrl } from './published.ts'

/** What most hosts show in the place of a page that is not there. */
export const MISSING = '/404.html'

type Params = Readonly<Record<string, string>>

/** What the public reads: pages that need no script. */
export function portalRoutes(app: FastifyInstance, world: ServerWorld): void {
  const asset = portalAssets(app, world.options)
  const read = portalReader(app, world)
  const { publicUrl: base, tiles, isStatic = false } = world.options

  const send = (request: FastifyRequest, reply: FastifyReply, catalog: Catalog, page: JSX.Element, status = 200) => {
    const site: Site = {
      ...{ base, isStatic, asset, towns: catalog.towns, href: hrefOf(request.url) },
      ...(tiles && { tiles }),
    }
    return sendPage(request, reply.code(status), renderPage(site, page))
  }
  /** A host shows its page of what is missing under any address: there they are whole. */
  const hrefOf = (from: string) => (path: string) =>
    !isStatic ? path : from === MISSING ? `${base}${path}` : relativeTo(from, path)
  const missing = (request: FastifyRequest, reply: FastifyReply, catalog: Catalog, sentence: string) =>
    send(request, reply, catalog, <MissingPage sentence={sentence} />, 404)

  /** The page of the set at this address; renamed: its new address; withdrawn: why. */
  async function ofSet(
    request: FastifyRequest,
    reply: FastifyReply,
    make: (set: PublishedSet, catalog: Catalog) => Promise<JSX.Element | undefined>,
  ) {
    const catalog = await readCatalog(world)
    const { slug = '' } = request.params as Params
    const found = findPublished(catalog, slug)
    switch (found.type) {
      case 'set': {
        const page = await make(found.set, catalog)
        return page
          ? send(request, reply, catalog, page)
          : missing(request, reply, catalog, 'Ce jeu de données n’a rien à cette adresse.')
      }
      case 'moved':
        return isStatic
          ? send(request, reply, catalog, <MovedPage from={slug} to={found.slug} />)
          : reply.redirect(movedUrl(request, slug, found.slug), 308)
      case 'gone':
        return send(request, reply, catalog, <GonePage tombstone={found.tombstone} />, 410)
      case 'unknown':
        return missing(request, reply, catalog, `Aucun jeu de données n’a l’adresse « ${slug.slice(0, 100)} ».`)
    }
  }

  app.get('/', open, async (request, reply) => {
    const catalog = await readCatalog(world)
    if (catalog.towns.length === 0) return sendPage(request, reply, firstStartPage())
    return send(request, reply, catalog, home(request, catalog))
  })
  app.get('/communes/:insee', open, (request, reply) =>
    ofTown(request, reply, (town, catalog) => home(request, catalog, town)),
  )
  for (const { name } of PORTAL_TEXTS) {
    app.get(`/communes/:insee/${name}`, open, (request, reply) => ofTown(request, reply, town => text(town, name)))
    app.get(`/${name}`, open, async (request, reply) => {
      const catalog = await readCatalog(world)
      const [town, ...others] = catalog.towns
      if (!town || others.length > 0)
        return missing(request, reply, catalog, 'Choisissez une commune : chacune a ses propres mentions.')
      return send(request, reply, catalog, await text(town, name))
    })
  }
  if (isStatic)
    app.get(MISSING, open, async (request, reply) =>
      missing(request, reply, await readCatalog(world), 'Rien n’a cette adresse, ou plus rien.'),
    )
  app.get('/carte', open, async (request, reply) => {
    const catalog = await readCatalog(world)
    return send(request, reply, catalog, <MapsPage catalog={catalog} />)
  })
  app.get('/carte/:slug', openQuery, (request, reply) =>
    ofSet(request, reply, async set =>
      isMapped(set.version) ? <MapPage set={set} map={await read.map(set.version)} /> : undefined,
    ),
  )
  app.get('/jeux/:slug', openQuery, (request, reply) =>
    ofSet(request, reply, async set => <SetPage {...(await read.set(set, request.query as Params))} />),
  )
  app.get('/jeux/:slug/v/:hash', openQuery, (request, reply) =>
    ofSet(request, reply, async set => {
      const given = await read.version(set, (request.params as Params).hash ?? '')
      return given && <VersionPage {...given} />
    }),
  )
  app.get('/embed/:slug', openFramed, (request, reply) =>
    ofSet(request, reply, async set => <EmbedPage {...(await read.embed(set))} />),
  )

  async function ofTown(
    request: FastifyRequest,
    reply: FastifyReply,
    make: (town: PublishedTown, catalog: Catalog) => JSX.Element | Promise<JSX.Element>,
  ) {
    const catalog = await readCatalog(world)
    const town = catalog.towns.find(({ insee }) => insee === (request.params as Params).insee)
    if (!town) return missing(request, reply, catalog, 'Aucune commune de ce portail n’a ce code INSEE.')
    return send(request, reply, catalog, await make(town, catalog))
  }

  async function text(town: PublishedTown, name: PortalText): Promise<JSX.Element> {
    const { body, writtenAt } = await townText(world.db, town.insee, townTextName(name))
    const written = body.trim() === '' ? undefined : { body, at: writtenAt }
    return <TextPage {...{ town, name, written }} proposed={proposedText(name, town)} />
  }
}

function home(request: FastifyRequest, catalog: Catalog, town?: PublishedTown): JSX.Element {
  const { q, theme } = request.query as Readonly<Record<string, unknown>>
  const words = typeof q === 'string' ? q.slice(0, 200) : ''
  return <HomePage {...{ catalog, town, words }} theme={typeof theme === 'string' ? theme : ''} />
}
