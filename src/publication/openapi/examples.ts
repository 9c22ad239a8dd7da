import { isMapped } from '../files/formats.ts'
import type { Catalog } from '../published.ts'

/** What examples of addresses are made with: sets that are there. */
export interface Examples {
  readonly slug: string
  readonly hash: string
  /** A set whose rows have a place. */
  readonly mapped: { readonly slug: string; readonly hash: string }
  /** The address of a set's page. */
  readonly page: string
  readonly town: string
}

export function examplesOf(base: string, { sets, towns }: Catalog): Examples {
  const first = sets[0]
  const mapped = sets.find(({ version }) => isMapped(version)) ?? first
  const named = (set: typeof first) => ({ slug: set?.slug ?? 'exemple', hash: set?.version.hash ?? '0'.repeat(64) })
  return {
    ...named(first),
    mapped: named(mapped),
    page: `${base}/jeux/${named(first).slug}`,
    town: towns[0]?.insee ?? '78217',
  }
}
