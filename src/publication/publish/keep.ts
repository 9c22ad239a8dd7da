import { recordIn, type Work } from '../../journal/record.ts'
import type { SetRow } from '../../preparation/sets/find.ts'
import { inTown } from '../../store/lock-town.ts'
import type { Tx } from '../../store/open.ts'
import type { Actor, World } from '../../store/world.ts'
import { freeAddress, lockAddresses } from '../address/slugs.ts'
import type { KeptVersion } from '../versions/freeze.ts'
import { readManifest, sameForReaders } from '../versions/manifest.ts'

export interface Kept {
  readonly slug: string
  readonly hash: string
  /** The public reads what it read already: no version was added. */
  readonly same: boolean
}

interface Given {
  readonly key?: string | undefined
  readonly salt: string
  /** Why it is opened with what only had to be confirmed: the history has it. */
  readonly despite?: string | undefined
  /** Throws when what was frozen is not what stands there any more. */
  readonly stillTrue?: (tx: Tx) => Promise<void>
}

type Names = Pick<SetRow, 'insee' | 'id' | 'slug' | 'title'>

/** The one act that opens a version: the version's row, the address and the entry are kept together. Its files are on the disk before. */
export async function keepVersion(
  world: World,
  actor: Actor,
  set: Names,
  version: KeptVersion,
  given: Given,
): Promise<Kept> {
  let kept: Kept | undefined
  const entry = { act: 'publish', note: '', dataSet: set.id, key: given.key, beside: true as const }
  const work: Work = async (tx, seq) => {
    await given.stillTrue?.(tx)
    const twin = await twinOf(tx, world, set, version)
    const hash = twin ?? version.hash
    if (twin === undefined) await addVersion(tx, world, actor, set, version, seq)
    else await sayAgain(tx, set, twin, seq)
    const { slug, same } = await openAddress(tx, world, set, hash, given.salt)
    kept = { slug, hash, same }
    const despite = given.despite === undefined ? '' : ` (${given.despite})`
    return { note: noteOf(set.title, version.manifest.data.rows, same) + despite }
  }
  await inTown(world.db, actor.insee, tx => recordIn(tx, world, actor, entry, work))
  return kept ?? (await already(world, set))
}

const noteOf = (title: string, rows: number, same: boolean): string =>
  same
    ? `Publié à l’identique : « ${title} » n’a pas changé depuis sa dernière version`
    : `Publié : « ${title} », ${rows} ${rows > 1 ? 'lignes' : 'ligne'}`

/** A version of the set that says the same to its readers: the same data and fiche are the same version, whenever they are published. */
async function twinOf(
  tx: Tx,
  { blobs }: World,
  { insee, id }: Names,
  version: KeptVersion,
): Promise<string | undefined> {
  const rows = await tx
    .selectFrom('version')
    .select(['hash', 'manifest_sha256'])
    .where(is => is.and({ insee, data_set: id, csv_sha256: version.csv }))
    .execute()
  for (const { hash, manifest_sha256 } of rows)
    if (sameForReaders(await readManifest(blobs, manifest_sha256), version.manifest)) return hash
  return undefined
}

async function addVersion(tx: Tx, world: World, actor: Actor, set: Names, version: KeptVersion, seq: number) {
  await tx
    .insertInto('version')
    .values({
      insee: set.insee,
      data_set: set.id,
      hash: version.hash,
      manifest_sha256: version.hash,
      csv_sha256: version.csv,
      parquet_sha256: version.parquet,
      rows: version.manifest.data.rows,
      seq,
      created_at: world.now(),
      created_by: actor.name,
    })
    .execute()
}

const sayAgain = (tx: Tx, { insee, id }: Names, hash: string, seq: number) =>
  tx
    .updateTable('version')
    .set({ seq })
    .where(is => is.and({ insee, data_set: id, hash }))
    .execute()

/** The address of the first day stays; a set that was withdrawn is open again at its own. */
async function openAddress(tx: Tx, world: World, set: Names, hash: string, salt: string) {
  const of = { insee: set.insee, data_set: set.id }
  const before = await tx
    .selectFrom('publication')
    .selectAll()
    .where(is => is.and(of))
    .executeTakeFirst()
  const at = world.now()
  if (!before) {
    await lockAddresses(tx)
    const town = await tx.selectFrom('town').select('name').where('insee', '=', set.insee).executeTakeFirstOrThrow()
    const slug = await freeAddress(tx, set.slug, town.name, set)
    await tx
      .insertInto('publication')
      .values({ ...of, slug, hash, salt, issued_at: at, modified_at: at })
      .execute()
    return { slug, same: false }
  }
  const same = before.hash === hash && before.withdrawn_at === null
  if (!same)
    await tx
      .updateTable('publication')
      .set({ hash, modified_at: at, withdrawn_at: null, withdrawn_why: null })
      .where(is => is.and(of))
      .execute()
  return { slug: before.slug, same }
}

/** The same key twice: what the first one did. */
async function already({ db }: World, { insee, id }: Names): Promise<Kept> {
  const { slug, hash } = await db
    .selectFrom('publication')
    .select(['slug', 'hash'])
    .where(is => is.and({ insee, data_set: id }))
    .executeTakeFirstOrThrow()
  return { slug, hash, same: true }
}
