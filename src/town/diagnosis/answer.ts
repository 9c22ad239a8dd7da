import type { Selectable } from 'kysely'
import type { DiagnosisCard, GiveAnswer } from '../../contract/diagnosis.ts'
import { Refused } from '../../contract/refused.ts'
import { answerInWords, mayAnswer, type Question, questionNamed } from '../../core/diagnosis/questions.ts'
import { record } from '../../journal/record.ts'
import type { Tx } from '../../store/open.ts'
import type { DiagnosisAnswerTable } from '../../store/town-tables.ts'
import type { Actor, World } from '../../store/world.ts'
import { readDiagnosis } from './read.ts'

/** One answer, of the actor or of somebody who answers aloud beside her: kept at once, with its entry. Said again as it is, it makes none. */
export async function giveAnswer(world: World, actor: Actor, id: string, given: GiveAnswer): Promise<DiagnosisCard> {
  const question = answerable(given)
  const before = await readDiagnosis(world.db, actor.insee, id)
  const voice = given.voice ?? { id: actor.id, name: actor.name }
  if (isThere(before, voice.id, given)) return before
  await record(world, actor, { act: 'diagnosis-answer', note: noteOf(question, given) }, async tx => {
    await expectOpen(tx, actor.insee, id)
    await keep(tx, {
      ...{ insee: actor.insee, diagnosis: id, answerer: voice.id, question: question.id, answerer_name: voice.name },
      ...{ answer: given.answer, remark: given.remark, answered_at: world.now() },
    })
  })
  return readDiagnosis(world.db, actor.insee, id)
}

function isThere(
  { voices, closedAt }: DiagnosisCard,
  voice: string,
  { question, answer, remark }: GiveAnswer,
): boolean {
  const hers = voices.find(one => one.id === voice)
  if (!hers || closedAt !== undefined) return false
  return (hers.answers[question] ?? '') === answer && (hers.remarks[question] ?? '') === remark
}

async function expectOpen(tx: Tx, insee: string, id: string): Promise<void> {
  const row = await tx
    .selectFrom('diagnosis')
    .select('closed_at')
    .where('insee', '=', insee)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (row.closed_at !== null)
    throw new Refused(409, 'Ce diagnostic est terminé. Rouvrez-le pour changer une réponse, ou commencez-en un autre.')
}

function answerable({ question: id, answer }: GiveAnswer): Question {
  const question = questionNamed(id)
  if (!question) throw new Refused(404, 'Cette question n’est pas dans le diagnostic.')
  if (!mayAnswer(question, answer))
    throw new Refused(
      422,
      `J’ai lu « ${answer.slice(0, 60)} » ; j’attendais une des réponses de « ${question.short} ».`,
    )
  return question
}

function noteOf(question: Question, { answer, remark, voice }: GiveAnswer): string {
  const who = voice ? ` (réponse de ${voice.name})` : ''
  if (answer === '' && remark !== '') return `Diagnostic, « ${question.short} » : un mot, sans réponse${who}`
  if (answer === '') return `Diagnostic, « ${question.short} » : réponse retirée${who}`
  return `Diagnostic, « ${question.short} » : ${answerInWords(question, answer)}${who}`
}

async function keep(tx: Tx, row: Selectable<DiagnosisAnswerTable>): Promise<void> {
  const { answer, remark, answered_at, answerer_name } = row
  await tx
    .insertInto('diagnosis_answer')
    .values(row)
    .onConflict(on =>
      on
        .columns(['insee', 'diagnosis', 'answerer', 'question'])
        .doUpdateSet({ answer, remark, answered_at, answerer_name }),
    )
    .execute()
}
