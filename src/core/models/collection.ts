import type { Field } from './model.ts'

/** The values allowed, when the model counts them. A yes or no is offered in one writing: the first that the model names. */
export function choicesOf({ type, constraints, categories, trueValues, falseValues }: Field): readonly string[] {
  if (type === 'boolean') return [trueValues[0], falseValues[0]].filter(value => value !== undefined)
  return constraints.enum ?? categories ?? []
}

/** The line of meanings of a collection sheet: what to write in the column, and whether it may stay empty. */
export const meaningOf = ({ title, meaning, description, constraints }: Field): string =>
  `${meaning ?? description ?? title ?? ''} ${constraints.required ? '(Obligatoire.)' : '(Facultatif.)'}`.trim()

/** The line of examples. */
export const exampleOf = (field: Field): string =>
  field.examples[0] ?? (field.constraints.required ? (choicesOf(field)[0] ?? '') : '')

/** What a line of a returned collection sheet is when nobody wrote it: `cells` answer `fields`, one by one. */
export function helperLine(fields: readonly Field[], cells: readonly string[]): 'meanings' | 'example' | undefined {
  if (isMostly(fields, cells, meaningOf)) return 'meanings'
  return isMostly(fields, cells, exampleOf) ? 'example' : undefined
}

/** Nearly every cell still says what the sheet said, and enough of them to be no chance. */
function isMostly(fields: readonly Field[], cells: readonly string[], of: (field: Field) => string): boolean {
  const told = fields.flatMap((field, at) => {
    const [said, cell] = [of(field), (cells[at] ?? '').trim()]
    return said === '' && cell === '' ? [] : [cell === said.trim()]
  })
  const same = told.filter(Boolean).length
  return same > 0 && same >= Math.min(3, fields.length) && same >= 0.8 * told.length
}
