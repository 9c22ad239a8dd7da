import { createHash } from 'node:crypto'
import type { FicheContext, FicheSource, Protection } from '../../core/fiche/context.ts'
import type { Coverage } from '../../core/fiche/coverage.ts'
import type { Fiche } from '../../core/fiche/fiche.ts'
import { listThemes } from '../../preparation/models/themes.ts'
import type { SetRow } from '../../preparation/sets/find.ts'
import { readUploads, taskSet } from '../../preparation/sets/task-set.ts'
import type { TaskSet } from '../../preparation/tasks/task.ts'
import type { PreparationWorld } from '../../preparation/world.ts'
import type { Database } from '../../store/open.ts'
import { townContact } from './answers.ts'

/** Everything that the fiche of a set is filled from, as it is now. */
export async function ficheContext(world: PreparationWorld, set: SetRow): Promise<FicheContext> {
  const { db } = world
  const { insee } = set
  const task = await taskSet(world, set)
  const protections = await protectionsOf(db, set)
  const coverage = await coverageOf(world, task, protections)
  const contact = (await townContact(db, insee, set.id))?.value as Fiche['contact'] | undefined
  const theme = listThemes().find(({ number }) => number === set.theme)
  return {
    title: set.title,
    town: { insee, name: await townName(db, insee) },
    model: task.model,
    ...(theme && { theme }),
    steps: task.steps,
    sources: await sourcesOf(world, set),
    byHand: addedIn(task),
    ...(coverage.rows > 0 && { coverage }),
    protections,
    ...(contact && { contact }),
  }
}

const townName = async (db: Database, insee: string): Promise<string> =>
  (await db.selectFrom('town').select('name').where('insee', '=', insee).executeTakeFirstOrThrow()).name

const addedIn = ({ steps }: TaskSet): number =>
  steps.reduce((sum, { step, off }) => sum + (!off && step.type === 'by-hand' ? step.added.length : 0), 0)

/** Files that are read now. Whoever sent one is told by her service, as the town's card has it. */
async function sourcesOf(world: PreparationWorld, set: SetRow): Promise<FicheSource[]> {
  const ids = await readUploads(world, set)
  if (ids.length === 0) return []
  const rows = await world.db
    .selectFrom('upload')
    .leftJoin('person', join =>
      join.onRef('person.insee', '=', 'upload.insee').onRef('person.name', '=', 'upload.sent_by'),
    )
    .select(['upload.id', 'upload.name', 'sent_at', 'department'])
    .where('upload.insee', '=', set.insee)
    .where('upload.id', 'in', ids)
    .execute()
  return ids.flatMap(id => {
    const row = rows.find(one => one.id === id)
    if (!row) return []
    return { name: row.name, sentAt: row.sent_at, ...(row.department && { department: row.department }) }
  })
}

const PROTECTS = new Set(['drop', 'generalise', 'pseudonymise'])

/** A finding's key ends with its column: `mail:courriel`. */
async function protectionsOf(db: Database, { insee, id }: SetRow): Promise<Protection[]> {
  const rows = await db
    .selectFrom('guard_answer')
    .select(['finding', 'answer'])
    .where(is => is.and({ insee, data_set: id }))
    .orderBy('finding')
    .execute()
  return rows.flatMap(({ finding, answer }) => {
    const column = finding.slice(finding.indexOf(':') + 1)
    return PROTECTS.has(answer) && column !== finding && column !== ''
      ? { column, answer: answer as Protection['answer'] }
      : []
  })
}

/** The same sources and the same recipe give the same table: what it says of itself is asked once. */
const covered = new Map<string, Promise<Coverage>>()
const MOST_COVERED = 300

function coverageOf(world: PreparationWorld, set: TaskSet, protections: readonly Protection[]): Promise<Coverage> {
  // The first birthday of a column opened by years would be a birthday opened.
  const without = protections.map(({ column }) => column)
  const key = createHash('sha256')
    .update(JSON.stringify([set, without]))
    .digest('base64url')
  let found = covered.get(key)
  if (!found) {
    found = world.threads.run({ type: 'cover', set, without })
    covered.set(key, found)
    found.catch(() => covered.delete(key))
    for (const oldest of [...covered.keys()].slice(0, -MOST_COVERED)) covered.delete(oldest)
  }
  return found
}
