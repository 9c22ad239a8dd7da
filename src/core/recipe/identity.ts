import type { Field, Model } from '../models/model.ts'
import { columnNames, findColumn, type Table } from '../table/table.ts'
import { addedId } from './added.ts'
import { headerKey } from './mapping/header.ts'
import type { RowIdentity } from './step.ts'

/**
 * The identity of a row: what lets a hand correction find its row again in next year's file, where every line number has moved.
 * The model's key when the file holds it, else the name with the address, else a hash of the whole row.
 */

/** Name of the pseudo-column that holds the hash of a row without any better identity. */
export const HASH = '#'

/** The columns that tell the rows apart, best first; empty when only the hash does. `generated` ids are not an identity: they follow the order. */
export const identityColumns = (table: Table, model: Model, generated: readonly string[] = []): string[] =>
  sharedIdentityColumns([table], model, generated)

/** The columns that tell apart the rows of each of these tables. A table without rows, beside one that has some, needs nothing told apart. */
export function sharedIdentityColumns(
  tables: readonly Table[],
  model: Model,
  generated: readonly string[] = [],
): string[] {
  const names = tables.map(table => new Set(columnNames(table)))
  const filled = tables.filter(table => table.rows.length > 0)
  const usable = (columns: readonly string[]) =>
    columns.length > 0 &&
    columns.every(name => !generated.includes(name) && names.every(of => of.has(name))) &&
    filled.length > 0 &&
    filled.every(table => tellsApart(table, columns))
  return [...(candidateKeys(model).find(usable) ?? [])]
}

function candidateKeys(model: Model): (readonly string[])[] {
  const byRole = (...roles: string[]) => model.fields.filter(field => roles.includes(field.role ?? '')).map(f => f.name)
  const places = byRole('address', 'street', 'house-number')
  const names = byRole('name').slice(0, 1)
  return [
    model.primaryKey,
    byRole('id').slice(0, 1),
    ...model.fields.filter(isUnique).map(field => [field.name]),
    names.length ? [...names, ...places] : [],
    names,
  ]
}

const isUnique = (field: Field): boolean => field.constraints.unique === true

/** Filled and different in nearly every row: twins are few, and told apart by their order. */
function tellsApart(table: Table, columns: readonly string[]): boolean {
  const cells = columns.map(name => findColumn(table, name)!.cells)
  const height = table.rows.length
  const seen = new Set<string>()
  let filled = 0
  for (let row = 0; row < height; row++) {
    const key = cells.map(column => column[row] ?? '')
    if (!key.some(text => text.trim() !== '')) continue
    filled++
    seen.add(JSON.stringify(key))
  }
  return filled >= height * 0.9 && seen.size >= filled * 0.9
}

/** Identities of every row by these columns (none: by hash), twins numbered in order. */
export function identitiesBy(table: Table, columns: readonly string[]): RowIdentity[] {
  const counts = new Map<string, number>()
  const keyed = columns.map(name => [name, findColumn(table, name)?.cells ?? []] as const)
  const hashes = columns.length === 0 ? hashesOf(table) : undefined
  return table.rows.map((_, row) => {
    const key = keyed.length
      ? Object.fromEntries(keyed.map(([name, cells]) => [name, cells[row] ?? '']))
      : { [HASH]: hashes![row]! }
    const text = JSON.stringify(key)
    const twin = counts.get(text) ?? 0
    counts.set(text, twin + 1)
    return twin === 0 ? { key } : { key, twin }
  })
}

export const rowIdentities = (table: Table, model: Model, generated: readonly string[] = []): RowIdentity[] =>
  identitiesBy(table, identityColumns(table, model, generated))

export const rowIdentity = (table: Table, model: Model, row: number, generated: readonly string[] = []): RowIdentity =>
  rowIdentities(table, model, generated)[row]!

