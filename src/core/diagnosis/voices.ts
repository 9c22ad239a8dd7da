import { QUESTIONS, SCORED, type ScoredQuestion } from './questions.ts'
import { type Answers, scoreOf } from './score.ts'

/** One person's answers in a diagnosis. */
export interface Voice {
  readonly id: string
  readonly name: string
  readonly answers: Answers
}

export const answeredBy = ({ answers }: Pick<Voice, 'answers'>): number =>
  QUESTIONS.filter(({ id }) => (answers[id] ?? '') !== '').length

/**
 * Whose total is the town's: that of whoever opened the diagnosis; when she answered nothing scored, of whoever answered most. No average:
 * nobody gave it.
 */
export function leadOf<T extends Voice>(voices: readonly T[], openedBy: string): T | undefined {
  const scored = (voice: Voice) => SCORED.length - scoreOf(voice.answers).missing
  const opener = voices.find(({ id }) => id === openedBy)
  if (opener && scored(opener) > 0) return opener
  return [...voices].sort((a, b) => scored(b) - scored(a) || answeredBy(b) - answeredBy(a))[0]
}

export interface Difference {
  readonly question: ScoredQuestion
  /** In the order of the voices; undefined: not answered. */
  readonly points: readonly (number | undefined)[]
  /** Between the highest and the lowest. */
  readonly apart: number
}

/** The scored questions, each with what everybody said. */
export const differences = (voices: readonly Voice[]): Difference[] =>
  SCORED.map(question => {
    const points = voices.map(({ answers }) => pointsOf(answers[question.id]))
    const given = points.filter(point => point !== undefined)
    return { question, points, apart: given.length < 2 ? 0 : Math.max(...given) - Math.min(...given) }
  })

/** Two points apart: they do not live in the same town hall, it is worth a talk. */
export const WORTH_A_TALK = 2

export const pointsOf = (answer: string | undefined): number | undefined =>
  answer !== undefined && /^[0-4]$/.test(answer) ? Number(answer) : undefined
