import type { CellConflict, Op } from '../../contract/sets.ts'
import { describeStep } from '../../core/recipe/describe.ts'
import { describeIdentity } from '../../core/recipe/identity.ts'
import type { RecipeStep, RowIdentity } from '../../core/recipe/step.ts'
import { cellTold, said } from '../../journal/told.ts'

/** Sentences of the history: what each act did, as a person would say it. */

type CellOp = Extract<Op, { op: 'cell' }>

const number = new Intl.NumberFormat('fr-FR')

/** « 1 case », « 12 cases ». */
export const count = (many: number, one: string, several = `${one}s`): string =>
  `${number.format(many)} ${many > 1 ? several : one}`

export function cellsWritten(cells: readonly CellOp[], conflicts: readonly CellConflict[]): string {
  const asked = conflicts.length > 0 ? ` (${count(conflicts.length, 'case')} à départager)` : ''
  if (cells.length === 0) return `Deux personnes ont écrit dans la même case : ${columnsOf(conflicts)}${asked}`
  if (cells.length === 1 && conflicts.length === 0) return cellTold(cells[0]!)
  return `Corrigé à la main : ${count(cells.length, 'case')} de ${columnsOf(cells)}${asked}`
}

function columnsOf(cells: readonly { readonly column: string }[]): string {
  const names = [...new Set(cells.map(({ column }) => `« ${column} »`))]
  if (names.length <= 3) return names.join(', ').replace(/, (?=[^,]*$)/, ' et ')
  return `${names.slice(0, 2).join(', ')} et ${count(names.length - 2, 'autre colonne', 'autres colonnes')}`
}

export const rowAdded = (cells: Readonly<Record<string, string>>): string => {
  const name = Object.values(cells).find(text => text.trim() !== '')
  return name === undefined ? 'Ajouté : une ligne' : `Ajouté : la ligne ${said(name)}`
}

export const rowsDeleted = (rows: readonly RowIdentity[]): string =>
  rows.length === 1
    ? `Retiré à la main : la ligne ${describeIdentity(rows[0]!)}`
    : `Retiré à la main : ${count(rows.length, 'ligne')}`

export const rowsRestored = (many: number): string => `Remis : ${count(many, 'ligne')}`

/** What the step does, as the list of steps says it. */
const nameOf = ({ step }: Pick<RecipeStep, 'step'>): string =>
  step.type === 'by-hand' ? 'vos corrections dans la feuille' : `« ${describeStep(step)} »`

export const stepAdded = (step: RecipeStep): string => `Étape ajoutée : ${nameOf(step)}`
export const stepChanged = (step: RecipeStep): string => `Étape changée : ${nameOf(step)}`
export const stepRemoved = (step: RecipeStep): string => `Étape retirée : ${nameOf(step)}`
export const stepSwitched = (step: RecipeStep, on: boolean): string =>
  `${on ? 'Étape appliquée' : 'Étape mise de côté'} : ${nameOf(step)}`

export const conflictSettled = ({ column, row }: CellConflict, to: string): string =>
  `Départagé : « ${column} » de ${describeIdentity(row)}, ${said(to)} est gardé`
