import type { Detector } from '../hit.ts'
import { namesSomebody } from '../names/in-text.ts'
import { type ColumnView, some } from '../view.ts'
import { LONGEST, type Piece, personsIn } from './persons-in.ts'
import { isSensitive } from './sensitive.ts'

const FREE =
  /\b(?:obs|observations?|commentaires?|remarques?|notes?|descriptions?|descriptif|details?|precisions?|informations?|infos?|objets?|motifs?|resume|texte|compte rendu|divers|complements?|libelle|annotations?|historique|presentation|demande|message|signalement|intervention|suites?|actions?|reponses?|recit|circonstances?|consignes?|situation|contexte|motivation|avis|appreciation|bilan|faits?|explications?|memo|constat|besoins?|decision|nature|probleme|sujet|question|journal|evenements?|instructions?|particularites?|justificatifs?)\b/
/** A sentence, at least once: somebody may be spoken of in it. */
const isSentence = (text: string): boolean => text.length > 12 && text.split(' ', 4).length > 3
/** Long texts are free whatever their column is called. */
const isLong = ({ counts }: ColumnView): boolean => {
  let [long, all] = [0, 0]
  for (const text of counts.keys()) {
    all++
    if (text.length > 60 && /\s/.test(text)) long++
  }
  return all > 0 && long / all > 0.2
}

export const freeText: Detector = (column, { about }) => {
  const { header, name } = column
  const ofPeople = about.people && !about.elected && !about.works
  const free = FREE.test(header) || isLong(column)
  if (!free && !some(column, isSentence)) return undefined
  const told = isSensitive(header)
  const counts = ({ what }: Piece, text: string) => what !== 'life' || (!told && isSentence(text))
  const holds = (text: string) =>
    free ? personsIn(text, ofPeople).some(piece => counts(piece, text)) : isSentence(text) && saysSomebody(text)
  if (!some(column, holds)) return undefined
  return {
    kind: 'free-text',
    level: 'direct',
    column,
    holds,
    say: cells =>
      `« ${name} » est un texte libre qui parle de personnes (${cells}) : un nom, un numéro ou une date de naissance y est écrit ; Carnet vous conseille de relire ces cases, ou d’y masquer ce qui désigne quelqu’un.`,
    answers: ['generalise', 'drop', 'keep', 'ask'],
    generalise: text => masked(text, ofPeople),
    generalised: `Dans « ${name} », ce qui désignait des personnes a été masqué par « […] ».`,
  }
}

/** Where the column is no free text, a civility alone is believed: « Rendu à Mme Hamdi ». */
const saysSomebody = (text: string): boolean => namesSomebody(text.slice(0, LONGEST))

const MASK = '[…]'
function masked(text: string, ofPeople: boolean): string {
  const pieces = personsIn(text, ofPeople).sort((a, b) => b.text.length - a.text.length)
  return pieces.reduce((line, { text: piece }) => line.replaceAll(piece, MASK), text)
}
