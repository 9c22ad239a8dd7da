import type { Field } from '../../../../../src/core/models/model.ts'
import { describeStep } from '../../../../../src/core/recipe/describe.ts'
import type { RecipeStep } from '../../../../../src/core/recipe/step.ts'
import type { SheetData } from '../../sheet/sheet-data.ts'
import type { StepCounts } from '../../worker/protocol.ts'
import { cellsCounted, rowsCounted } from '../shared/words.ts'

export function stepSentence({ step }: RecipeStep, data: SheetData): string {
  const fields = [...data.fields, ...data.opened.absent].filter((field): field is Field => field !== undefined)
  return describeStep(step, { fields })
}

/** Steps that put columns in place: how many cells they change tells nothing. */
const STRUCTURE: ReadonlySet<string> = new Set(['select-table', 'map', 'rename', 'arrange', 'drop'])

/** What it did here, in numbers. */
export function countWords({ step }: RecipeStep, counts: StepCounts | undefined): string {
  if (!counts || STRUCTURE.has(step.type)) return ''
  const parts = [
    counts.changed > 0 ? `${cellsCounted(counts.changed)} ${counts.changed > 1 ? 'changées' : 'changée'}` : '',
    counts.rowsSetAside > 0
      ? `${rowsCounted(counts.rowsSetAside)} ${counts.rowsSetAside > 1 ? 'mises' : 'mise'} de côté`
      : '',
    counts.rowsAdded > 0 ? `${rowsCounted(counts.rowsAdded)} ${counts.rowsAdded > 1 ? 'ajoutées' : 'ajoutée'}` : '',
  ].filter(part => part !== '')
  return parts.length === 0 ? 'Rien à changer ici.' : `${parts.join(', ')}.`
}

/** When it was proposed: what was not as expected before it, and what is left after it. */
export const beforeAfter = ({ before, after }: RecipeStep): string =>
  before === undefined || after === undefined ? '' : `À revoir avant : ${before}, après : ${after}.`
