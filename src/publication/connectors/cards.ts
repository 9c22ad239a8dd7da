import type { Copies, CopyCard, CopyState, PlaceCard } from '../../contract/copies.ts'
import { readCatalog } from '../catalog/read.ts'
import type { Catalog } from '../published.ts'
import { readMemory } from './memory.ts'
import { openPlace } from './open-place.ts'
import { type DeliveryRow, deliveryRows, type PlaceRow, placeRows, secretOf, settingsOf } from './rows.ts'
import { type CopiesWorld, offeredKinds } from './world.ts'

const HISTORY = 50

/** Everything that the page « Copies ailleurs » shows. No secret is in it. */
export async function copiesPage(world: CopiesWorld, insee: string): Promise<Copies> {
  const catalog = await readCatalog(world)
  const [places, deliveries] = [await placeRows(world.db, insee), await deliveryRows(world.db, insee)]
  const ours = (one: { insee: string }) => one.insee === insee
  return {
    kinds: offeredKinds(world),
    places: places.map(row => placeCard(world, row, deliveries, catalog)),
    published: catalog.sets.filter(ours).map(({ id, fiche }) => ({ set: id, title: fiche.title })),
    ...(world.local && { unreachable: world.publicUrl }),
    history: await historyOf(world, insee),
  }
}

function placeCard(world: CopiesWorld, row: PlaceRow, deliveries: readonly DeliveryRow[], catalog: Catalog): PlaceCard {
  const secret = secretOf(world, row)
  return {
    id: row.id,
    title: row.title,
    settings: settingsOf(row),
    secret: secret === undefined ? 'lost' : secret === '' ? 'none' : 'given',
    addedAt: row.created_at,
    addedBy: row.created_by,
    copies: deliveries
      .filter(one => one.connector === row.id && (one.wanted === 1 || one.state !== 'none'))
      .flatMap(one => copyCard(world, row, one, catalog) ?? []),
  }
}

function copyCard(
  world: CopiesWorld,
  place: PlaceRow,
  row: DeliveryRow,
  { sets, tombstones }: Catalog,
): CopyCard | undefined {
  const isIt = (one: { insee: string; id: string }) => one.insee === row.insee && one.id === row.data_set
  const [set, tomb] = [sets.find(isIt), tombstones.find(isIt)]
  if (!set && !tomb) return undefined
  const { address, kept } = readMemory(row.remote)
  return {
    set: row.data_set,
    slug: set?.slug ?? tomb!.slug,
    title: set?.fiche.title ?? tomb!.title,
    state: row.state as CopyState,
    messages: row.message === '' ? [] : row.message.split('\n'),
    ...(address && { address }),
    ...(row.hash !== null && { hash: row.hash }),
    behind: set !== undefined && row.hash !== set.version.hash,
    ...(row.delivered_at !== null && { deliveredAt: row.delivered_at }),
    kept: kept.map(what => keptName(world, place, what)),
  }
}

function keptName(world: CopiesWorld, place: PlaceRow, what: string): string {
  if (what.startsWith('file:')) return `le fichier ${what.slice(5).toUpperCase()}`
  return openPlace(world, settingsOf(place), '').labels[what] ?? what
}

const historyOf = async ({ db }: CopiesWorld, insee: string): Promise<Copies['history']> =>
  (
    await db
      .selectFrom('journal')
      .select(['at', 'by_name', 'note'])
      .where('insee', '=', insee)
      .where('act', 'like', 'copy-%')
      .orderBy('seq', 'desc')
      .limit(HISTORY)
      .execute()
  ).map(({ at, by_name, note }) => ({ at, by: by_name, note }))
