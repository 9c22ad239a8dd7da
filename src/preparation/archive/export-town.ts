import { createReadStream } from 'node:fs'
import type { Selectable } from 'kysely'
import { Refused } from '../../contract/refused.ts'
import type { Recipe } from '../../core/recipe/step.ts'
import { rowsOf } from '../../store/archive/rows.ts'
import type { ZipWriter } from '../../store/archive/write-zip.ts'
import type { UploadTable } from '../../store/tables.ts'
import type { SetRow } from '../sets/find.ts'
import { stepsOf } from '../sets/steps.ts'
import { taskSet } from '../sets/task-set.ts'
import type { PreparationWorld } from '../world.ts'
import { type Described, dataPackage, README } from './data-package.ts'
import { freeName, safeName } from './names.ts'

type Upload = Selectable<UploadTable>

export interface TownExport {
  readonly sets: number
  readonly files: number
  /** Sets whose table could not be made, each with its sentence. Their files and their recipe are there. */
  readonly withoutTable: readonly { readonly title: string; readonly reason: string }[]
}

/**
 * A whole town in one archive that other programs read: a Data Package. For each set its table, its recipe, the files it was made from, as they came;
 * then the files of no set, the models made in the town, and the whole journal.
 */
export async function exportTown(world: PreparationWorld, insee: string, zip: ZipWriter): Promise<TownExport> {
  const { db } = world
  const town = await db.selectFrom('town').select('name').where('insee', '=', insee).executeTakeFirst()
  if (!town) throw new Refused(404, `Il n’y a pas de commune ${insee} ici.`)
  const sets = await db.selectFrom('data_set').selectAll().where('insee', '=', insee).orderBy('slug').execute()
  const made = []
  for (const set of sets) made.push(await addSet(world, set, zip))
  const loose = await addFiles(world, 'fichiers-sans-jeu', await uploadsOfNoSet(world, insee), zip)
  await addModels(world, insee, zip)
  await addAddresses(world, insee, zip)
  await zip.add('journal.jsonl', lines(rowsOf(db, 'journal', insee)))
  await zip.add('LISEZ-MOI.txt', once(README(town.name)))
  const described = made.flatMap(({ table }) => ('csv' in table ? table : []))
  await zip.add('datapackage.json', json(dataPackage(insee, town.name, world.now(), described)))
  return {
    sets: sets.length,
    files: made.reduce((sum, { files }) => sum + files, loose),
    withoutTable: made.flatMap(({ table }) => ('reason' in table ? table : [])),
  }
}

interface SetExport {
  readonly files: number
  readonly table: Described | TownExport['withoutTable'][number]
}

async function addSet(world: PreparationWorld, set: SetRow, zip: ZipWriter): Promise<SetExport> {
  const { slug, title, insee, model } = set
  const folder = `${set.trashed_at === null ? 'jeux' : 'corbeille'}/${safeName(slug)}`
  const files = await addFiles(world, `${folder}/sources`, await uploadsOfSet(world, set), zip)
  const recipe: Recipe = { version: 1, model, town: insee, steps: await stepsOf(world.db, set) }
  await zip.add(`${folder}/recette.json`, json(recipe))
  const table = await tableOf(world, set)
  if ('reason' in table) return { files, table: { title, ...table } }
  const path = `${folder}/table.csv`
  await zip.add(path, once(table.csv))
  return { files, table: { slug, title, path, ...table } }
}

/** As they came; but what was erased for good. */
async function addFiles({ blobs }: PreparationWorld, folder: string, uploads: readonly Upload[], zip: ZipWriter) {
  const taken = new Set<string>()
  for (const { sha256, name } of uploads.filter(one => one.erased_at === null && blobs.has(one.sha256)))
    await zip.add(`${folder}/${freeName(name, taken)}`, createReadStream(blobs.path(sha256)), 'packed')
  return taken.size
}

/** Also those that another file replaced: nothing is lost. */
const uploadsOfSet = ({ db }: PreparationWorld, { insee, id }: SetRow): Promise<Upload[]> =>
  db
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

const uploadsOfNoSet = ({ db }: PreparationWorld, insee: string): Promise<Upload[]> =>
  db
    .selectFrom('upload')
    .selectAll()
    .where('insee', '=', insee)
    .where('id', 'not in', is => is.selectFrom('source').select('upload').where('insee', '=', insee))
    .orderBy('sent_at')
    .orderBy('id')
    .execute()

async function tableOf(
  world: PreparationWorld,
  set: SetRow,
): Promise<Pick<Described, 'csv' | 'model'> | { readonly reason: string }> {
  try {
    const task = await taskSet(world, set)
    const { bytes } = await world.threads.run({ type: 'export', set: task, format: 'csv', title: set.title })
    return { csv: bytes, model: task.model }
  } catch (error) {
    if (error instanceof Refused || (error instanceof Error && error.name === 'UnreadableRecipe'))
      return { reason: error.message }
    throw error
  }
}

async function addModels({ db }: PreparationWorld, insee: string, zip: ZipWriter): Promise<void> {
  for (const { id, schema, extra } of await db.selectFrom('model').selectAll().where('insee', '=', insee).execute()) {
    await zip.add(`modeles/${safeName(id)}/schema.json`, json(JSON.parse(schema)))
    await zip.add(`modeles/${safeName(id)}/carnet.json`, json(JSON.parse(extra)))
  }
}

async function addAddresses({ db, blobs }: PreparationWorld, insee: string, zip: ZipWriter): Promise<void> {
  const town = await db.selectFrom('town').selectAll().where('insee', '=', insee).executeTakeFirstOrThrow()
  const { addresses_sha256: sha256, addresses_name: name } = town
  if (sha256 && blobs.has(sha256))
    await zip.add(`adresses/${safeName(name ?? 'adresses.csv')}`, createReadStream(blobs.path(sha256)), 'packed')
}

async function* once(bytes: Uint8Array | string): AsyncGenerator<Uint8Array> {
  yield typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
}

const json = (value: unknown) => once(`${JSON.stringify(value, null, 2)}\n`)

async function* lines(rows: AsyncIterable<object>): AsyncGenerator<Uint8Array> {
  for await (const row of rows) yield new TextEncoder().encode(`${JSON.stringify(row)}\n`)
}
