import { z } from 'zod'
import type { Recipe, Step } from './step.ts'

/** The door of recipes: unknown JSON in, a Recipe out, or one French sentence. Documented in docs/recipe.md. */

const text = z.string()
const texts = z.array(text)
const identity = z.strictObject({ key: z.record(text, text), twin: z.number().int().min(0).optional() })
const pair = z.strictObject({ from: text, to: text })
const rowPair = z.strictObject({ left: identity, right: identity })
const condition = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('in'), values: texts }),
  z.strictObject({ type: z.literal('not-in'), values: texts }),
  z.strictObject({ type: z.literal('not-empty') }),
])
const mergeKey = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('columns'), columns: texts.min(1) }),
  z.strictObject({
    type: z.literal('name-address'),
    name: text,
    address: text.optional(),
    town: text.optional(),
  }),
])
const kinds = [
  'date',
  'datetime',
  'period',
  'year',
  'time',
  'number',
  'integer',
  'boolean',
  'null-word',
  'siren',
  'siret',
  'insee',
  'postcode',
  'phone',
  'email',
  'url',
  'street',
  'town',
  'century',
  'latitude',
  'longitude',
  'lonlat',
  'hours',
  'text',
  'mojibake',
  'enum',
  'choices',
] as const

const step = <Name extends Step['type'], Shape extends z.ZodRawShape>(type: Name, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape })

const steps = [
  step('select-table', {
    source: text.optional(),
    sheet: text.optional(),
    headerRow: z.number().int().optional(),
    rank: z.number().int().optional(),
  }),
  step('map', { columns: z.array(pair) }),
  step('rename', { from: text, to: text }),
  step('split', { column: text, separator: text.min(1), into: texts.min(1) }),
  step('split-address', {
    column: text,
    number: text.optional(),
    street: text.optional(),
    postcode: text.optional(),
    town: text.optional(),
  }),
  step('join', { columns: texts.min(1), separator: text, into: text, named: z.literal(true).optional() }),
  step('drop', { columns: texts }),
  step('arrange', { columns: texts }),
  step('add-constant', { column: text, value: text }),
  step('fill', { column: text, value: text }),
  step('fill-down', { column: text }),
  step('ditto', { column: text }),
  step('normalise', { column: text, kind: z.enum(kinds), options: z.record(text, z.unknown()).optional() }),
  step('convert-unit', { column: text, from: text, to: text }),
  step('replace-values', { column: text, values: z.array(pair) }),
  step('cluster', { column: text, groups: z.array(z.strictObject({ to: text, from: texts })) }),
  step('filter', { column: text, keep: condition }),
  step('deduplicate', { columns: texts }),
  step('generate-ids', {
    column: text,
    pattern: text,
    insee: text.optional(),
    assigned: z.array(z.strictObject({ row: identity, id: text })).optional(),
  }),
  step('geocode', {
    address: texts.min(1),
    into: z.enum(['lat-lon', 'lonlat']),
    columns: texts.min(1),
    addresses: text,
  }),
  step('hours', { column: text, into: text }),
  step('split-lonlat', { column: text, longitude: text, latitude: text, crs: text.optional() }),
  step('join-lonlat', { longitude: text, latitude: text, into: text, format: text }),
  step('reproject', { x: text, y: text, crs: text, longitude: text, latitude: text }),
  step('swap-lonlat', { longitude: text, latitude: text }),
  step('merge', {
    source: text,
    sheet: text.optional(),
    headerRow: z.number().int().optional(),
    rank: z.number().int().optional(),
    columns: z.array(pair).optional(),
    confirmed: z.array(rowPair).optional(),
    refused: z.array(rowPair).optional(),
    key: z.union([z.literal('auto'), mergeKey]),
    prefer: z.enum(['left', 'right']),
    keep: z.enum(['left', 'both']),
  }),
  step('append', {
    source: text,
    sheet: text.optional(),
    headerRow: z.number().int().optional(),
    rank: z.number().int().optional(),
    columns: z.array(pair).optional(),
    sheetColumn: text.optional(),
  }),
  step('pivot-long', { columns: texts.min(1), names: text, values: text }),
  step('correct-cell', { row: identity, column: text, was: text, to: text }),
  step('by-hand', {
    corrections: z.array(z.strictObject({ row: identity, column: text, was: text, to: text })),
    deleted: z.array(identity),
    added: z.array(z.strictObject({ id: text.min(1), cells: z.record(text, text) })),
  }),
  step('delete-row', { row: identity }),
  step('restore-row', { row: identity }),
] as const

const recipe = z.strictObject({
  version: z.literal(1),
  model: text,
  town: text.optional(),
  steps: z.array(
    z.strictObject({
      id: text.min(1),
      step: z.discriminatedUnion('type', steps),
      reason: text,
      off: z.literal(true).optional(),
      before: z.number().optional(),
      after: z.number().optional(),
    }),
  ),
})

/** A recipe that cannot be read: `message` is one French sentence. */
export class UnreadableRecipe extends Error {
  override readonly name = 'UnreadableRecipe'
}

/** Accepts the JSON text of a recipe, or what `JSON.parse` made of it. Throws UnreadableRecipe. */
export function parseRecipe(json: unknown): Recipe {
  const value = typeof json === 'string' ? parseJson(json) : json
  const version = (value as { version?: unknown } | null)?.version
  if (typeof version === 'number' && version !== 1)
    throw new UnreadableRecipe(`Cette recette est de version ${version} ; ce Carnet lit la version 1.`)
  const parsed = recipe.safeParse(value)
  if (!parsed.success) throw new UnreadableRecipe(sayWhy(parsed.error, value))
  const twice = firstTwice(parsed.data.steps.map(({ id }) => id))
  if (twice !== undefined)
    throw new UnreadableRecipe(
      `Cette recette a deux étapes de même identifiant « ${twice} » ; chacune doit avoir le sien.`,
    )
  return parsed.data as Recipe
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new UnreadableRecipe(
      'Ce fichier de recette n’est pas du JSON ; j’attendais le fichier recipe.json écrit par Carnet.',
    )
  }
}

function sayWhy(error: z.ZodError, value: unknown): string {
  const path = error.issues[0]?.path ?? []
  if (path[0] !== 'steps' || typeof path[1] !== 'number')
    return 'Ce fichier n’est pas une recette de Carnet : il y manque la version, le modèle ou les étapes.'
  const found = (value as { steps: { id?: unknown; step?: { type?: unknown } }[] }).steps[path[1]]
  const type = found?.step?.type
  const place = `l’étape ${path[1] + 1}`
  if (!steps.some(one => one.shape.type.value === type))
    return `Cette recette demande, à ${place}, une action inconnue : « ${String(type)} ». Elle vient peut-être d’un Carnet plus récent.`
  return `Cette recette est incomplète : à ${place} (« ${String(type)} »), « ${path.slice(2).join('.')} » manque ou n’est pas ce que j’attendais.`
}

function firstTwice(ids: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return ids.find(id => seen.size === seen.add(id).size)
}
