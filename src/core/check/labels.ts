import type { Field, Model } from '../models/model.ts'
import { headerKey } from '../recipe/mapping/header.ts'
import { editDistance } from '../values/distance.ts'
import type { Finding } from './finding.ts'

/** How the columns of the file answer the model's. */
export interface Labels {
  /** One entry a column of the file: the field of the same name. */
  readonly fields: readonly (Field | undefined)[]
  readonly missing: readonly Field[]
  readonly findings: readonly Finding[]
}

/**
 * Compares the names of the columns with the model. Validata's rule (`schema_sync`) when the schema does not say otherwise: any order, a missing
 * mandatory column is an error, any other difference is only told. Table Schema v2's `fieldsMatch` is stricter when the schema holds it.
 */
export function matchLabels(header: readonly string[], model: Model): Labels {
  const byName = new Map(model.fields.map(field => [field.name, field]))
  const seen = new Set<string>()
  const fields = header.map(name => {
    const field = seen.has(name) ? undefined : byName.get(name)
    seen.add(name)
    return field
  })
  const missing = model.fields.filter(field => !seen.has(field.name))
  const extra = header.filter(name => name !== '' && !byName.has(name))
  const findings = [
    ...blankLabels(header),
    ...duplicateLabels(header),
    ...missingLabels(missing, extra, model),
    ...extraLabels(extra, missing, model),
    ...wrongOrder(header, model, missing, extra),
  ]
  return { fields, missing, findings }
}

type Level = Finding['level']
const about = (level: Level, code: string, column: string | null, message: string): Finding => ({
  level,
  code,
  row: null,
  column,
  value: null,
  message,
})

const blankLabels = (header: readonly string[]): Finding[] =>
  header.flatMap((name, index) =>
    name === ''
      ? [
          about(
            'error',
            'blank-label',
            null,
            `La colonne n° ${index + 1} n'a pas de nom : donnez-lui en un, ou supprimez-la.`,
          ),
        ]
      : [],
  )

function duplicateLabels(header: readonly string[]): Finding[] {
  const twice = new Set(header.filter((name, index) => name !== '' && header.indexOf(name) < index))
  return [...twice].map(name =>
    about(
      'error',
      'duplicate-label',
      name,
      `Plusieurs colonnes portent le même nom « ${name} » : une seule est lue, renommez ou supprimez les autres.`,
    ),
  )
}

function missingLabels(missing: readonly Field[], extra: readonly string[], model: Model): Finding[] {
  const strict = ['exact', 'equal', 'subset'].includes(model.fieldsMatch)
  const others = namesByKey(extra)
  const none = model.fieldsMatch === 'partial' && missing.length === model.fields.length
  return missing.map(field => {
    const required =
      field.constraints.required === true && model.fieldsMatch !== 'partial' && model.fieldsMatch !== 'superset'
    const level = strict || required || none ? 'error' : 'warning'
    const alike = aliases(field.name, others)
    const message = `Il manque la colonne « ${field.name} »${required ? ', obligatoire' : ''}.${alike.length === 1 ? ` La colonne « ${alike[0]} » lui ressemble : renommez-la.` : (nearName(field.name, others) ?? meaning(field))}`
    const finding = about(level, 'missing-label', field.name, message)
    return alike.length === 1
      ? { ...finding, fix: { type: 'rename', from: alike[0]!, to: field.name } as const }
      : finding
  })
}

const meaning = ({ meaning, title }: Field): string => {
  const text = meaning ?? title
  if (!text || text.length >= 200) return ''
  const words = text.replace(/[.\s]+$/, '')
  return ` On y écrit : ${words}${words.endsWith('…') ? '' : '.'}`
}

/** Names by what is compared of them, told once: a model or a file may have thousands. */
type NamesByKey = ReadonlyMap<string, readonly string[]>

function namesByKey(names: readonly string[]): NamesByKey {
  const byKey = new Map<string, string[]>()
  for (const name of names) {
    const key = headerKey(name)
    const same = byKey.get(key)
    if (same) same.push(name)
    else byKey.set(key, [name])
  }
  return byKey
}

const aliases = (name: string, among: NamesByKey): readonly string[] => {
  const key = headerKey(name)
  return key === '' ? [] : (among.get(key) ?? [])
}

/** More names than this are no table that a person could look through. */
const MOST_COMPARED = 300

/** A letter too many or too few: likely the same column, but only a person knows. Names that differ by a digit are different columns. */
function nearName(name: string, among: NamesByKey): string | undefined {
  const key = headerKey(name)
  if (key.length < 6 || among.size > MOST_COMPARED) return undefined
  const digits = key.replace(/\D/g, '')
  const near = [...among.entries()].filter(
    ([other]) => other.replace(/\D/g, '') === digits && editDistance(key, other, 1) <= 1,
  )
  const names = near.flatMap(([, same]) => same)
  return names.length === 1 ? ` La colonne « ${names[0]} » a presque ce nom : si c'est elle, renommez-la.` : undefined
}

function extraLabels(extra: readonly string[], missing: readonly Field[], model: Model): Finding[] {
  const level = ['exact', 'equal', 'superset'].includes(model.fieldsMatch) ? 'error' : 'warning'
  const names = namesByKey(missing.map(field => field.name))
  return [...new Set(extra)].map(name => {
    const alike = aliases(name, names)
    const advice =
      alike.length === 1 ? `elle ressemble à « ${alike[0]} »` : 'le modèle ne la connaît pas, elle n’est pas vérifiée'
    return about(level, 'extra-label', name, `La colonne « ${name} » est en plus : ${advice}.`)
  })
}

function wrongOrder(
  header: readonly string[],
  model: Model,
  missing: readonly Field[],
  extra: readonly string[],
): Finding[] {
  const exact = model.fieldsMatch === 'exact'
  if (!exact && model.fieldsMatch !== 'sync') return []
  if (missing.length > 0 || extra.length > 0 || header.length !== model.fields.length) return []
  if (header.every((name, index) => name === model.fields[index]!.name)) return []
  const first = header.findIndex((name, index) => name !== model.fields[index]!.name)
  return [
    about(
      exact ? 'error' : 'warning',
      'incorrect-label-order',
      null,
      `Les colonnes ne sont pas dans l'ordre du modèle : la colonne n° ${first + 1} devrait être « ${model.fields[first]!.name} », c'est « ${header[first]} ».`,
    ),
  ]
}
