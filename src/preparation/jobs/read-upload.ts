import type { Actor } from '../../store/world.ts'
import { count } from '../acts/notes.ts'
import type { PreparationWorld } from '../world.ts'
import type { JobRow, JobWork } from './job.ts'
import type { Jobs } from './jobs.ts'

/** Reads a file received: what is found is kept beside it, or why it cannot be read. */
export const readUpload = (jobs: Jobs, actor: Actor, { id, name }: { id: string; name: string }): Promise<JobRow> =>
  jobs.add(actor, { kind: 'read', title: `Lecture de « ${name} »`, input: { upload: id } })

export const readingWork =
  (world: PreparationWorld): JobWork =>
  async ({ insee, input }, tell, signal) => {
    const { upload } = JSON.parse(input) as { upload: string }
    const row = await world.db
      .selectFrom('upload')
      .select(['sha256', 'name'])
      .where(is => is.and({ insee, id: upload }))
      .executeTakeFirstOrThrow()
    tell(0.1, 'Je cherche les tableaux.')
    const { sha256, name } = row
    const found = await world.threads.run({ type: 'read', path: world.blobs.path(sha256), name, sha256 }, { signal })
    const readable = 'content' in found
    await world.db
      .updateTable('upload')
      .set(
        readable
          ? {
              content_sha256: await world.blobs.put(found.content),
              tables: JSON.stringify(found.tables),
              unreadable: null,
            }
          : { unreadable: found.unreadable },
      )
      .where(is => is.and({ insee, id: upload }))
      .execute()
    if (!readable) return { message: found.unreadable }
    const rows = found.tables.reduce((sum, table) => sum + table.rows, 0)
    return { message: count(rows, 'ligne lue', 'lignes lues') }
  }
