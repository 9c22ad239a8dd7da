import { Refused } from '../../contract/refused.ts'
import type { FicheAnswer, Op } from '../../contract/sets.ts'
import type { Fiche, FicheField } from '../../core/fiche/fiche.ts'
import { FICHE_FIELDS } from '../../core/fiche/fiche.ts'
import { QUESTIONS } from '../../core/fiche/questions.ts'
import { readFicheValue } from '../../core/fiche/read-value.ts'
import { changeSet, type PlanDone } from '../../preparation/acts/do-plan.ts'
import { refuseTrashed } from '../../preparation/sets/find.ts'
import type { Actor, World } from '../../store/world.ts'
import { answersOf } from './answers.ts'

export type FicheChange = { readonly [F in FicheField]?: unknown }
type Value = NonNullable<Fiche[FicheField]>

/**
 * Boxes that a person fills; null gives a box back to Carnet. One act, undone like the others. The caller tells those who watch
 * (`preparation.tell`). Refuses with a sentence, and then nothing is written.
 */
export function changeFiche(
  world: World,
  actor: Actor,
  slug: string,
  boxes: FicheChange,
  key?: string,
): Promise<PlanDone> {
  const wanted = FICHE_FIELDS.flatMap(field => (boxes[field] === undefined ? [] : [read(field, boxes[field])]))
  return changeSet(world, actor, slug, { act: 'fiche', key }, async (scene, set) => {
    refuseTrashed(set)
    const answers = await answersOf(scene.tx, actor.insee, set.id)
    const at = world.now()
    const change = wanted.flatMap(({ field, value }) => opOf(field, value, answers[field], { by: actor.name, at }))
    return { change, note: noteOf(change) }
  })
}

function read(field: FicheField, sent: unknown): { readonly field: FicheField; readonly value: Value | null } {
  if (sent === null) return { field, value: null }
  const result = readFicheValue(field, sent)
  if ('refused' in result) throw new Refused(422, result.refused)
  return { field, value: result.value }
}

type FicheOp = Extract<Op, { op: 'fiche' }>

function opOf(
  field: FicheField,
  value: Value | null,
  was: FicheAnswer | undefined,
  by: Pick<FicheAnswer, 'by' | 'at'>,
): FicheOp[] {
  if (value === null) return was ? [{ op: 'fiche', field, was }] : []
  if (was && JSON.stringify(was.value) === JSON.stringify(value)) return []
  return [{ op: 'fiche', field, now: { value, ...by }, ...(was && { was }) }]
}

function noteOf(change: readonly FicheOp[]): string {
  const labels = (ops: readonly FicheOp[]) => ops.map(({ field }) => QUESTIONS[field].label.toLowerCase()).join(', ')
  const written = change.filter(({ now }) => now)
  const back = change.filter(({ now }) => !now)
  return [
    written.length === 0 ? '' : `Fiche descriptive remplie : ${labels(written)}`,
    back.length === 0 ? '' : `Fiche descriptive rendue à Carnet : ${labels(back)}`,
  ]
    .filter(part => part !== '')
    .join(' ; ')
}
