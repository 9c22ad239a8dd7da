import { choicesOf } from '../../../../src/core/models/collection.ts'
import type { Field } from '../../../../src/core/models/model.ts'
import { kindOf } from '../../../../src/core/recipe/kinds.ts'
import { roleOf } from '../../../../src/core/recipe/roles.ts'

/** How a field is typed: the control, and the keyboard that a phone shows. */
export type Input =
  | { readonly control: 'line'; readonly type: 'text' | 'tel' | 'email' | 'url'; readonly keyboard: Keyboard }
  | { readonly control: 'long' }
  | { readonly control: 'date' }
  | { readonly control: 'hours' }
  | { readonly control: 'radio'; readonly choices: readonly Choice[] }
  | { readonly control: 'select'; readonly choices: readonly Choice[] }
export type Keyboard = 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url'

export interface Choice {
  readonly value: string
  readonly label: string
}

/** More than these are a list to unroll; as many are seen at once. */
const MOST_RADIOS = 5

export function inputOf(field: Field): Input {
  const choices = choicesFor(field)
  if (choices.length > 0) return { control: choices.length <= MOST_RADIOS ? 'radio' : 'select', choices }
  if (roleOf(field) === 'hours') return { control: 'hours' }
  if (field.type === 'date') return { control: 'date' }
  if (field.role === 'free-text' || (field.constraints.maxLength ?? 0) > 200) return { control: 'long' }
  return line(field)
}

/** A yes or no is said as people say it, whatever the model writes in the file. */
function choicesFor(field: Field): Choice[] {
  const values = choicesOf(field).filter(value => value !== '')
  if (field.type !== 'boolean') return values.map(value => ({ value, label: value }))
  return values.map((value, at) => ({ value, label: at === 0 ? 'Oui' : 'Non' }))
}

function line(field: Field): Input {
  const { kind } = kindOf(field)
  switch (kind) {
    case 'phone':
      return { control: 'line', type: 'tel', keyboard: 'tel' }
    case 'email':
      return { control: 'line', type: 'email', keyboard: 'email' }
    case 'url':
      return { control: 'line', type: 'url', keyboard: 'url' }
    case 'number':
    case 'latitude':
    case 'longitude':
      return { control: 'line', type: 'text', keyboard: 'decimal' }
    case 'integer':
    case 'year':
    case 'siret':
    case 'siren':
    case 'postcode':
      return { control: 'line', type: 'text', keyboard: 'numeric' }
    default:
      return { control: 'line', type: 'text', keyboard: 'text' }
  }
}
