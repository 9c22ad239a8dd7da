import type { Frequency } from '../../core/fiche/fiche.ts'
import { readCatalog } from '../../publication/catalog/read.ts'
import type { World } from '../../store/world.ts'
import { parisDay } from '../calendar/days.ts'
import { nextUpdate } from './due.ts'

/** A published set, and when its fiche promises the next version. */
export interface PromisedSet {
  readonly insee: string
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly town: string
  readonly frequency: Frequency
  readonly last: string
  readonly due?: string
}

/** What the public reads of a town, or of all: a set in the trash, or withdrawn, promises nothing. */
export async function promisedSets(world: World, insee?: string): Promise<PromisedSet[]> {
  const { sets } = await readCatalog({ ...world, only: insee })
  const rows = await world.db
    .selectFrom('data_set')
    .select(['insee', 'id', 'slug'])
    .where('trashed_at', 'is', null)
    .$if(insee !== undefined, query => query.where('insee', '=', insee ?? ''))
    .execute()
  const slugs = new Map(rows.map(row => [`${row.insee} ${row.id}`, row.slug]))
  return sets.flatMap(({ insee, id, fiche, town, modifiedAt }) => {
    const slug = slugs.get(`${insee} ${id}`)
    if (slug === undefined) return []
    const last = parisDay(modifiedAt)
    const due = nextUpdate(fiche.frequency, last)
    const set = { insee, id, slug, title: fiche.title, town: town.name, frequency: fiche.frequency, last }
    return [{ ...set, ...(due !== undefined && { due }) }]
  })
}

export const hasDue = (set: PromisedSet): set is PromisedSet & { readonly due: string } => set.due !== undefined
