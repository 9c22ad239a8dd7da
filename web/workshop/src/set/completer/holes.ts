import { choicesOf } from '../../../../../src/core/models/collection.ts'
import type { Field, Model, Town } from '../../../../../src/core/models/model.ts'
import { townConstant } from '../../../../../src/core/propose/fill.ts'
import { roleOf } from '../../../../../src/core/recipe/roles.ts'
import type { RecipeStep } from '../../../../../src/core/recipe/step.ts'
import { findColumn, type Table } from '../../../../../src/core/table/table.ts'

/** What is missing, column by column, with the ways to fill it. */
export interface ColumnHoles {
  readonly field: Field
  readonly required: boolean
  readonly empty: number
  readonly rows: number
  readonly ways: readonly Way[]
  /** The value that is already written in the empty cells of this column, and its step. */
  readonly constant?: { readonly step: string; readonly value: string }
}

/** Best first; a person may always type the cells one by one, or ask somebody. */
export type Way =
  /** The town's card knows it. */
  | { readonly type: 'town'; readonly value: string; readonly reason: string }
  /** By the model's rule. */
  | { readonly type: 'number'; readonly pattern: string }
  /** The same value everywhere; `values`: what the model allows, or what the column says elsewhere. */
  | { readonly type: 'same'; readonly values: readonly string[]; readonly closed: boolean }
  /** From the address of each row, in the town's address file. */
  | {
      readonly type: 'geocode'
      readonly address: readonly string[]
      readonly into: GeocodeInto
      readonly columns: readonly string[]
    }
  /** It could be, if the town gave its address file. */
  | { readonly type: 'no-addresses' }

type GeocodeInto = 'lat-lon' | 'lonlat'

export interface HolesInput {
  readonly model: Model
  readonly steps: readonly RecipeStep[]
  readonly table: Table
  readonly town?: Town
  readonly addresses: boolean
}

/** Columns with empty cells, mandatory ones first, in the order of the model. */
export function holesOf(input: HolesInput): ColumnHoles[] {
  const { model, table, steps } = input
  const all = model.fields.flatMap((field): ColumnHoles[] => {
    const empty = emptyCells(table, field.name)
    if (empty === 0) return []
    const constant = constantOf(steps, field.name)
    const required = field.constraints.required === true
    return [
      { field, required, empty, rows: table.rows.length, ways: waysOf(field, input), ...(constant && { constant }) },
    ]
  })
  return [...all.filter(({ required }) => required), ...all.filter(({ required }) => !required)]
}

export const emptyCells = (table: Table, name: string): number => {
  const cells = findColumn(table, name)?.cells
  return cells ? cells.filter(text => text.trim() === '').length : table.rows.length
}

/** « 12 cases obligatoires sur 340 restent vides ». */
export function mandatoryCells({ fields }: Model, table: Table): { readonly empty: number; readonly cells: number } {
  const required = fields.filter(({ constraints }) => constraints.required)
  return {
    empty: required.reduce((sum, { name }) => sum + emptyCells(table, name), 0),
    cells: required.length * table.rows.length,
  }
}

function constantOf(steps: readonly RecipeStep[], name: string): ColumnHoles['constant'] {
  const found = steps.findLast(({ step, off }) => !off && step.type === 'add-constant' && step.column === name)
  return found?.step.type === 'add-constant' ? { step: found.id, value: found.step.value } : undefined
}

function waysOf(field: Field, input: HolesInput): Way[] {
  const { model, town } = input
  const ways: Way[] = []
  const known = town && townConstant(field, town)
  if (known) ways.push({ type: 'town', value: known.value, reason: known.reason })
  else ways.push(...askedWays(field, input.steps))
  if (model.idRule?.field === field.name) ways.push({ type: 'number', pattern: model.idRule.pattern })
  ways.push(...placeWays(field, input))
  if (mayBeTheSame(field, model)) ways.push(...sameWays(field, input.table))
  return ways
}

/** « Faut-il écrire … dans cette colonne ? »: the answer yes, where the column is. */
const askedWays = ({ name }: Field, steps: readonly RecipeStep[]): Way[] =>
  steps.flatMap(({ step, off }) =>
    off && step.type === 'add-constant' && step.column === name
      ? [{ type: 'town', value: step.value, reason: 'ce que Carnet propose' } as const]
      : [],
  )

/** What tells rows apart, or says where each one is, is not the same everywhere. */
function mayBeTheSame(field: Field, model: Model): boolean {
  const role = roleOf(field)
  if (field.constraints.unique || model.primaryKey.includes(field.name)) return false
  // The first name is the row's own; another one (of its operator) may be the town everywhere.
  if (role === 'name') return model.fields.find(other => roleOf(other) === 'name') !== field
  return !['id', 'latitude', 'longitude', 'lonlat', 'house-number', 'address', 'hours'].includes(role ?? '')
}

/** A value met in most filled cells may be the one of the others too. */
const MOSTLY = 0.5

/** From a closed list, as most of the column says, or in a column where nothing is said yet; else a value for all would be a wrong one for most. */
function sameWays(field: Field, table: Table): Way[] {
  const choices = choicesOf(field)
  if (choices.length > 0) return [{ type: 'same', values: choices, closed: true }]
  const counts = new Map<string, number>()
  for (const text of findColumn(table, field.name)?.cells ?? [])
    if (text.trim() !== '') counts.set(text, (counts.get(text) ?? 0) + 1)
  if (counts.size === 0) return [{ type: 'same', values: [], closed: false }]
  const filled = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const main = [...counts].find(([, count]) => count > 1 && count >= MOSTLY * filled)
  return main ? [{ type: 'same', values: [main[0]], closed: false }] : []
}

function placeWays(field: Field, { model, table, steps, addresses }: HolesInput): Way[] {
  const role = roleOf(field)
  if (role !== 'latitude' && role !== 'longitude' && role !== 'lonlat') return []
  const one = (wanted: string) => model.fields.find(other => roleOf(other) === wanted)?.name
  const address = ['house-number', 'street', 'address', 'postcode', 'town'].flatMap(wanted => one(wanted) ?? [])
  const filled = address.filter(name => emptyCells(table, name) < table.rows.length)
  if (![one('street'), one('address')].some(name => name !== undefined && filled.includes(name))) return []
  if (!addresses) return [{ type: 'no-addresses' }]
  // Already looked for: what remains is not in the file.
  if (steps.some(({ step, off }) => !off && step.type === 'geocode')) return []
  const [longitude, latitude] = [one('longitude'), one('latitude')]
  return longitude !== undefined && latitude !== undefined
    ? [{ type: 'geocode', address: filled, into: 'lat-lon', columns: [latitude, longitude] }]
    : [{ type: 'geocode', address: filled, into: 'lonlat', columns: [field.name] }]
}
