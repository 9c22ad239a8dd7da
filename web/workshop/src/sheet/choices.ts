import type { Field } from '../../../../src/core/models/model.ts'

/** The values that a field allows, when they are few enough to choose from. */
export function choicesOf(field: Field | undefined): readonly string[] {
  if (!field) return []
  if (field.constraints.enum) return field.constraints.enum
  if (field.categories) return field.categories
  if (field.type === 'boolean') return [...field.trueValues.slice(0, 1), ...field.falseValues.slice(0, 1)]
  return []
}

export const titleOf = (field: Field | undefined, name: string): string => field?.title || name

export const isRequired = (field: Field | undefined): boolean => field?.constraints.required === true
