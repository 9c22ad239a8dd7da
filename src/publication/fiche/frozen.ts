import type { FicheBox } from '../../contract/publication.ts'
import { Refused } from '../../contract/refused.ts'
import type { Fiche } from '../../core/fiche/fiche.ts'
import { QUESTIONS } from '../../core/fiche/questions.ts'
import type { PreparationWorld } from '../../preparation/world.ts'
import { ficheBoxes } from './boxes.ts'

/** The fiche as it would be published now. Refuses, and says which boxes are empty, when something that is required is missing. */
export const frozenFiche = async (world: PreparationWorld, insee: string, slug: string): Promise<Fiche> =>
  ficheOf(await ficheBoxes(world, insee, slug))

export function ficheOf(boxes: readonly FicheBox[]): Fiche {
  const missing = boxes.filter(({ required, value }) => required && value === null)
  if (missing.length > 0)
    throw new Refused(
      409,
      `Il manque à la fiche : ${missing.map(({ field }) => QUESTIONS[field].label.toLowerCase()).join(', ')}.`,
    )
  const values = Object.fromEntries(boxes.map(({ field, value }) => [field, value ?? EMPTY[field]]))
  if (values.temporal === undefined) delete values.temporal
  // Each value went through the door of its box (core/fiche/read-value.ts), or was computed by it.
  return values as unknown as Fiche
}

/** What a box that nobody has to fill says when it is empty. */
const EMPTY: { readonly [field: string]: string } = {
  purpose: '',
  collection: '',
  processing: '',
  uses: '',
  considerations: '',
  granularity: '',
}
