import type { GivenAnswer, GuardState } from '../../contract/publication.ts'
import { DETECTORS, type GuardAnswer, type PersonalFinding } from '../../core/privacy/index.ts'
import type { SetRow } from '../../preparation/sets/find.ts'
import type { SetKey } from '../../preparation/sets/steps.ts'
import type { PreparationWorld } from '../../preparation/world.ts'
import type { Database } from '../../store/open.ts'
import { isLooking } from './look-at-set.ts'
import { lookedAt } from './looked-at.ts'

type Findings = GuardState['findings']

/** What was found, what was decided of it, and how many questions wait. */
export async function guardState(world: Pick<PreparationWorld, 'db'>, set: SetRow): Promise<GuardState> {
  const [last, answers] = [await lookedAt(world.db, set), await givenAnswers(world.db, set)]
  const findings: Findings = (last?.findings ?? []).map(finding => {
    const answered = answers.get(finding.key)
    return answered && fits(finding, answered) ? { ...finding, answered } : finding
  })
  return { state: stateOf(world, set, last), findings, open: findings.filter(isOpen).length }
}

/** The findings that keep the set closed: without an answer, or waiting for somebody else's. */
export async function openFindings(world: Pick<PreparationWorld, 'db'>, set: SetRow): Promise<Findings> {
  return (await guardState(world, set)).findings.filter(isOpen)
}

const isOpen = ({ answered }: Findings[number]): boolean => !answered || answered.answer === 'ask'

/** An answer that the finding does not take any more is asked again: codes are no use where a person only may look. */
const fits = ({ answers }: PersonalFinding, { answer }: GivenAnswer): boolean => answers.includes(answer)

function stateOf(
  world: Pick<PreparationWorld, 'db'>,
  set: SetRow,
  last: Awaited<ReturnType<typeof lookedAt>>,
): GuardState['state'] {
  if (isLooking(world, set)) return 'looking'
  if (!last) return 'none'
  return last.seq === set.seq && last.detectors === DETECTORS ? 'fresh' : 'old'
}

/** By the finding's key. They outlive the findings: next year's file is asked nothing that was decided. */
export async function givenAnswers(db: Database, { insee, id }: SetKey): Promise<ReadonlyMap<string, GivenAnswer>> {
  const rows = await db
    .selectFrom('guard_answer')
    .select(['finding', 'answer', 'reason', 'answered_by', 'answered_at'])
    .where(is => is.and({ insee, data_set: id }))
    .execute()
  return new Map(
    rows.map(row => [
      row.finding,
      { answer: row.answer as GuardAnswer, reason: row.reason, by: row.answered_by, at: row.answered_at },
    ]),
  )
}
