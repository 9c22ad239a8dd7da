import type { Differences } from '../../contract/publication.ts'
import { Refused } from '../../contract/refused.ts'
import type { Model } from '../../core/models/model.ts'
import { parseModel } from '../../core/models/parse-model.ts'
import { findModel } from '../../preparation/models/find.ts'
import type { PreparationWorld } from '../../preparation/world.ts'
import { type Manifest, readManifest } from '../versions/manifest.ts'

type World = Pick<PreparationWorld, 'db' | 'blobs' | 'registry' | 'threads'>

interface SetId {
  readonly insee: string
  readonly id: string
}

/** What the readers of version `hash` have and those of version `since` had not: rows added, gone, cells changed. */
export async function differencesBetween(world: World, set: SetId, hash: string, since: string): Promise<Differences> {
  const [after, before] = [await versionRow(world, set, hash), await versionRow(world, set, since)]
  const manifest = await readManifest(world.blobs, after.manifest_sha256)
  const old = await readManifest(world.blobs, before.manifest_sha256)
  return world.threads.run({
    type: 'differ',
    before: world.blobs.path(before.parquet_sha256),
    after: world.blobs.path(after.parquet_sha256),
    model: await modelOf(world, set.insee, manifest),
    generated: [...new Set([...generatedIds(manifest), ...generatedIds(old)])],
  })
}

async function versionRow({ db }: World, { insee, id }: SetId, hash: string) {
  const row = await db
    .selectFrom('version')
    .select(['manifest_sha256', 'parquet_sha256'])
    .where(is => is.and({ insee, data_set: id, hash }))
    .executeTakeFirst()
  if (!row) throw new Refused(404, 'Ce jeu n’a pas de version à cette adresse.')
  return row
}

/** As Carnet knows it today, for what tells rows apart; when it is gone, as the version kept it. */
async function modelOf(world: World, insee: string, { model, schema }: Manifest): Promise<Model> {
  return findModel(world, insee, model.id).catch(error => {
    if (error instanceof Refused) return parseModel(schema, undefined, model.id)
    throw error
  })
}

const generatedIds = ({ recipe }: Manifest): string[] =>
  recipe.steps.flatMap(({ step, off }) => (step.type === 'generate-ids' && !off ? [step.column] : []))
