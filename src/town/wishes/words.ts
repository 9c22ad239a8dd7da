import type { BoxState } from '../../contract/wishes.ts'
import { BOX_WORDS, DECISION_WORDS, GRADE_WORDS, type WishDecision, type WishGrade } from '../../contract/wishes.ts'

/** Sentences of the history: from what to what. */
const gradeName = (grade: WishGrade): string => {
  const { colour, meaning } = GRADE_WORDS[grade]
  return `${colour.toLowerCase()} (${meaning})`
}
const carnets = (grade: WishGrade | undefined): string =>
  grade ? `l’avis de Carnet, ${gradeName(grade)}` : 'l’avis de Carnet, rien à juger encore'

export function gradeTold(was: WishGrade | null, now: WishGrade | null, auto: WishGrade | undefined): string {
  const before = was ? gradeName(was) : carnets(auto)
  return `Évaluation : ${before}, devient ${now ? gradeName(now) : carnets(auto)}`
}

export function boxTold({ box, on, auto, byHand }: BoxState, now: boolean | null): string {
  const name = BOX_WORDS[box]
  if (now === null) return `« ${name} » : rendu à Carnet, qui ${auto ? 'coche' : 'ne coche pas'} cette case`
  const before = byHand ? (on ? 'cochée' : 'décochée') : auto ? 'cochée par Carnet' : 'pas cochée par Carnet'
  return `« ${name} » : case ${before}, devient ${now ? 'cochée' : 'décochée'} à la main`
}

const decisionName = (decision: WishDecision | null): string =>
  decision ? `« ${DECISION_WORDS[decision].toLowerCase()} »` : 'à décider'

export function decisionTold(was: WishDecision | null, now: WishDecision | null, why: string): string {
  const change =
    was === now
      ? `Décision ${decisionName(now)}, dite autrement`
      : `Décision : ${decisionName(was)}, devient ${decisionName(now)}`
  return why === '' ? change : `${change}. Pourquoi : ${why}`
}

export function serviceTold(place: 'first' | 'second', was: string | undefined, now: string | null): string {
  const name = place === 'first' ? 'Service à contacter' : 'Second service à contacter'
  return `${name} : ${was ? `« ${was} »` : 'personne'}, devient ${now ? `« ${now} »` : 'personne'}`
}
