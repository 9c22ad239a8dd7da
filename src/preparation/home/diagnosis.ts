import type { Home } from '../../contract/sets.ts'
import { QUESTIONS } from '../../core/diagnosis/questions.ts'
import { scoreOf, sumInWords } from '../../core/diagnosis/score.ts'
import { answeredBy, leadOf, type Voice } from '../../core/diagnosis/voices.ts'
import type { Database } from '../../store/open.ts'
import { count } from '../acts/notes.ts'

type Step = Home['steps'][number]

/** The first step of the way: the latest diagnosis, by the rules of its page (core/diagnosis). */
export async function diagnosisStep(db: Database, insee: string): Promise<Step> {
  const lead = await leadVoice(db, insee)
  const done = lead ? answeredBy(lead) : 0
  return {
    ...{ id: 'diagnostic', title: 'Diagnostic', href: '/atelier/diagnostic', done, total: QUESTIONS.length },
    ...(lead && done > 0 ? begun(lead) : NOT_BEGUN),
  }
}

const NOT_BEGUN: Pick<Step, 'state' | 'sentence'> = {
  state: 'todo',
  sentence: 'Où en est votre commune ? 25 questions simples, un quart d’heure. Vous pouvez aussi commencer sans lui.',
}

/** Done once there is a level: the other questions help, and count for nothing. */
function begun(lead: Voice): Pick<Step, 'state' | 'sentence'> {
  const score = scoreOf(lead.answers)
  if (!score.level)
    return {
      state: 'now',
      sentence: `Il manque la réponse à ${count(score.missing, 'question notée', 'questions notées')}.`,
    }
  const { number, title } = score.level
  return {
    state: 'done',
    sentence: `${sumInWords(score)} points sur ${score.most} : niveau ${number}, ${title.toLowerCase()}.`,
  }
}

async function leadVoice(db: Database, insee: string): Promise<Voice | undefined> {
  const latest = await db
    .selectFrom('diagnosis')
    .select(['id', 'opened_by'])
    .where('insee', '=', insee)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return latest && leadOf(await voicesOf(db, insee, latest.id), latest.opened_by)
}

async function voicesOf(db: Database, insee: string, diagnosis: string): Promise<Voice[]> {
  const rows = await db
    .selectFrom('diagnosis_answer')
    .select(['answerer', 'answerer_name', 'question', 'answer'])
    .where('insee', '=', insee)
    .where('diagnosis', '=', diagnosis)
    .orderBy('answered_at')
    .orderBy('question')
    .execute()
  return [...new Set(rows.map(({ answerer }) => answerer))].map(id => {
    const hers = rows.filter(({ answerer }) => answerer === id)
    const answers = Object.fromEntries(hers.map(({ question, answer }) => [question, answer]))
    return { id, name: hers.at(-1)!.answerer_name, answers }
  })
}