/**
 * A finder over one table: the row of an identity, or undefined. The exact writing first; else the only row that says the same but for
 * case, accents and punctuation, for next year's file is often retyped. A column that the table has not makes the identity lost.
 */
export function identityFinder(table: Table): (identity: RowIdentity) => number | undefined {
  let finder = finders.get(table)
  if (!finder) finders.set(table, (finder = makeFinder(table)))
  return finder
}

/** A table never changes: those who look for its rows one after the other share what was indexed. */
const finders = new WeakMap<Table, (identity: RowIdentity) => number | undefined>()

function makeFinder(table: Table): (identity: RowIdentity) => number | undefined {
  const indexes = new Map<string, RowIndex>()
  return identity => {
    const columns = Object.keys(identity.key)
    const signature = JSON.stringify(columns)
    let index = indexes.get(signature)
    if (!index) indexes.set(signature, (index = new RowIndex(table, columns)))
    return index.find(
      columns.map(name => identity.key[name] ?? ''),
      identity.twin ?? 0,
    )
  }
}

/** The rows of a table by the values of some columns. Near writings are only compared once an exact one has failed. */
class RowIndex {
  readonly #exact = new Map<string, number[]>()
  readonly #cells: readonly (readonly string[])[] | undefined
  #near: Map<string, number[]> | undefined

  constructor(
    readonly table: Table,
    columns: readonly string[],
  ) {
    const byHash = columns.length === 1 && columns[0] === HASH
    const cells = columns.map(name => findColumn(table, name)?.cells)
    if (cells.every(column => column !== undefined)) this.#cells = cells
    const hashes = byHash && !this.#cells ? hashesOf(table) : undefined
    for (let row = 0; row < table.rows.length; row++) {
      const values = this.#cells ? this.#values(row) : hashes && [hashes[row]!]
      if (values) push(this.#exact, JSON.stringify(values), row)
    }
  }

  find(values: readonly string[], twin: number): number | undefined {
    const exact = this.#exact.get(JSON.stringify(values))
    if (exact) return exact[twin]
    const near = twin === 0 ? (this.#near ??= this.#indexNear()).get(nearKey(values)) : undefined
    return near?.length === 1 ? near[0] : undefined
  }

  #values = (row: number): string[] => this.#cells!.map(column => column[row] ?? '')

  #indexNear(): Map<string, number[]> {
    const near = new Map<string, number[]>()
    if (!this.#cells) return near
    for (let row = 0; row < this.table.rows.length; row++) {
      const values = this.#values(row)
      if (values.some(text => text.trim() !== '')) push(near, nearKey(values), row)
    }
    return near
  }
}

/** What near writings have in common. */
export const nearKey = (values: readonly string[]): string => values.map(headerKey).join('|')

function push(index: Map<string, number[]>, key: string, row: number): void {
  const rows = index.get(key)
  if (rows) rows.push(row)
  else index.set(key, [row])
}

/** Of every row: told once a table, for a table never changes. */
function hashesOf(table: Table): readonly string[] {
  let hashes = knownHashes.get(table)
  if (!hashes) knownHashes.set(table, (hashes = table.rows.map((_, row) => hashRow(table, row))))
  return hashes
}

const knownHashes = new WeakMap<Table, readonly string[]>()

/** 53-bit FNV-like hash of the cells, in hexadecimal: no secret here, only a short name for a row. */
function hashRow(table: Table, row: number): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  const text = JSON.stringify(table.columns.map(column => column.cells[row] ?? ''))
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0')
}

/** The identity as a person reads it: « Boulangerie Martin, 3 rue Haute ». */
export function describeIdentity(identity: RowIdentity): string {
  if (addedId(identity) !== undefined) return 'ajoutée à la main'
  const text = Object.entries(identity.key)
    .filter(([name, value]) => name !== HASH && value !== '')
    .map(([, value]) => value)
    .join(', ')
  return text === '' ? 'une ligne sans nom' : `« ${text} »`
}
