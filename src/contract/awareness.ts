import type { KitPiece } from './kit.ts'
import { type Block, blocksOf } from './kit-blocks.ts'

/** Who a course is for, in the order of a seminar: the elected first, then those who lead, then those who do. */
export const COURSES = ['elus', 'chefs', 'agents'] as const
export type Course = (typeof COURSES)[number]

/** Every text of the awareness kit; its text of the town is `sensibiliser/NAME`. */
export const AWARENESS_TEXTS = [
  { name: 'elus', title: 'Parcours des élus' },
  { name: 'chefs', title: 'Parcours des chefs de service' },
  { name: 'agents', title: 'Parcours des agents' },
  { name: 'quiz-elus', title: 'Questions aux élus' },
  { name: 'quiz-chefs', title: 'Questions aux chefs de service' },
  { name: 'quiz-agents', title: 'Questions aux agents' },
  { name: 'deroule', title: 'Déroulé du séminaire' },
] as const
export type AwarenessName = (typeof AWARENESS_TEXTS)[number]['name']

/** GET /api/atelier/awareness. One text: GET and PUT /api/atelier/awareness/:name, as a file: /:name/docx and /:name/txt. */
export interface Awareness {
  /** Sets that are open: examples of the courses. */
  readonly sets: number
  readonly texts: readonly KitPiece[]
}

/** One card of a course: what stands under a title. */
export interface Card {
  readonly title: string
  readonly blocks: readonly Block[]
}

/** A course, read: each title opens a card. What comes before the first title is not lost: it is a card too. */
export function cardsOf(body: string): Card[] {
  const cards: { title: string; blocks: Block[] }[] = []
  for (const block of blocksOf(body)) {
    if (block.type === 'title') cards.push({ title: block.text, blocks: [] })
    else if (cards.length === 0) cards.push({ title: '', blocks: [block] })
    else cards.at(-1)!.blocks.push(block)
  }
  return cards
}

export interface QuizQuestion {
  readonly question: string
  readonly choices: readonly { readonly text: string; readonly right: boolean }[]
  /** Said after any answer. */
  readonly why: string
}

const RIGHT = /^\[x\]\s*/i

/** A quiz, read: a title is a question, a line that starts with - an answer, with - [x] the right one; the rest explains. */
export const quizOf = (body: string): QuizQuestion[] =>
  cardsOf(body).map(({ title, blocks }) => ({
    question: title,
    choices: blocks.flatMap(block =>
      block.type === 'item' ? [{ text: block.text.replace(RIGHT, ''), right: RIGHT.test(block.text) }] : [],
    ),
    why: blocks.flatMap(block => (block.type === 'paragraph' ? block.lines : [])).join(' '),
  }))

/** Why a quiz cannot be played, in one sentence. */
export function quizProblem(body: string): string | undefined {
  const questions = quizOf(body)
  if (!questions.some(({ question }) => question !== ''))
    return 'Je n’ai lu aucune question ; j’attendais une ligne qui commence par #.'
  for (const { question, choices } of questions) {
    const right = choices.filter(choice => choice.right).length
    if (choices.length < 2)
      return `J’ai lu « ${question} » avec ${choices.length} réponse ; j’en attendais au moins deux, chacune sur une ligne qui commence par -.`
    if (right !== 1)
      return `J’ai lu « ${question} » avec ${right} bonne réponse ; j’en attendais une seule, sur une ligne qui commence par - [x].`
  }
  return undefined
}
