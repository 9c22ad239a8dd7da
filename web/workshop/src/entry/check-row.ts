import { checkTable } from '../../../../src/core/check/index.ts'
import type { Field, Model, Town } from '../../../../src/core/models/model.ts'
import { tableFromRows } from '../../../../src/core/table/table.ts'
import type { Feedback, Reader } from './feedback.ts'
import { type Form, fieldsOf } from './form.ts'

export type Values = Readonly<Record<string, string>>

/** What stands in the way of a good row, field by field. Nothing of it forbids to keep the row: it will be asked about later. */
export interface RowProblem {
  readonly field: string
  readonly message: string
}

export interface ReadRow {
  /** What is kept, given values included; empty cells are left out. */
  readonly cells: Values
  readonly problems: readonly RowProblem[]
  readonly empty: boolean
}

/** The whole row as it would be kept: each cell in the writing of the model, what is missing, what does not go together. */
export function readRow(
  form: Form,
  readers: ReadonlyMap<string, Reader>,
  values: Values,
  model: Model,
  town?: Town,
): ReadRow {
  const asked = form.sections.flatMap(section => section.items.flatMap(fieldsOf))
  const read = asked.map(field => ({ field, feedback: readers.get(field.name)!(values[field.name] ?? '') }))
  const typed = read.filter(({ feedback }) => feedback.value !== '')
  const given = form.given.map(({ field, value }) => [field.name, values[field.name] ?? value] as const)
  const cells = Object.fromEntries(
    [...given, ...typed.map(({ field, feedback }) => [field.name, feedback.value] as const)].filter(
      ([, value]) => value !== '',
    ),
  )
  const problems = read.flatMap(({ field, feedback }) => problemOf(field, feedback) ?? [])
  return { cells, problems: [...problems, ...together(model, cells, problems, town)], empty: typed.length === 0 }
}

function problemOf(field: Field, { tone, message }: Feedback): RowProblem | undefined {
  if (tone === 'wrong') return { field: field.name, message: message ?? '' }
  if (tone === 'empty' && field.constraints.required) return { field: field.name, message: missing(field) }
  return undefined
}

export const missing = ({ title, name }: Field): string => `« ${title ?? name} » est obligatoire.`

/** Rules between the cells of the row: a longitude without its latitude, an end before its beginning. */
function together(model: Model, cells: Values, known: readonly RowProblem[], town?: Town): RowProblem[] {
  const fields = model.fields.filter(({ name }) => name in cells || known.some(({ field }) => field === name))
  const names = model.fields.map(({ name }) => name)
  const { findings } = checkTable(
    tableFromRows(names, [names.map(name => cells[name] ?? '')]),
    model,
    town ? { town } : {},
  )
  return findings.flatMap(({ level, code, column, message }) => {
    if (level === 'advice' || code.startsWith('constraint-error/') || code === 'type-error') return []
    if (level === 'warning' && code !== 'carnet/outside-town' && code !== 'carnet/far-coordinates') return []
    const field = column ?? fields[0]?.name
    return field === undefined || known.some(one => one.field === field) ? [] : [{ field, message }]
  })
}
