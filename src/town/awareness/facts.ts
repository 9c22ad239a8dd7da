import { factsOf, type KitFacts } from '../../publication/kit/facts.ts'
import type { PublishedSet } from '../../publication/published.ts'

/** What the courses are made of: the town's name as one says it, and its own open sets. */
export interface AwarenessFacts extends Pick<KitFacts, 'town' | 'of' | 'at' | 'portal'> {
  readonly sets: readonly AwarenessSet[]
}
export interface AwarenessSet {
  readonly title: string
  readonly rows: number
  readonly address: string
}

const NO_DETAILS = { launch: '', app: '', contact: '' }

export function awarenessFacts(town: string, publicUrl: string, sets: readonly PublishedSet[]): AwarenessFacts {
  const { of, at, portal, sets: told } = factsOf(town, publicUrl, sets, NO_DETAILS)
  const rows = new Map(sets.map(({ slug, version }) => [`${publicUrl}/jeux/${slug}`, version.rows]))
  return {
    ...{ town, of, at, portal },
    sets: told.map(({ title, address }) => ({ title, address, rows: rows.get(address) ?? 0 })),
  }
}
