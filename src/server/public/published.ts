import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../../contract/refused.ts'
import { readCatalog } from '../../publication/catalog/read.ts'
import type { Catalog, PublishedSet, Tombstone } from '../../publication/published.ts'
import type { ServerWorld } from '../world.ts'

/** What the address of a set leads to today. */
export type Found =
  | { readonly type: 'set'; readonly set: PublishedSet }
  /** It was renamed. */
  | { readonly type: 'moved'; readonly slug: string }
  | { readonly type: 'gone'; readonly tombstone: Tombstone }
  | { readonly type: 'unknown' }

export function findPublished(catalog: Catalog, slug: string): Found {
  const set = catalog.bySlug(slug)
  if (set) return { type: 'set', set }
  const tombstone = catalog.tombstones.find(one => one.slug === slug)
  if (tombstone) return { type: 'gone', tombstone }
  const moved = catalog.redirects.get(slug)
  return moved === undefined ? { type: 'unknown' } : { type: 'moved', slug: moved }
}

type Answer = (set: PublishedSet, catalog: Catalog) => unknown

/**
 * Answers of the set of this address. One that was renamed is told its new address, for ever (308: the method stays); one that was withdrawn answers
 * 410 and why.
 */
export async function withPublished(
  world: ServerWorld,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
): Promise<unknown> {
  const { slug } = request.params as { slug: string }
  const catalog = await readCatalog(world)
  const found = findPublished(catalog, slug)
  switch (found.type) {
    case 'set':
      return answer(found.set, catalog)
    case 'moved':
      return reply.redirect(movedUrl(request, slug, found.slug), 308)
    case 'gone':
      throw withdrawn(found.tombstone)
    case 'unknown':
      throw new Refused(404, `Aucun jeu de données n’a l’adresse « ${slug.slice(0, 100)} ».`)
  }
}

/** The same address with the new name in the place of the old one: its first part that is it. */
export const movedUrl = ({ url }: FastifyRequest, before: string, after: string): string =>
  url.replace(new RegExp(`/${before}(?=$|[./?])`), `/${after}`)

export const withdrawn = ({ title, withdrawnAt, why }: Tombstone): Refused =>
  new Refused(410, `« ${title} » a été retiré le ${day(withdrawnAt)} : ${why}`)

const day = (instant: string): string =>
  new Date(instant).toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' })
