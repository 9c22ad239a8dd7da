import { Refused } from '../../contract/refused.ts'
import type { Comparison } from '../../contract/sets.ts'
import type { RecipeStep } from '../../core/recipe/step.ts'
import type { Actor } from '../../store/world.ts'
import { count } from '../acts/notes.ts'
import type { JobRow, JobWork } from '../jobs/job.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { findSet, type SetRow } from '../sets/find.ts'
import { readUploads, taskSet } from '../sets/task-set.ts'
import { readableUpload } from '../sources/add.ts'
import type { Task } from '../tasks/task.ts'
import { findUpload } from '../uploads/cards.ts'
import type { PreparationWorld } from '../world.ts'
import { mostAlike } from './most-alike.ts'

/** What a finished comparison keeps. `seq`: the state of the set that it looked at. */
export interface Compared {
  readonly seq: number
  readonly instead: string
  readonly comparison: Comparison
  readonly steps: readonly RecipeStep[]
}
interface Input {
  readonly slug: string
  readonly upload: string
  readonly instead: string
}

/** What this file would change in the set, before anything is done. */
export async function compareSet(
  world: PreparationWorld,
  jobs: Jobs,
  actor: Actor,
  slug: string,
  upload: string,
  instead?: string,
): Promise<JobRow> {
  const set = await findSet(world.db, actor.insee, slug)
  const file = await readableUpload(world, actor.insee, upload)
  const replaced = await replacedBy(world, set, upload, instead)
  return jobs.add(actor, {
    kind: 'compare',
    dataSet: set.id,
    title: `« ${file.name} » comparé à « ${set.title} »`,
    input: { slug, upload, instead: replaced } satisfies Input,
  })
}

async function replacedBy(world: PreparationWorld, set: SetRow, upload: string, instead?: string): Promise<string> {
  const uploads = await readUploads(world, set)
  if (uploads.includes(upload)) throw new Refused(409, 'Ce fichier est déjà dans ce jeu.')
  if (instead !== undefined && !uploads.includes(instead))
    throw new Refused(404, 'Le fichier à remplacer n’est pas dans ce jeu.')
  const found = instead ?? (await mostAlike(world, set.insee, upload, uploads))
  if (found === undefined)
    throw new Refused(409, 'Ce jeu n’a pas encore de fichier : ajoutez celui-ci, il n’y a rien à comparer.')
  return found
}

export const comparingWork =
  (world: PreparationWorld): JobWork =>
  async ({ insee, input }, tell, signal) => {
    const { slug, upload, instead } = JSON.parse(input) as Input
    const set = await findSet(world.db, insee, slug)
    const result = await world.threads.run(await compareTask(world, set, upload, instead), { tell, signal })
    const { added, gone, changed } = result.comparison.counts
    const kept: Compared = { seq: set.seq, instead, ...result }
    return {
      message: [
        count(added, 'ligne nouvelle', 'lignes nouvelles'),
        count(gone, 'disparue', 'disparues'),
        count(changed, 'changée', 'changées'),
      ].join(', '),
      result: kept,
    }
  }

export async function compareTask(
  world: PreparationWorld,
  set: SetRow,
  upload: string,
  instead: string,
): Promise<Extract<Task, { type: 'compare' }>> {
  const uploads = await readUploads(world, set)
  const place = uploads.indexOf(instead)
  if (place < 0) throw new Refused(409, 'Le fichier à remplacer n’est plus dans ce jeu.')
  const [file, old] = [await readableUpload(world, set.insee, upload), await findUpload(world.db, set.insee, instead)]
  return {
    type: 'compare',
    set: await taskSet(world, set, { uploads }),
    file: { name: file.name, path: world.blobs.path(file.content_sha256!), sha256: file.sha256 },
    instead: { upload: instead, sha256: old.sha256, place },
  }
}

/** The last comparison of this file with the set. */
export async function lastCompared(
  { db }: PreparationWorld,
  { insee, id }: SetRow,
  upload: string,
): Promise<Compared | undefined> {
  const rows = await db
    .selectFrom('job')
    .select(['input', 'result'])
    .where(is => is.and({ insee, data_set: id, kind: 'compare', state: 'done' }))
    .orderBy('ended_at', 'desc')
    .execute()
  const found = rows.find(({ input }) => (JSON.parse(input) as Input).upload === upload)
  return found?.result ? (JSON.parse(found.result) as Compared) : undefined
}

export async function comparison(
  world: PreparationWorld,
  insee: string,
  slug: string,
  upload: string,
): Promise<Comparison> {
  const found = await lastCompared(world, await findSet(world.db, insee, slug), upload)
  if (!found) throw new Refused(404, 'Ce fichier n’a pas encore été comparé à ce jeu.')
  return found.comparison
}
