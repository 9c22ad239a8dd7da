import { type CarnetExtra, carnetExtra } from './carnet-extra.ts'
import type { CustomCheck, Field, ForeignKey, Model } from './model.ts'
import { parseField } from './parse-field.ts'
import { notUnderstood, type RawSchema, rawField, rawSchema } from './raw-schema.ts'

/** Not a model: `message` is one French sentence that says what was read and what was expected. */
export class InvalidModel extends Error {
  override readonly name = 'InvalidModel'
}

const MATCHES = ['exact', 'equal', 'subset', 'superset', 'partial'] as const

/**
 * Unknown JSON in, a model out: Table Schema v1 (specs.frictionlessdata.io) and v2 (datapackage.org), with the traps of real schemas swallowed and
 * what could not be understood in `remarks`. `extra` is Carnet's own `carnet.json`. Throws `InvalidModel`.
 */
export function parseModel(raw: unknown, extra?: unknown, id?: string): Model {
  const schema = tableSchema(raw)
  const ours = extra === undefined ? {} : carnetExtra.parse(extra)
  const remarks = notUnderstood(raw as object, schema).map(
    key => `Le modèle écrit « ${key} » d'une façon que Carnet ne comprend pas : ce n'est pas appliqué.`,
  )
  return {
    id: id ?? schema.name ?? 'sans-nom',
    ...(ours.alias === undefined ? {} : { alias: ours.alias }),
    version: (ours.version ?? schema.version ?? '').replace(/^v(?=\d)/, ''),
    title: ours.title ?? schema.title ?? id ?? schema.name ?? '',
    description: ours.description ?? schema.description ?? '',
    kind: ours.kind ?? 'foreign',
    ...(ours.theme === undefined ? {} : { theme: ours.theme }),
    fields: fieldsOf(schema, ours, remarks),
    primaryKey: schema.primaryKey ?? [],
    uniqueKeys: schema.uniqueKeys ?? [],
    foreignKeys: foreignKeysOf(schema),
    missingValues: schema.missingValues ?? [''],
    fieldsMatch: fieldsMatch(schema.fieldsMatch, remarks),
    customChecks: (schema.custom_checks ?? []).flatMap(check => customCheck(check, remarks)),
    remarks,
    ...(ours.idRule === undefined ? {} : { idRule: ours.idRule }),
  }
}

/** A JSON that is something else says what it is. */
function tableSchema(raw: unknown): RawSchema {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) {
    throw new InvalidModel(
      "J'ai lu un contenu qui n'est pas un modèle ; j'attendais un Table Schema, c'est-à-dire un objet JSON avec une liste « fields ».",
    )
  }
  const { fields } = raw as { fields?: unknown }
  if (!Array.isArray(fields)) throw new InvalidModel(whatItIs(raw))
  if (fields.length === 0)
    throw new InvalidModel("Ce modèle ne décrit aucune colonne ; j'en attendais au moins une dans « fields ».")
  const parsed = rawSchema.safeParse(raw)
  if (!parsed.success)
    throw new InvalidModel("Ce modèle est mal écrit : j'attendais un Table Schema avec une liste « fields ».")
  return parsed.data
}

function whatItIs(raw: object): string {
  if ('resources' in raw)
    return "C'est un ensemble de modèles (data package) ; j'attendais un seul modèle. Donnez l'adresse de l'un de ceux qu'il cite."
  if ('properties' in raw || 'definitions' in raw || 'allOf' in raw)
    return "C'est un modèle JSON Schema, pour des fichiers JSON ; Carnet vérifie des tableaux et attend un Table Schema."
  if ('$ref' in raw)
    return 'Ce modèle renvoie à un autre fichier ; Carnet ne suit pas ces renvois. Donnez directement le modèle voulu.'
  return "Je n'y trouve pas de liste « fields » ; j'attendais un Table Schema."
}

function fieldsOf(schema: RawSchema, ours: CarnetExtra, remarks: string[]): Field[] {
  const fields = schema.fields.map((unknown, index) => {
    const raw = rawField.safeParse(unknown)
    if (!raw.success)
      throw new InvalidModel(
        `La colonne n° ${index + 1} du modèle n'a pas de nom ; j'attendais un texte dans « name ».`,
      )
    for (const key of notUnderstood(unknown as object, raw.data))
      remarks.push(
        `Le modèle écrit « ${key} » de la colonne « ${raw.data.name} » d'une façon que Carnet ne comprend pas : ce n'est pas appliqué.`,
      )
    const extras = ours.fields ?? {}
    return parseField(raw.data, Object.hasOwn(extras, raw.data.name) ? extras[raw.data.name] : undefined, remarks)
  })
  const seen = new Set<string>()
  const again = fields.filter(({ name }) => seen.size === seen.add(name).size)
  for (const twice of new Set(again.map(({ name }) => name)))
    remarks.push(
      `Le modèle décrit plusieurs fois la colonne « ${twice} » : seule la dernière description est appliquée.`,
    )
  return fields
}

const foreignKeysOf = (schema: RawSchema): ForeignKey[] =>
  (schema.foreignKeys ?? []).map(({ fields, reference }) => ({
    fields,
    resource: reference.resource,
    referenceFields: reference.fields,
  }))

/** v2 lets `fieldsMatch` be a text or a list of one; without it, Validata's own `schema_sync`. */
function fieldsMatch(value: unknown, remarks: string[]): Model['fieldsMatch'] {
  const text = Array.isArray(value) ? value[0] : value
  const known = MATCHES.find(match => match === text)
  if (known === undefined && text !== undefined && text !== null)
    remarks.push(
      "Le modèle dit dans « fieldsMatch » un mot que Carnet ne connaît pas : l'ordre des colonnes est libre.",
    )
  return known ?? 'sync'
}

/** Validata's `custom_checks`: `{name, params}`, or a bare name. */
function customCheck(check: unknown, remarks: string[]): CustomCheck[] {
  if (typeof check === 'string') return [{ name: check, params: {} }]
  if (check !== null && typeof check === 'object' && 'name' in check && typeof check.name === 'string') {
    const params = 'params' in check && check.params !== null && typeof check.params === 'object' ? check.params : {}
    return [{ name: check.name, params: { ...params } }]
  }
  remarks.push("Le modèle cite un contrôle particulier sans le nommer : il n'est pas vérifié.")
  return []
}
