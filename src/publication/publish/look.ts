import type { Blocker, FicheBox, GuardState } from '../../contract/publication.ts'
import type { SetRow } from '../../preparation/sets/find.ts'
import type { SetKey } from '../../preparation/sets/steps.ts'
import type { TaskGuard, TaskSet } from '../../preparation/tasks/task.ts'
import type { PreparationWorld } from '../../preparation/world.ts'
import type { Database } from '../../store/open.ts'
import { verdictsOf } from '../approval/verdicts.ts'
import { ficheBoxes } from '../fiche/index.ts'
import { guardState } from '../guard/index.ts'
import { blockersOf } from './blockers.ts'
import { type Inspected, inspect } from './inspect.ts'

/** Everything that decides whether a set may be opened, and what is opened. */
export interface Look {
  readonly task: TaskSet
  readonly guard: TaskGuard
  readonly guardState: GuardState
  readonly fiche: readonly FicheBox[]
  /** Undefined: not looked at yet. */
  readonly table: Inspected | undefined
  readonly blockers: readonly Blocker[]
}

/** `patience`: answers without the table when it takes longer, in milliseconds. */
export async function lookAtPublication(world: PreparationWorld, set: SetRow, patience?: number): Promise<Look> {
  const { insee, id, slug } = set
  const state = await guardState(world, set)
  const guard = taskGuard(state, await saltOf(world.db, set))
  const { task, result } = await inspect(world, set, guard)
  const table = patience === undefined ? await result : await within(result, patience)
  const { refusals } = await verdictsOf(world.db, insee, id)
  const fiche = await ficheBoxes(world, insee, slug)
  return {
    task,
    guard,
    guardState: state,
    fiche,
    table,
    blockers: blockersOf({ table, fiche, guard: state, refusals }),
  }
}

/** Undefined when it is not there in time; it goes on, for whoever asks next. */
async function within<T>(result: Promise<T>, patience: number): Promise<T | undefined> {
  let clock: NodeJS.Timeout | undefined
  const late = new Promise<undefined>(resolve => {
    clock = setTimeout(() => resolve(undefined), patience)
  })
  try {
    return await Promise.race([result, late])
  } finally {
    clearTimeout(clock)
  }
}

const taskGuard = ({ findings }: GuardState, salt: string): TaskGuard => ({
  findings: findings.map(({ answered: _, ...finding }) => finding),
  answers: Object.fromEntries(findings.flatMap(({ key, answered }) => (answered ? [[key, answered.answer]] : []))),
  salt,
})

/** Drawn at the first publication; until then codes are not shown to anybody. */
async function saltOf(db: Database, { insee, id }: SetKey): Promise<string> {
  const row = await db
    .selectFrom('publication')
    .select('salt')
    .where(is => is.and({ insee, data_set: id }))
    .executeTakeFirst()
  return row?.salt ?? ''
}

/** Number of the last entry that changed what is said beside the table: the fiche, the guard's answers. */
export async function besideSeq(db: Database, { insee, id }: SetKey): Promise<number> {
  const last = (table: 'guard_answer' | 'fiche') =>
    db
      .selectFrom(table)
      .select(({ fn }) => fn.max('seq').as('seq'))
      .where(is => is.and({ insee, data_set: id }))
      .executeTakeFirst()
  return Math.max(Number((await last('guard_answer'))?.seq ?? 0), Number((await last('fiche'))?.seq ?? 0))
}
