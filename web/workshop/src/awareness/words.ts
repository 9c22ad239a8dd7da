import type { Course } from '../../../../src/contract/awareness.ts'
import { HOW, type TextPlace } from '../kit/place.ts'

export const COURSE_WORDS: Readonly<
  Record<Course, { readonly who: string; readonly why: string; readonly order: string }>
> = {
  elus: { who: 'Les élus', order: 'D’abord', why: 'Pour qu’ils décident, et le disent devant les autres.' },
  chefs: { who: 'Les chefs de service', order: 'Ensuite', why: 'Pour qu’ils disent qui tient quoi, et relaient.' },
  agents: { who: 'Les agents', order: 'Enfin', why: 'Pour qu’ils voient à quoi sert ce qu’ils savent.' },
}

const PLACE = { api: '/awareness', texts: 'sensibiliser' }

/** How each text is written: a title opens a card, or asks a question. */
export const placeOf = (name: string): TextPlace => ({
  ...PLACE,
  how: name.startsWith('quiz-')
    ? 'Une ligne qui commence par # est une question, par - une réponse, par - [x] la bonne réponse. Le reste explique.'
    : name === 'deroule'
      ? HOW
      : 'Une ligne qui commence par # ouvre une carte, par - un élément de liste. Une ligne vide sépare les paragraphes.',
})
