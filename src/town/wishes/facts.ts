import type { RecipeStep } from '../../core/recipe/step.ts'
import { NO_MODEL } from '../../preparation/models/no-model.ts'
import type { SetRow } from '../../preparation/sets/find.ts'
import type { Summary } from '../../preparation/tasks/task.ts'
import type { Database } from '../../store/open.ts'
import type { Received } from './received.ts'

/** What is known of the files received for these sets, by id. A few queries, however many sets. */
export async function receivedOf(db: Database, insee: string, sets: readonly SetRow[]): Promise<Map<string, Received>> {
  const ids = sets.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const [sources, steps, asked] = [
    await sourcesOf(db, insee, ids),
    await stepsOf(db, insee, ids),
    await requestsOf(db, insee, ids),
  ]
  return new Map(
    sets.map(set => {
      const mine = sources.filter(({ data_set }) => data_set === set.id)
      return [
        set.id,
        {
          files: mine.length,
          tables: mine.reduce((sum, { tables }) => sum + tablesIn(tables), 0),
          ...tableOf(set),
          steps: steps.filter(({ data_set }) => data_set === set.id).map(({ body }) => stepIn(body)),
          modelless: set.model === NO_MODEL,
          asked: askedIn(asked.filter(({ data_set }) => data_set === set.id)),
        },
      ]
    }),
  )
}

const sourcesOf = (db: Database, insee: string, ids: readonly string[]) =>
  db
    .selectFrom('source')
    .innerJoin('upload', join =>
      join.onRef('upload.insee', '=', 'source.insee').onRef('upload.id', '=', 'source.upload'),
    )
    .select(['source.data_set', 'upload.tables'])
    .where('source.insee', '=', insee)
    .where('source.data_set', 'in', ids)
    .where('source.replaced_by', 'is', null)
    .execute()

const stepsOf = (db: Database, insee: string, ids: readonly string[]) =>
  db.selectFrom('step').select(['data_set', 'body']).where('insee', '=', insee).where('data_set', 'in', ids).execute()

const requestsOf = (db: Database, insee: string, ids: readonly string[]) =>
  db
    .selectFrom('request')
    .select(['data_set', 'to_name', 'state', 'sent_at'])
    .where('insee', '=', insee)
    .where('data_set', 'in', ids)
    .orderBy('created_at')
    .execute()

/** A sheet without rows is no table to put together. */
const tablesIn = (tables: string | null): number =>
  tables === null ? 1 : (JSON.parse(tables) as readonly { rows: number }[]).filter(({ rows }) => rows > 0).length

const stepIn = (body: string): Received['steps'][number] => {
  const { step, off } = JSON.parse(body) as RecipeStep
  return { type: step.type, off: off === true }
}

/** A check made before the set last changed still says more than nothing: the next one is on its way. */
function tableOf({ summary }: SetRow): Pick<Received, 'table'> {
  if (summary === null) return {}
  const { rows, valid, counts = {}, holes = NO_HOLES } = JSON.parse(summary) as Summary
  return { table: { rows, valid, counts, holes } }
}
const NO_HOLES = { columns: [], cells: 0, of: 0 }

interface Asked {
  readonly to_name: string
  readonly state: string
  readonly sent_at: string | null
}
const askedIn = (requests: readonly Asked[]): Received['asked'] => ({
  sent: requests.filter(({ sent_at }) => sent_at !== null).length,
  refused: requests.findLast(({ state }) => state === 'nothing')?.to_name,
})
