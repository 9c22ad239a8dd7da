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

/**
 * What a line of a returned collection sheet is when nobody wrote it: `cells` answer `fields`, one by one. An example is made of plain values, that
 * a true row may have too: unless the line of meanings is just above, it must say all of them.
 */
export function helperLine(
  fields: readonly Field[],
  cells: readonly string[],
  above?: 'meanings' | 'example',
): 'meanings' | 'example' | undefined {
  if (isMostly(fields, cells, meaningOf, { share: 0.8, least: 1 })) return 'meanings'
  const asked = above === 'meanings' ? { share: 0.8, least: 1 } : { share: 1, least: 3 }
  return isMostly(fields, cells, exampleOf, asked) ? 'example' : undefined
}

/** Enough cells still say what the sheet said. */
function isMostly(
  fields: readonly Field[],
  cells: readonly string[],
  of: (field: Field) => string,
  { share, least }: { readonly share: number; readonly least: number },
): boolean {
  const told = fields.flatMap((field, at) => {
    const [said, cell] = [of(field), (cells[at] ?? '').trim()]
    return said === '' && cell === '' ? [] : [cell === said.trim()]
  })
  const same = told.filter(Boolean).length
  return same >= Math.max(least, Math.min(3, fields.length)) && same >= share * told.length
}
