import { WISH_BOXES, type WishBox, type WishGrade } from '../../contract/wishes.ts'
import { listed } from './french.ts'

/** A box as it stands: ticked by Carnet or by a person. */
export interface StandingBox {
  readonly on: boolean
  readonly heavy?: true | undefined
}
export interface ProposedGrade {
  /** Absent: nothing to judge yet. */
  readonly grade?: WishGrade
  readonly reason: string
}

/**
 * The colour that five boxes propose. What cannot be found is black; else each thing to do counts for one, and for two when it is much: up to one
 * is green, up to three orange, beyond red. `received`: something came, so that no box at all means that nothing is left. Pure.
 */
export function proposeGrade(boxes: Readonly<Record<WishBox, StandingBox>>, received: boolean): ProposedGrade {
  if (boxes.missing.on) return { grade: 'black', reason: 'Ces données sont introuvables.' }
  const todo = WISH_BOXES.filter(box => boxes[box].on)
  if (todo.length === 0)
    return received
      ? { grade: 'green', reason: 'Rien ne reste à faire.' }
      : { reason: 'Rien n’est encore reçu : il est trop tôt pour le dire.' }
  const weight = todo.reduce((total, box) => total + (boxes[box].heavy ? 2 : 1), 0)
  const words = todo.map(box => (boxes[box].heavy ? `à ${VERBS[box]} (beaucoup)` : `à ${VERBS[box]}`))
  return { grade: weight <= 1 ? 'green' : weight <= 3 ? 'orange' : 'red', reason: `Il reste ${listed(words)}.` }
}

const VERBS: Readonly<Record<WishBox, string>> = {
  missing: 'trouver',
  clean: 'nettoyer',
  compile: 'compiler',
  complete: 'compléter',
  standardise: 'standardiser',
}
