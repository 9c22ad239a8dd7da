import type { Selectable } from 'kysely'
import { ALOUD, type DiagnosisCard, type VoiceCard } from '../../contract/diagnosis.ts'
import { Refused } from '../../contract/refused.ts'
import type { Database } from '../../store/open.ts'
import type { DiagnosisAnswerTable, DiagnosisTable } from '../../store/town-tables.ts'

type AnswerRow = Selectable<DiagnosisAnswerTable>

/** The town's diagnoses, latest first, each with what everybody answered. */
export async function readDiagnoses(db: Database, insee: string): Promise<DiagnosisCard[]> {
  const rows = await db
    .selectFrom('diagnosis')
    .selectAll()
    .where('insee', '=', insee)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .execute()
  const answers = await db
    .selectFrom('diagnosis_answer')
    .selectAll()
    .where('insee', '=', insee)
    .orderBy('answered_at')
    .orderBy('question')
    .execute()
  return rows.map(row =>
    cardOf(
      row,
      answers.filter(({ diagnosis }) => diagnosis === row.id),
    ),
  )
}

export async function readDiagnosis(db: Database, insee: string, id: string): Promise<DiagnosisCard> {
  const card = (await readDiagnoses(db, insee)).find(one => one.id === id)
  if (!card) throw new Refused(404, 'Ce diagnostic n’existe pas dans votre commune.')
  return card
}

function cardOf(row: Selectable<DiagnosisTable>, answers: readonly AnswerRow[]): DiagnosisCard {
  const voices = new Map<string, AnswerRow[]>()
  for (const answer of answers) voices.set(answer.answerer, [...(voices.get(answer.answerer) ?? []), answer])
  return {
    id: row.id,
    title: row.title,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    ...(row.closed_at !== null && { closedAt: row.closed_at }),
    // Whoever opened it first, then by their first answer.
    voices: [...voices.values()].map(voiceOf).sort((a, b) => rank(a, row) - rank(b, row)),
  }
}

const rank = ({ id }: VoiceCard, { opened_by }: { readonly opened_by: string }): number => (id === opened_by ? 0 : 1)

function voiceOf(rows: readonly AnswerRow[]): VoiceCard {
  const last = rows.at(-1)!
  const given = (of: 'answer' | 'remark') =>
    Object.fromEntries(rows.filter(row => row[of] !== '').map(row => [row.question, row[of]]))
  return {
    ...{ id: last.answerer, name: last.answerer_name, lastAt: last.answered_at },
    ...{ answers: given('answer'), remarks: given('remark') },
    ...(ALOUD.test(last.answerer) && { aloud: true as const }),
  }
}
