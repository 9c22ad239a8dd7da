import type { FicheBox } from '../../contract/publication.ts'
import { advise } from '../../core/fiche/advise.ts'
import type { FicheContext } from '../../core/fiche/context.ts'
import { FICHE_FIELDS, type Fiche, type FicheField } from '../../core/fiche/fiche.ts'
import { type Proposals, prefill } from '../../core/fiche/prefill.ts'
import { QUESTIONS } from '../../core/fiche/questions.ts'
import { findSet } from '../../preparation/sets/find.ts'
import type { PreparationWorld } from '../../preparation/world.ts'
import { answersOf, type FicheAnswers } from './answers.ts'
import { ficheContext } from './context.ts'
import { openRemarks } from './remarks.ts'

/** The fiche of a set, box by box, in the order of the form. */
export async function ficheBoxes(world: PreparationWorld, insee: string, slug: string): Promise<readonly FicheBox[]> {
  const set = await findSet(world.db, insee, slug)
  const answers = await answersOf(world.db, insee, set.id)
  const remarks = await openRemarks(world.db, insee, set.id)
  return boxesOf(await ficheContext(world, set), answers).map(box => withRemarks(box, remarks))
}

function withRemarks(box: FicheBox, remarks: Awaited<ReturnType<typeof openRemarks>>): FicheBox {
  const mine = remarks.flatMap(({ field, by: _, ...remark }) => (field === box.field ? [remark] : []))
  return mine.length === 0 ? box : { ...box, remarks: mine }
}

export function boxesOf(context: FicheContext, answers: FicheAnswers): readonly FicheBox[] {
  const proposals = prefill(context)
  return FICHE_FIELDS.map(field => boxOf(field, context, proposals, answers))
}

/** A person's word comes first; without one, Carnet's. */
function boxOf(field: FicheField, context: FicheContext, proposals: Proposals, answers: FicheAnswers): FicheBox {
  const { question, example, required } = QUESTIONS[field]
  const answer = answers[field]
  const value = answer ? writtenValue(field, answer.value, proposals) : proposals[field]
  const advice = advise(field, value, context)
  return {
    field,
    value: value ?? null,
    from: answer ? 'person' : 'carnet',
    ...(answer && { by: answer.by, at: answer.at }),
    required,
    question,
    example,
    ...(advice && { advice }),
  }
}

/** A person names the place; where its points are is the data's to say. */
function writtenValue(field: FicheField, value: Value, { spatial }: Proposals): Value {
  if (field !== 'spatial' || !spatial?.box) return value
  return { ...(value as Fiche['spatial']), box: spatial.box }
}
type Value = NonNullable<Fiche[FicheField]>

/** The one box to fill next: the first, in the order of the form, that nothing opens without and that nobody can fill but a person. */
export const nextBox = (boxes: readonly FicheBox[]): FicheField | undefined =>
  boxes.find(({ required, value }) => required && value === null)?.field
