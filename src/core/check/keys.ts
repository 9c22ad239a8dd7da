import type { ForeignKey, Model } from '../models/model.ts'
import { findColumn, type Table } from '../table/table.ts'
import type { RowCell } from './custom/row-checks.ts'
import type { Finding } from './finding.ts'

/** One key of several values, without confusion between ("a", "bc") and ("ab", "c"). */
const tuple = (texts: readonly string[]): string => (texts.length === 1 ? texts[0]! : JSON.stringify(texts))

/** Values met once: the second and later ones are told, with the row where the first one stands. */
export class Unique {
  readonly #first = new Map<string, number>()

  /** The line where this value was first met; undefined the first time. */
  seen(texts: readonly string[], line: number): number | undefined {
    const key = tuple(texts)
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
    const names = this.columns.map(name => `« ${name} »`).join(' et ')
    if (cells.every(cell => cell.verdict.empty)) return `L'identifiant de la ligne (${names}) est vide.`
    const first = this.#unique.seen(
      cells.map(cell => (cell.verdict.empty ? '' : cell.text)),
      line,
    )
    if (first === undefined) return undefined
    return `L'identifiant « ${cells.map(cell => cell.text).join(' ')} » (${names}) est déjà celui de la ligne ${first} : il doit être unique.`
  }
}

/** A foreign key against the table it names; against the table itself (`resource: ''`) it waits for the last row. */
export class ForeignKeyCheck {
  readonly #known = new Set<string>()
  readonly #waiting: { readonly line: number; readonly texts: readonly string[] }[] = []
  readonly #own: boolean

  constructor(
    readonly key: ForeignKey,
    reference: Table | undefined,
  ) {
    this.#own = reference === undefined
    if (reference) for (const texts of rowsOf(reference, key.referenceFields)) this.#known.add(tuple(texts))
  }

  push(cells: readonly RowCell[], referenced: readonly string[] | undefined, line: number): void {
    if (referenced) this.#known.add(tuple(referenced))
    if (cells.every(cell => cell.verdict.empty)) return
    const texts = cells.map(cell => cell.text)
    if (this.#own || !this.#known.has(tuple(texts))) this.#waiting.push({ line, texts })
  }

  end(): Finding[] {
    return this.#waiting
      .filter(({ texts }) => !this.#known.has(tuple(texts)))
      .map(({ line, texts }) => ({
        level: 'error' as const,
        code: 'foreign-key',
        row: line,
        column: this.key.fields[0] ?? null,
        value: texts.join(', '),
        message: `« ${texts.join(', ')} » n'existe pas dans ${this.key.resource === '' ? 'ce tableau' : `« ${this.key.resource} »`}, colonne « ${this.key.referenceFields.join(', ')} ».`,
      }))
  }
}

function* rowsOf(table: Table, names: readonly string[]): Generator<string[]> {
  const columns = names.map(name => findColumn(table, name)?.cells)
  for (let row = 0; row < table.rows.length; row++) yield columns.map(cells => cells?.[row] ?? '')
}

/** The foreign keys that can be checked, and why the others cannot. */
export function foreignKeys(model: Model, resources: Readonly<Record<string, Table>>) {
  const checks: ForeignKeyCheck[] = []
  const unchecked: string[] = []
  for (const key of model.foreignKeys) {
    const reference = Object.hasOwn(resources, key.resource) ? resources[key.resource] : undefined
    if (reference || key.resource === '') checks.push(new ForeignKeyCheck(key, reference))
    else
      unchecked.push(
        `Le lien de « ${key.fields.join(', ')} » vers « ${key.resource} » n'est pas vérifié : ce tableau n'est pas donné.`,
      )
  }
  return { checks, unchecked }
}
