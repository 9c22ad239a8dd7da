import type { Act } from '../../../../../src/contract/sets.ts'
import type { RecipeStep } from '../../../../../src/core/recipe/step.ts'
import { addStep, aheadOfFinishing, aheadOfHands, changeStep, type NewId, switchStep } from '../shared/edits.ts'
import { quoted } from '../shared/words.ts'
import type { Way } from './holes.ts'

interface Known {
  readonly steps: readonly RecipeStep[]
  readonly newId: NewId
}

/** The same value in every empty cell of a column. */
export function fillWith({ steps, newId }: Known, column: string, value: string): Act[] {
  const before = steps.findLast(({ step, off }) => !off && step.type === 'add-constant' && step.column === column)
  const step = { type: 'add-constant', column, value } as const
  const reason = `Écrire ${quoted(value)} dans les cases vides de ${quoted(column)}.`
  if (before) return [changeStep(before.id, step, reason)]
  // « Faut-il écrire … ? », with the same answer: the question itself is switched on.
  const asked = steps.find(({ step: one, off }) => off && one.type === 'add-constant' && one.column === column)
  if (asked) return [changeStep(asked.id, step, reason), switchStep(asked.id, true)]
  return [addStep(newId(), step, reason, aheadOfFinishing(steps))]
}

/** Ids by the model's rule: a step that was switched off is switched on again. */
export function numberRows({ steps, newId }: Known, column: string, pattern: string, insee: string): Act[] {
  const before = steps.find(({ step }) => step.type === 'generate-ids' && step.column === column)
  if (before?.off) return [switchStep(before.id, true)]
  const reason = `Donner un identifiant aux lignes qui n’en ont pas, selon la règle du modèle.`
  const step = { type: 'generate-ids', column, pattern, insee } as const
  return before ? [] : [addStep(newId(), step, reason, aheadOfHands(steps))]
}

export function geocode({ steps, newId }: Known, way: Extract<Way, { type: 'geocode' }>, file: string): Act[] {
  const { address, into, columns } = way
  const before = steps.find(({ step }) => step.type === 'geocode')
  if (before?.off) return [switchStep(before.id, true)]
  const step = { type: 'geocode', address, into, columns, addresses: file } as const
  const reason = 'Chercher les coordonnées dans le fichier des adresses, d’après l’adresse de chaque ligne.'
  return before ? [] : [addStep(newId(), step, reason, aheadOfHands(steps))]
}
