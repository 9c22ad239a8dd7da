import { AGREE, KNOW, LOOK, PUBLISH, TELL, WISH } from './parts.ts'

/** The three axes of the scored questions. Their names are Carnet's own: the form that inspired it only numbered them. */
export const AXES = [
  { id: 'organisation', title: 'Organisation et connaissance' },
  { id: 'technique', title: 'Technique et données' },
  { id: 'communication', title: 'Communication et usages' },
] as const
export type AxisId = (typeof AXES)[number]['id']

export interface Choice {
  readonly id: string
  readonly label: string
}
interface Asked {
  /** Kept in answers: never changed, never given to another question. */
  readonly id: string
  /** A few words, for tables and the journal. */
  readonly short: string
  readonly text: string
  readonly help: string
  /** What it looks like in a town hall. */
  readonly example: string
}
/** Five worded answers, of 0 to 4 points in their order; `advice` helps whoever answered low. */
export interface ScoredQuestion extends Asked {
  readonly kind: 'scored'
  readonly axis: AxisId
  readonly answers: readonly [string, string, string, string, string]
  readonly advice: { readonly sentence: string; readonly href: string; readonly action: string }
}
export interface ChoiceQuestion extends Asked {
  readonly kind: 'choice'
  readonly choices: readonly Choice[]
}
export interface TextQuestion extends Asked {
  readonly kind: 'text'
}
export type Question = ScoredQuestion | ChoiceQuestion | TextQuestion

/** Questions that are answered together, on one screen. */
export interface Part {
  readonly id: string
  readonly title: string
  readonly why: string
  readonly questions: readonly Question[]
}

export const PARTS: readonly Part[] = [AGREE, KNOW, LOOK, PUBLISH, TELL, WISH]
export const QUESTIONS: readonly Question[] = PARTS.flatMap(({ questions }) => questions)
export const SCORED: readonly ScoredQuestion[] = QUESTIONS.filter(question => question.kind === 'scored')

export const questionNamed = (id: string): Question | undefined => QUESTIONS.find(question => question.id === id)

/** What may be answered: '0' to '4', a choice of the list, or some words. The empty answer takes an answer back. */
export function mayAnswer(question: Question, answer: string): boolean {
  if (answer === '') return true
  if (question.kind === 'scored') return /^[0-4]$/.test(answer)
  if (question.kind === 'choice') return question.choices.some(({ id }) => id === answer)
  return answer.length <= 1000
}

/** The answer as a person reads it. */
export function answerInWords(question: Question, answer: string): string {
  if (question.kind === 'scored') return question.answers[Number(answer)] ?? answer
  if (question.kind === 'choice') return question.choices.find(({ id }) => id === answer)?.label ?? answer
  return answer
}
