import { Refused } from '../../contract/refused.ts'
import type { GuardAnswer, PersonalFinding } from '../../core/privacy/index.ts'
import { record } from '../../journal/record.ts'
import { findSet } from '../../preparation/sets/find.ts'
import type { PreparationWorld } from '../../preparation/world.ts'
import type { Actor } from '../../store/world.ts'
import { lookedAt } from './looked-at.ts'

export interface NewAnswer {
  /** Key of the finding. */
  readonly finding: string
  readonly answer: GuardAnswer
  /** Why it is kept, or who is asked. */
  readonly reason: string
  readonly key?: string | undefined
}

/** What a person decides of one finding: kept in the journal, with her name and her reason. The last answer counts. */
export async function answerFinding(
  world: PreparationWorld,
  actor: Actor,
  slug: string,
  { finding: findingKey, answer, reason, key }: NewAnswer,
): Promise<void> {
  const set = await findSet(world.db, actor.insee, slug)
  const finding = (await lookedAt(world.db, set))?.findings.find(one => one.key === findingKey)
  if (!finding)
    throw new Refused(404, 'Cette question n’est plus posée : relancez la recherche de données personnelles.')
  const why = checkedReason(finding, answer, reason)
  const entry = { act: 'guard', dataSet: set.id, note: noteOf(finding, answer, why), key, beside: true } as const
  await record(world, actor, entry, async (tx, seq) => {
    const values = { answer, reason: why, answered_by: actor.name, answered_at: world.now(), seq }
    await tx
      .insertInto('guard_answer')
      .values({ insee: actor.insee, data_set: set.id, finding: findingKey, ...values })
      .onConflict(conflict => conflict.columns(['insee', 'data_set', 'finding']).doUpdateSet(values))
      .execute()
    return undefined
  })
}

const LEAST_REASON = 3

function checkedReason({ answers }: PersonalFinding, answer: GuardAnswer, reason: string): string {
  if (!answers.includes(answer))
    throw new Refused(
      422,
      `J’ai lu « ${LABELS[answer]} » ; pour cette question, on peut ${answers.map(one => LABELS[one]).join(', ')}.`,
    )
  const why = reason.trim()
  if (answer === 'keep' && why.length < LEAST_REASON)
    throw new Refused(
      422,
      'Dites en une phrase pourquoi ces données peuvent être ouvertes : une loi, un accord, une fonction.',
    )
  if (answer === 'ask' && why.length < LEAST_REASON) throw new Refused(422, 'Dites à qui vous posez la question.')
  return why
}

const LABELS: Readonly<Record<GuardAnswer, string>> = {
  keep: 'garder',
  drop: 'retirer',
  generalise: 'dire moins précisément',
  pseudonymise: 'remplacer par un code',
  ask: 'demander à quelqu’un',
}

/** The history says what was decided, never what the cells hold. */
function noteOf({ column, kind }: PersonalFinding, answer: GuardAnswer, why: string): string {
  const what = column === undefined ? (SUBJECTS[kind] ?? 'fichiers') : `« ${column} »`
  const done = `Données personnelles, ${what} : ${LABELS[answer]}`
  return why === '' ? done : `${done} (${why})`
}

const SUBJECTS: Partial<Record<PersonalFinding['kind'], string>> = {
  'hidden-content': 'contenu masqué des fichiers',
  'file-metadata': 'auteurs des fichiers',
}
