import type { Selectable } from 'kysely'
import { Refused } from '../../contract/refused.ts'
import { atOneInstant } from '../../store/archive/rows.ts'
import type { ZipWriter } from '../../store/archive/write-zip.ts'
import { LAST_MIGRATION } from '../../store/migrate.ts'
import type { Tx } from '../../store/open.ts'
import type { ModelTable, TownTable, TownTextTable, UploadTable } from '../../store/tables.ts'
import type { PreparationWorld } from '../world.ts'
import { dataPackage, README } from './data-package.ts'
import { safeName } from './names.ts'
import { addSet, addUploads, planOf, type SetExport, type SetPlan } from './set-files.ts'
import { Shelf } from './shelf.ts'
import { ARCHIVE, type Archive, addRows } from './state.ts'

export interface TownExport {
  readonly sets: number
  readonly files: number
  /** Sets whose table could not be made, each with its sentence. Their files and their recipe are there. */
  readonly withoutTable: readonly { readonly title: string; readonly reason: string }[]
}

/**
 * A whole town in one archive that other programs read: a Data Package. For each set its table, its recipe, the files it was made from, as they came,
 * and its published versions; then the files of no set, models, texts, and the whole journal. Taken back by `importTown`, it gives the same town.
 */
export async function exportTown(world: PreparationWorld, insee: string, zip: ZipWriter): Promise<TownExport> {
  const plan = await atOneInstant(world.db, async tx => {
    const found = await planTown(tx, world, insee)
    await addRows(tx, insee, zip)
    return found
  })
  const shelf = new Shelf(zip, world.blobs)
  const made: SetExport[] = []
  for (const set of plan.sets) made.push(await addSet(world, set, shelf))
  const loose = await addUploads(shelf, 'fichiers-sans-jeu', plan.loose)
  await addRest(plan, shelf)
  const described = made.flatMap(({ table, versions }) => [...(table && 'schema' in table ? [table] : []), ...versions])
  await shelf.json('datapackage.json', dataPackage(insee, plan.town.name, world.now(), described))
  await shelf.json(ARCHIVE, describe(plan, shelf))
  return {
    sets: plan.sets.length,
    files: made.reduce((sum, { files }) => sum + files, loose),
    withoutTable: made.flatMap(({ table }) => (table && 'reason' in table ? table : [])),
  }
}

interface TownPlan {
  readonly town: Selectable<TownTable>
  readonly sets: readonly SetPlan[]
  readonly uploads: readonly Selectable<UploadTable>[]
  readonly loose: readonly Selectable<UploadTable>[]
  readonly models: readonly Selectable<ModelTable>[]
  /** Of the mails: their names and their bytes. */
  readonly attachments: readonly { readonly name: string; readonly sha256: string }[]
  /** The latest of each. */
  readonly texts: readonly Selectable<TownTextTable>[]
}

/** All that is asked of the database: one instant, whatever is written while the files leave. */
async function planTown(tx: Tx, world: PreparationWorld, insee: string): Promise<TownPlan> {
  const town = await tx.selectFrom('town').selectAll().where('insee', '=', insee).executeTakeFirst()
  if (!town) throw new Refused(404, `Il n’y a pas de commune ${insee} ici.`)
  const rows = await tx.selectFrom('data_set').selectAll().where('insee', '=', insee).orderBy('slug').execute()
  const sets: SetPlan[] = []
  for (const row of rows) sets.push(await planOf(tx, world, row))
  const uploads = await uploadsOf(tx, insee)
  const inSets = new Set(sets.flatMap(set => set.uploads.map(({ id }) => id)))
  const texts = await tx.selectFrom('town_text').selectAll().where('insee', '=', insee).orderBy('version').execute()
  return {
    ...{ town, sets, uploads },
    loose: uploads.filter(({ id }) => !inSets.has(id)),
    models: await tx.selectFrom('model').selectAll().where('insee', '=', insee).orderBy('id').execute(),
    attachments: await attachmentsOf(tx, insee),
    texts: [...new Map(texts.map(text => [text.name, text])).values()],
  }
}

async function attachmentsOf(tx: Tx, insee: string): Promise<TownPlan['attachments']> {
  const letters = await tx.selectFrom('letter').select('attachments').where('insee', '=', insee).orderBy('id').execute()
  return letters.flatMap(({ attachments }) => JSON.parse(attachments) as TownPlan['attachments'])
}

const uploadsOf = (tx: Tx, insee: string) =>
  tx.selectFrom('upload').selectAll().where('insee', '=', insee).orderBy('sent_at').orderBy('id').execute()

async function addRest({ town, models, texts, uploads, attachments }: TownPlan, shelf: Shelf): Promise<void> {
  for (const { id, schema, extra } of models) {
    await shelf.json(`modeles/${safeName(id)}/schema.json`, JSON.parse(schema))
    await shelf.json(`modeles/${safeName(id)}/carnet.json`, JSON.parse(extra))
  }
  for (const { name, body } of texts) await shelf.text(`textes/${safeName(name)}.txt`, body)
  const { addresses_sha256: addresses, addresses_name: name } = town
  if (addresses) await shelf.blob(`adresses/${safeName(name ?? 'adresses.csv')}`, addresses)
  for (const { name, sha256 } of attachments)
    if (!shelf.has(sha256)) await shelf.blob(`courriels/${sha256.slice(0, 12)}-${safeName(name)}`, sha256)
  // What the readers found: of a file erased since, nothing else is left.
  for (const { content_sha256: content } of uploads)
    if (content && !shelf.has(content)) await shelf.blob(`carnet/lectures/${content}.json.gz`, content)
  await shelf.text('LISEZ-MOI.txt', README(town.name))
}

const describe = ({ town }: TownPlan, { files }: Shelf): Archive => ({
  ...{ format: 'carnet-town', version: 1, migration: LAST_MIGRATION },
  ...{ insee: town.insee, name: town.name, files },
})
