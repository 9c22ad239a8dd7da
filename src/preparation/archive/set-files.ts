import { stat } from 'node:fs/promises'
import type { Selectable } from 'kysely'
import { Refused } from '../../contract/refused.ts'
import type { Recipe } from '../../core/recipe/step.ts'
import type { Tx } from '../../store/open.ts'
import type { UploadTable, VersionTable } from '../../store/tables.ts'
import type { SetRow } from '../sets/find.ts'
import { stepsOf } from '../sets/steps.ts'
import { taskSet } from '../sets/task-set.ts'
import type { TaskSet } from '../tasks/task.ts'
import type { PreparationWorld } from '../world.ts'
import { type Described, schemaOfCsv } from './data-package.ts'
import { freeName, safeName } from './names.ts'
import type { Shelf } from './shelf.ts'

type Upload = Selectable<UploadTable>
type Version = Selectable<VersionTable>

/** All that the database says of a set, at one instant. */
export interface SetPlan {
  readonly set: SetRow
  readonly uploads: readonly Upload[]
  readonly versions: readonly Version[]
  readonly steps: Recipe['steps']
  readonly task: TaskSet | { readonly reason: string }
}

export async function planOf(tx: Tx, world: PreparationWorld, set: SetRow): Promise<SetPlan> {
  return {
    set,
    uploads: await uploadsOfSet(tx, set),
    versions: await versionsOf(tx, set),
    steps: await stepsOf(tx, set),
    task: await orReason(() => taskSet({ ...world, db: tx }, set)),
  }
}

export interface SetExport {
  readonly files: number
  readonly versions: readonly Described[]
  /** Absent: the set has no row yet. */
  readonly table?: Described | { readonly title: string; readonly reason: string }
}

/** One folder a set: its table, its recipe, the files it was made from, and each version that was published. */
export async function addSet(world: PreparationWorld, plan: SetPlan, shelf: Shelf): Promise<SetExport> {
  const { slug, title, insee, model, trashed_at } = plan.set
  const folder = `${trashed_at === null ? 'jeux' : 'corbeille'}/${safeName(slug)}`
  const files = await addUploads(shelf, `${folder}/sources`, plan.uploads)
  const versions = []
  for (const version of plan.versions) versions.push(...(await addVersion(world, slug, folder, version, shelf)))
  const { task, steps } = plan
  const recipe: Recipe = { version: 1, model, town: insee, steps }
  await shelf.json(`${folder}/recette.json`, recipe)
  if ('reason' in task) return { files, versions, table: { title, reason: task.reason } }
  const made = await orReason(() => world.threads.run({ type: 'export', set: task, format: 'csv', title }))
  if ('reason' in made) return { files, versions, table: { title, reason: made.reason } }
  if (made.bytes.length === 0) return { files, versions }
  const path = `${folder}/table.csv`
  await shelf.bytes(path, made.bytes)
  const described = { bytes: made.bytes.length, schema: schemaOfCsv(made.bytes, task.model) }
  return { files, versions, table: { slug, title, path, ...described } }
}

/** The table and the fiche for whoever reads; the manifest, for whoever verifies. */
async function addVersion({ blobs }: PreparationWorld, slug: string, folder: string, version: Version, shelf: Shelf) {
  const { hash, csv_sha256, parquet_sha256, manifest_sha256 } = version
  const at = `${folder}/versions/${hash}`
  await shelf.blob(`${at}/table.parquet`, parquet_sha256)
  if (!(await shelf.blob(`${at}/version.json`, manifest_sha256))) return []
  const bytes = await blobs.get(manifest_sha256)
  const { fiche, schema } = JSON.parse(new TextDecoder().decode(bytes)) as Frozen
  await shelf.json(`${at}/fiche.json`, fiche)
  if (!(await shelf.blob(`${at}/table.csv`, csv_sha256))) return []
  const { size } = await stat(blobs.path(csv_sha256))
  return [{ slug: `${slug}-${hash.slice(0, 12)}`, title: fiche.title, path: `${at}/table.csv`, bytes: size, schema }]
}

interface Frozen {
  readonly fiche: { readonly title: string }
  readonly schema: object
}

/** As they came; but what was erased for good. Two of one name have two. */
export async function addUploads(shelf: Shelf, folder: string, uploads: readonly Upload[]): Promise<number> {
  const taken = new Set<string>()
  let added = 0
  for (const { sha256, name, erased_at } of uploads)
    if (erased_at === null && (await shelf.blob(`${folder}/${freeName(name, taken)}`, sha256))) added++
  return added
}

/** Also those that another file replaced: nothing is lost. */
const uploadsOfSet = (tx: Tx, { insee, id }: SetRow): Promise<Upload[]> =>
  tx
    .selectFrom('upload')
    .selectAll()
    .where('insee', '=', insee)
    .where('id', 'in', is =>
      is
        .selectFrom('source')
        .select('upload')
        .where(of => of.and({ insee, data_set: id })),
    )
    .orderBy('sent_at')
    .orderBy('id')
    .execute()

const versionsOf = (tx: Tx, { insee, id }: SetRow): Promise<Version[]> =>
  tx
    .selectFrom('version')
    .selectAll()
    .where(is => is.and({ insee, data_set: id }))
    .orderBy('seq')
    .orderBy('hash')
    .execute()

/** A set whose table cannot be made leaves with its files all the same. */
async function orReason<T>(work: () => Promise<T>): Promise<T | { readonly reason: string }> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused || (error instanceof Error && error.name === 'UnreadableRecipe'))
      return { reason: error.message }
    throw error
  }
}
