import { stripAccents, tidyText } from '../values/text.ts'
import type { Field, Model } from './model.ts'
import { PLAIN_MEANINGS, type PlainType, plainTypeOf } from './plain-types.ts'

/** A model while a person makes it: her words only. `modelFiles` turns it into a Table Schema and what Carnet adds to it. */
export interface ModelDraft {
  readonly title: string
  readonly description: string
  readonly theme?: number
  readonly fields: readonly FieldDraft[]
}

export interface FieldDraft {
  /** Of the column in the published file: small letters, figures and underscores. */
  readonly name: string
  readonly title: string
  readonly meaning: string
  readonly example: string
  readonly type: PlainType
  readonly required: boolean
  /** Of `choice`: the values allowed. */
  readonly choices: readonly string[]
  /** Other names that the column has in the town's files. */
  readonly synonyms: readonly string[]
  /** The field of a model that was opened, kept for what the draft has no word for. */
  readonly from?: Field
}

/** What `POST /models` keeps, and what is shared as a file. */
export interface ModelFiles {
  readonly schema: Readonly<Record<string, unknown>>
  readonly extra: Readonly<Record<string, unknown>>
}

export function modelFiles(draft: ModelDraft): ModelFiles {
  const id = draft.fields.find(field => field.type === 'id')
  return {
    schema: {
      $schema: 'https://frictionlessdata.io/schemas/table-schema.json',
      name: columnName(draft.title) || 'modele',
      title: draft.title,
      description: draft.description,
      version: '1.0.0',
      fields: draft.fields.map(schemaField),
      missingValues: [''],
      ...(id && { primaryKey: id.name }),
    },
    extra: {
      kind: 'foreign',
      ...(draft.theme === undefined ? {} : { theme: draft.theme }),
      fields: Object.fromEntries(draft.fields.map(field => [field.name, extraField(field)])),
    },
  }
}

function schemaField(field: FieldDraft): Record<string, unknown> {
  const { type, format, pattern } = PLAIN_MEANINGS[field.type]
  const kept = keptRules(field)
  return {
    name: field.name,
    title: field.title,
    description: field.meaning,
    type,
    ...(format && { format }),
    ...(field.example !== '' && { example: field.example }),
    ...(field.type === 'yes-no' && {
      trueValues: kept.trueValues ?? ['oui'],
      falseValues: kept.falseValues ?? ['non'],
    }),
    constraints: {
      ...kept.constraints,
      required: field.required,
      ...(field.type === 'id' && { unique: true }),
      ...(pattern && !kept.constraints?.pattern && { pattern }),
      ...(field.type === 'choice' && field.choices.length > 0 && { enum: field.choices }),
    },
  }
}

/** What the opened model said and that a plain type does not: bounds, lengths, patterns. Lost when the person gives another type. */
function keptRules({ type, from }: FieldDraft): Partial<Pick<Field, 'constraints' | 'trueValues' | 'falseValues'>> {
  if (!from || plainTypeOf(from) !== type) return {}
  const { enum: _, ...constraints } = from.constraints
  return { constraints, ...(from.type === 'boolean' && { trueValues: from.trueValues, falseValues: from.falseValues }) }
}

function extraField({ title, meaning, example, synonyms, type }: FieldDraft): Record<string, unknown> {
  const { role } = PLAIN_MEANINGS[type]
  return {
    title,
    ...(meaning !== '' && { meaning }),
    ...(example !== '' && { examples: [example] }),
    ...(synonyms.length > 0 && { synonyms }),
    ...(role && { role }),
  }
}

/** An existing model, to be changed and kept under another title. */
export const draftOfModel = (model: Model): ModelDraft => ({
  title: model.title,
  description: model.description,
  ...(model.theme === undefined ? {} : { theme: model.theme }),
  fields: model.fields.map(field => ({
    name: field.name,
    title: field.title ?? field.name,
    meaning: field.meaning ?? field.description ?? '',
    example: field.examples[0] ?? '',
    type: plainTypeOf(field),
    required: field.constraints.required === true,
    choices: field.constraints.enum ?? [],
    synonyms: field.synonyms,
    from: field,
  })),
})

/** The name of a column in the published file: « Nb. de places (PMR) » gives `nb_de_places_pmr`; '' when nothing is left. */
export const columnName = (title: string): string =>
  stripAccents(tidyText(title))
    .toLowerCase()
    .replace(/n°|nº|№/g, 'numero ')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60)

/** The same, unlike every name already there. */
export function freeName(title: string, taken: readonly string[]): string {
  const name = columnName(title) || 'colonne'
  if (!taken.includes(name)) return name
  for (let n = 2; ; n++) if (!taken.includes(`${name}_${n}`)) return `${name}_${n}`
}

/** Why the draft cannot be kept yet: French sentences, each with the place of its field. */
export function draftProblems({ title, fields }: ModelDraft): { readonly field?: number; readonly message: string }[] {
  const problems: { field?: number; message: string }[] = []
  if (title.trim() === '') problems.push({ message: 'Donnez un nom au modèle.' })
  if (fields.length === 0) problems.push({ message: 'Ajoutez au moins une colonne.' })
  fields.forEach((field, at) => {
    if (field.title.trim() === '') problems.push({ field: at, message: `Donnez un titre à la colonne n° ${at + 1}.` })
    if (field.type === 'choice' && field.choices.length === 0)
      problems.push({ field: at, message: `Écrivez les valeurs possibles de « ${field.title || field.name} ».` })
  })
  return problems
}
