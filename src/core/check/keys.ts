import type { ForeignKey, Model } from '../models/model.ts'
import { findColumn, type Table } from '../table/table.ts'
import { quoted } from '../values/quoted.ts'
import type { RowCell } from './custom/row-checks.ts'
import type { Finding } from './finding.ts'
import { type Cast, compileCast, type Value } from './schema/cast.ts'

/** What a cell is compared by: its value once converted (`1` is `01` in a column of numbers), as text. */
const keyOf = (value: Value | undefined): string =>
  value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** One key of several values, without confusion between ("a", "bc") and ("ab", "c"). */
const tuple = (keys: readonly string[]): string => (keys.length === 1 ? keys[0]! : JSON.stringify(keys))

const tupleOf = (cells: readonly RowCell[]): string => tuple(cells.map(cell => keyOf(cell.verdict.value)))

/** Empty or of another type: frictionless sees nothing there. */
const isVoid = ({ verdict }: RowCell): boolean => verdict.value === undefined

/** Values met once: the second and later ones are told, with the row where the first one stands. */
export class Unique {
  readonly #first = new Map<string, number>()

  /** The line where this value was first met; undefined the first time, and for no value. */
  seen(value: Value | undefined, line: number): number | undefined {
    return value === undefined ? undefined : this.seenKey(keyOf(value), line)
  }

  seenKey(key: string, line: number): number | undefined {
    const first = this.#first.get(key)
    if (first === undefined) this.#first.set(key, line)
    return first
  }
}

/** The primary key: filled, and met once (frictionless: an empty key is an error only when all its cells are empty). */
export class PrimaryKey {
  readonly #unique = new Unique()

  constructor(readonly columns: readonly string[]) {}

  test(cells: readonly RowCell[], line: number): string | undefined {
    const names = named(this.columns)
    if (cells.every(isVoid)) return `L'identifiant de la ligne (${names}) est vide ou illisible : il est obligatoire.`
    const first = this.#unique.seenKey(tupleOf(cells), line)
    if (first === undefined) return undefined
    return `L'identifiant ${shown(cells)} (${names}) est déjà celui de la ligne ${first} : il doit être unique.`
  }
}

const named = (columns: readonly string[]): string => columns.map(name => `« ${name} »`).join(' et ')
const shown = (cells: readonly RowCell[]): string => quoted(cells.map(cell => cell.text).join(', '))

/** Values met once together (Table Schema v2); a row where one of them is missing is not compared. */
export class UniqueKey {
  readonly #unique = new Unique()

  constructor(readonly columns: readonly string[]) {}

  test(cells: readonly RowCell[], line: number): string | undefined {
    if (cells.some(isVoid)) return undefined
    const first = this.#unique.seenKey(tupleOf(cells), line)
    if (first === undefined) return undefined
    return `${shown(cells)} (${named(this.columns)}) est déjà à la ligne ${first} : ${this.columns.length > 1 ? 'ces valeurs ensemble doivent être uniques' : 'chaque valeur de cette colonne doit être unique'}.`
  }
}

/** A foreign key against the table it names; against the table itself (`resource: ''`) it waits for the last row. */
export class ForeignKeyCheck {
  readonly #known = new Set<string>()
  readonly #waiting: { readonly line: number; readonly key: string; readonly text: string }[] = []

  constructor(
    readonly key: ForeignKey,
    reference: Table | undefined,
    casts: readonly Cast[],
  ) {
    if (reference)
      for (const texts of rowsOf(reference, key.referenceFields)) this.#known.add(tuple(keysOf(texts, casts)))
  }

  /** `referenced`: the cells of this row that others may refer to, when the key is on the table itself. */
  push(cells: readonly RowCell[], referenced: readonly RowCell[] | undefined, line: number): void {
    if (referenced) this.#known.add(tupleOf(referenced))
    if (cells.every(isVoid)) return
    const key = tupleOf(cells)
    if (this.#known.has(key)) return
    this.#waiting.push({ line, key, text: cells.map(cell => cell.text).join(', ') })
  }

  end(): Finding[] {
    const where = this.key.resource === '' ? 'ce tableau' : `« ${this.key.resource} »`
    return this.#waiting
      .filter(({ key }) => !this.#known.has(key))
      .map(({ line, text }) => ({
        level: 'error' as const,
        code: 'foreign-key',
        row: line,
        column: this.key.fields[0] ?? null,
        value: text,
        message: `${quoted(text)} n'existe pas dans ${where}, colonne « ${this.key.referenceFields.join(', ')} » : écrivez une valeur qui s'y trouve.`,
      }))
  }
}

const keysOf = (texts: readonly string[], casts: readonly Cast[]): string[] =>
  texts.map((text, index) => keyOf(casts[index]?.(text) ?? text))

function* rowsOf(table: Table, names: readonly string[]): Generator<string[]> {
  const columns = names.map(name => findColumn(table, name)?.cells)
  for (let row = 0; row < table.rows.length; row++) yield columns.map(cells => cells?.[row] ?? '')
}

export interface PlacedKey {
  readonly code: 'primary-key' | 'unique-key'
  readonly key: PrimaryKey | UniqueKey
  readonly at: readonly number[]
}

/** The keys of the table that the file's columns allow, and why the others are not checked. */
export function ownKeys({ primaryKey, uniqueKeys }: Model, header: readonly string[]) {
  const placed: PlacedKey[] = []
  const unchecked: string[] = []
  const place = (code: PlacedKey['code'], key: PrimaryKey | UniqueKey) => {
    const at = key.columns.map(name => header.indexOf(name))
    const absent = key.columns.filter((_, index) => at[index] === -1)
    if (absent.length === 0) placed.push({ code, key, at })
    else
      unchecked.push(
        `Le modèle veut que ${named(key.columns)} ne se ${key.columns.length > 1 ? 'répètent' : 'répète'} pas d'une ligne à l'autre ; ce n'est pas vérifié : il manque la colonne « ${absent[0]} ».`,
      )
  }
  if (primaryKey.length > 0) place('primary-key', new PrimaryKey(primaryKey))
  for (const columns of uniqueKeys) if (columns.length > 0) place('unique-key', new UniqueKey(columns))
  return { placed, unchecked }
}

/** The foreign keys that can be checked, and why the others cannot. */
export function foreignKeys(model: Model, header: readonly string[], resources: Readonly<Record<string, Table>>) {
  const checks: ForeignKeyCheck[] = []
  const unchecked: string[] = []
  for (const key of model.foreignKeys) {
    const reference = Object.hasOwn(resources, key.resource) ? resources[key.resource] : undefined
    const wanted = key.resource === '' ? [...key.fields, ...key.referenceFields] : key.fields
    const absent = wanted.filter(name => !header.includes(name))
    const link = `Le lien de « ${key.fields.join(', ')} » vers ${key.resource === '' ? 'ce tableau' : `« ${key.resource} »`} n'est pas vérifié`
    if (absent.length > 0) unchecked.push(`${link} : il manque la colonne « ${absent[0]} ».`)
    else if (reference || key.resource === '') checks.push(new ForeignKeyCheck(key, reference, castsOf(model, key)))
    else unchecked.push(`${link} : ce tableau n'est pas donné.`)
  }
  return { checks, unchecked }
}

const castsOf = (model: Model, key: ForeignKey): Cast[] =>
  key.fields.map(name => {
    const field = model.fields.find(field => field.name === name)
    return field ? compileCast(field) : text => text
  })
