import type { CustomCheck } from '../../models/model.ts'
import type { Verdict } from '../verdict.ts'

/** A cell of the row as a row check sees it. */
export interface RowCell {
  readonly name: string
  readonly text: string
  readonly verdict: Verdict
}

/** A check of Validata that looks at several cells of a row: undefined when it passes, else the French sentence. */
export interface RowCheck {
  readonly code: string
  /** The columns it reads, in the order that `test` expects. */
  readonly columns: readonly string[]
  readonly test: (cells: readonly RowCell[]) => string | undefined
  /** Where the finding stands: the first column, or the row. */
  readonly onRow?: true
}

/** What is wrong with the check itself, in French. */
export type Compiled = RowCheck | { readonly unknown: string }

/** Undefined: the check is not of this kind. */
export function compileRowCheck({ name, params }: CustomCheck): Compiled | undefined {
  switch (name) {
    case 'cohesive-columns-value':
      return cohesive(text(params.column), texts(params.othercolumns ?? params.columns))
    case 'compare-columns-value':
      return comparison(text(params.column), text(params.op), text(params.column2))
    case 'sum-columns-value':
      return sum(text(params.column), texts(params.columns))
    case 'one-of-required':
      return oneOf([text(params.column1 ?? params.column), text(params.column2)].filter(column => column !== ''))
    default:
      return undefined
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const bad = (name: string): Compiled => ({
  unknown: `La règle « ${name} » du modèle est incomplète : elle n'est pas vérifiée.`,
})

function cohesive(column: string, others: readonly string[]): Compiled {
  if (column === '' || others.length === 0) return bad('cohesive-columns-value')
  const columns = [column, ...others]
  return {
    code: 'cohesive-columns-value',
    columns,
    onRow: true,
    test: cells => {
      const filled = cells.filter(cell => !cell.verdict.empty).length
      if (filled === 0 || filled === cells.length) return undefined
      const holes = cells.filter(cell => cell.verdict.empty).map(cell => cell.name)
      return `Les colonnes ${listed(columns)} doivent être toutes remplies ou toutes vides : il manque ${listed(holes)}.`
    },
  }
}

const listed = (columns: readonly string[]): string => columns.map(column => `« ${column} »`).join(', ')

const ORDERS: Readonly<Record<string, { holds: (order: number) => boolean; words: string }>> = {
  '>': { holds: order => order > 0, words: 'plus grande que' },
  '>=': { holds: order => order >= 0, words: 'supérieure ou égale à' },
  '==': { holds: order => order === 0, words: 'égale à' },
  '<=': { holds: order => order <= 0, words: 'inférieure ou égale à' },
  '<': { holds: order => order < 0, words: 'plus petite que' },
}

function comparison(column: string, op: string, column2: string): Compiled {
  const order = Object.hasOwn(ORDERS, op) ? ORDERS[op] : undefined
  if (column === '' || column2 === '' || !order) return bad('compare-columns-value')
  return {
    code: 'compare-columns-value',
    columns: [column, column2],
    test: cells => {
      const [a, b] = cells as [RowCell, RowCell]
      if (!isFilled(a) || !isFilled(b)) return undefined
      const found = orderOf(a, b)
      if (found === undefined)
        return `« ${a.text} » (${column}) et « ${b.text} » (${column2}) ne peuvent pas être comparés : l'un est un nombre, l'autre non.`
      return order.holds(found)
        ? undefined
        : `« ${a.text} » (${column}) devrait être ${order.words} « ${b.text} » (${column2}).`
    },
  }
}

/** Filled and of its type: Validata sees nothing where the conversion failed. */
const isFilled = ({ verdict }: RowCell): boolean => verdict.value !== undefined

/** Numbers and texts that are numbers by size; two texts by their letters; others of one type by their canonical text. */
function orderOf(a: RowCell, b: RowCell): number | undefined {
  const [x, y] = [numberOf(a), numberOf(b)]
  if (x !== undefined && y !== undefined) return x - y
  const [left, right] = [a.verdict.value, b.verdict.value]
  if (typeof left !== typeof right) return undefined
  const [s, t] = [String(left), String(right)]
  return s < t ? -1 : s > t ? 1 : 0
}

function numberOf({ verdict: { value } }: RowCell): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : undefined
}

function sum(column: string, columns: readonly string[]): Compiled {
  if (column === '' || columns.length < 2) return bad('sum-columns-value')
  return {
    code: 'sum-columns-value',
    columns: [column, ...columns],
    test: cells => {
      const numbers = cells.map(numberOf)
      if (numbers.some(number => number === undefined)) return undefined
      const [total, ...parts] = numbers.map(number => Math.trunc(number!)) as [number, ...number[]]
      const added = parts.reduce((all, part) => all + part, 0)
      return added === total
        ? undefined
        : `La somme de ${listed(columns)} est ${added} ; la colonne « ${column} » dit ${total}.`
    },
  }
}

function oneOf(columns: readonly string[]): Compiled {
  if (columns.length < 2) return bad('one-of-required')
  return {
    code: 'one-of-required',
    columns,
    onRow: true,
    test: cells =>
      cells.some(cell => !cell.verdict.empty)
        ? undefined
        : `Au moins une des colonnes ${listed(columns)} doit être remplie.`,
  }
}
