import type { Field, Model } from '../models/model.ts'

/** A field of a model made for a test: a free text unless told otherwise. */
export const field = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  examples: [],
  synonyms: [],
  type: 'string',
  format: 'default',
  constraints: {},
  trueValues: ['true', '1'],
  falseValues: ['false', '0'],
  decimalChar: '.',
  groupChar: '',
  bareNumber: true,
  ...more,
})

export const modelOf = (fields: readonly Field[], more: Partial<Model> = {}): Model => ({
  id: 'essai',
  version: '1.0.0',
  title: 'Modèle d’essai',
  description: '',
  kind: 'carnet',
  fields,
  primaryKey: [],
  uniqueKeys: [],
  foreignKeys: [],
  missingValues: [''],
  fieldsMatch: 'sync',
  customChecks: [],
  remarks: [],
  ...more,
})
