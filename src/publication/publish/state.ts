import type { PublicationState, VersionCard } from '../../contract/publication.ts'
import { findSet, type SetRow } from '../../preparation/sets/find.ts'
import type { PreparationWorld } from '../../preparation/world.ts'
import { verdictsOf } from '../approval/verdicts.ts'
import { nextBox } from '../fiche/index.ts'
import { besideSeq, lookAtPublication } from './look.ts'

/** A page waits so long for the table; beyond, it says that Carnet is looking, and asks again. */
const PATIENCE_MS = 4_000

/** Where the opening of a set stands: what it waits for, what the public reads, its versions. */
export async function publicationState(
  world: PreparationWorld,
  insee: string,
  slug: string,
): Promise<PublicationState> {
  const set = await findSet(world.db, insee, slug)
  const { fiche, table, guardState, blockers } = await lookAtPublication(world, set, PATIENCE_MS)
  const formulas = table && 'formulas' in table ? table.formulas : { cells: [], count: 0 }
  const next = nextBox(fiche)
  const versions = await versionCards(world, set)
  return {
    fiche,
    ...(next && { nextBox: next }),
    guard: guardState,
    formulas: formulas.cells,
    formulaCount: formulas.count,
    verdicts: (await verdictsOf(world.db, insee, set.id)).all,
    blockers,
    ...(await opened(world, set)),
    versions,
  }
}

async function opened(
  world: PreparationWorld,
  set: SetRow,
): Promise<Pick<PublicationState, 'published' | 'withdrawn'>> {
  const row = await world.db
    .selectFrom('publication as p')
    .innerJoin('version as v', join =>
      join.onRef('v.insee', '=', 'p.insee').onRef('v.data_set', '=', 'p.data_set').onRef('v.hash', '=', 'p.hash'),
    )
    .select(['p.slug', 'p.hash', 'p.issued_at', 'p.modified_at', 'p.withdrawn_at', 'p.withdrawn_why', 'v.seq'])
    .where('p.insee', '=', set.insee)
    .where('p.data_set', '=', set.id)
    .executeTakeFirst()
  if (!row) return {}
  const { slug, hash, issued_at: issuedAt, modified_at: modifiedAt } = row
  if (row.withdrawn_at !== null) return { withdrawn: { at: row.withdrawn_at, why: row.withdrawn_why ?? '', slug } }
  const changed = Math.max(set.seq, await besideSeq(world.db, set))
  return { published: { slug, hash, issuedAt, modifiedAt, behind: changed > row.seq } }
}

/** Latest first. */
async function versionCards({ db }: PreparationWorld, { insee, id }: SetRow): Promise<VersionCard[]> {
  const rows = await db
    .selectFrom('version')
    .select(['hash', 'rows', 'created_at', 'created_by'])
    .where(is => is.and({ insee, data_set: id }))
    .orderBy('created_at', 'desc')
    .execute()
  const current = await db
    .selectFrom('publication')
    .select('hash')
    .where(is => is.and({ insee, data_set: id }))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return rows.map(({ hash, rows, created_at, created_by }) => ({
    ...{ hash, rows, createdAt: created_at, createdBy: created_by },
    current: hash === current?.hash,
  }))
}
