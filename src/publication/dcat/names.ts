import type { PublishedSet } from '../published.ts'

/** The set, apart from the page that tells of it. */
export const setIri = (base: string, slug: string): string => `${base}/jeux/${slug}#jeu`

/** Never changes, whatever becomes of the title and of the address: harvesters know the set by it. */
export const identifierOf = ({ insee, id }: Pick<PublishedSet, 'insee' | 'id'>): string => `${insee}-${id}`
