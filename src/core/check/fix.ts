import type { Field } from '../models/model.ts'
import { kindOf } from '../recipe/kinds.ts'
import { readValue } from '../values/read-value.ts'
import { oneLine, tidyText } from '../values/text.ts'
import type { CheckOptions } from './context.ts'

/**
 * The value to write instead of one that breaks the rules: only when reading the cell leaves a single meaning, and when the new value conforms.
 */
export function corrector(
  field: Field,
  options: CheckOptions,
  conforms: (text: string) => boolean,
): (text: string) => string | undefined {
  const { kind, options: known } = kindOf(field)
  // Made at the first wrong cell: a clean file does not load the list of communes.
  let readOptions: Record<string, unknown> | undefined
  const propose = (text: string): string | undefined => {
    readOptions ??= {
      ...known,
      ...(options.communes ? { communes: options.communes } : {}),
      ...(options.town?.department ? { department: options.town.department } : {}),
    }
    const reading = readValue(kind, text, readOptions)
    return reading.status === 'certain' ? reading.value : undefined
  }
  return text => {
    if (text.length > 10_000) return undefined
    for (const value of [tidyText(text), oneLine(text), propose(text)])
      if (value !== undefined && value !== '' && value !== text && conforms(value)) return value
    return undefined
  }
}
