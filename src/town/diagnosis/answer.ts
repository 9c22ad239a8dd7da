import type { Selectable } from 'kysely'
import type { DiagnosisCard, GiveAnswer } from '../../contract/diagnosis.ts'
import { Refused } from '../../contract/refused.ts'
import { answerInWords, mayAnswer, type Question, questionNamed } from '../../core/diagnosis/questions.ts'
import { record } from '../../journal/record.ts'
import type { Tx } from '../../store/open.ts'
import type { DiagnosisAnswerTable } from '../../store/town-tables.ts'
import type { Actor, World } from '../../store/world.ts'
import { readDiagnosis } from './read.ts'

/** One answer, of the actor or of somebody who answers aloud beside her: kept at once, with its entry. */
export async function giveAnswer(world: World, actor: Actor, id: string, given: GiveAnswer): Promise<DiagnosisCard> {
  const question = answerable(given)
  const { closedAt } = await readDiagnosis(world.db, actor.insee, id)
  if (closedAt !== undefined)
    throw new Refused(409, 'Ce diagnostic est terminé. Rouvrez-le pour changer une réponse, ou commencez-en un autre.')
  const voice = given.voice ?? { id: actor.id, name: actor.name }
  await record(world, actor, { act: 'diagnosis-answer', note: noteOf(question, given) }, tx =>
    keep(tx, {
      ...{ insee: actor.insee, diagnosis: id, answerer: voice.id, question: question.id, answerer_name: voice.name },
      ...{ answer: given.answer, remark: given.remark, answered_at: world.now() },
    }),
  )
  return readDiagnosis(world.db, actor.insee, id)
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

function noteOf(question: Question, { answer, voice }: GiveAnswer): string {
  const who = voice ? ` (réponse de ${voice.name})` : ''
  if (answer === '') return `Diagnostic, « ${question.short} » : réponse retirée${who}`
  return `Diagnostic, « ${question.short} » : ${answerInWords(question, answer)}${who}`
}

async function keep(tx: Tx, row: Selectable<DiagnosisAnswerTable>): Promise<undefined> {
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
