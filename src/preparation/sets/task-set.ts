import { Refused } from '../../contract/refused.ts'
import type { RecipeStep } from '../../core/recipe/step.ts'
import { findModel } from '../models/find.ts'
import type { TaskContent, TaskSet, TaskTown } from '../tasks/task.ts'
import type { PreparationWorld } from '../world.ts'
import type { SetRow } from './find.ts'
import { stepsOf } from './steps.ts'

/** Everything that makes the table of a set, for a thread. `steps`: other steps than its own. */
export async function taskSet(
  world: PreparationWorld,
  set: SetRow,
  { steps, uploads }: { steps?: readonly RecipeStep[]; uploads?: readonly string[] } = {},
): Promise<TaskSet> {
  const { insee } = set
  return {
    model: await findModel(world, insee, set.model),
    steps: steps ?? (await stepsOf(world.db, set)),
    contents: await contentsOf(world, insee, uploads ?? (await readUploads(world, set))),
    town: await taskTown(world, insee),
  }
}

/** Ids of the uploads that the set reads now, main file first. */
export async function readUploads({ db }: PreparationWorld, { insee, id }: SetRow): Promise<string[]> {
  const rows = await db
    .selectFrom('source')
    .select('upload')
    .where(is => is.and({ insee, data_set: id }))
    .where('replaced_by', 'is', null)
    .orderBy('rank')
    .orderBy('upload')
    .execute()
  return rows.map(({ upload }) => upload)
}

async function contentsOf(
  { db, blobs }: PreparationWorld,
  insee: string,
  uploads: readonly string[],
): Promise<TaskContent[]> {
  if (uploads.length === 0) return []
  const rows = await db
    .selectFrom('upload')
    .select(['id', 'name', 'content_sha256'])
    .where('insee', '=', insee)
    .where('id', 'in', uploads)
    .execute()
  return uploads.map(upload => {
    const row = rows.find(({ id }) => id === upload)
    if (!row?.content_sha256)
      throw new Refused(409, `« ${row?.name ?? 'Un fichier'} » n’est pas encore lu : attendez un instant.`)
    return { name: row.name, path: blobs.path(row.content_sha256) }
  })
}

async function taskTown({ db, blobs }: PreparationWorld, insee: string): Promise<TaskTown> {
  const town = await db
    .selectFrom('town')
    .select(['siret', 'addresses_sha256', 'addresses_name'])
    .where('insee', '=', insee)
    .executeTakeFirst()
  return {
    insee,
    ...(town?.siret && { siret: town.siret }),
    ...(town?.addresses_sha256 && {
      addresses: { path: blobs.path(town.addresses_sha256), name: town.addresses_name ?? '' },
    }),
  }
}
