import type { CustomCheck, FieldType } from '../../models/model.ts'
import { quoted } from '../../values/quoted.ts'
import type { Verdict } from '../verdict.ts'

/** A cell of the row as a row check sees it. */
export interface RowCell {
  readonly name: string
  readonly text: string
  readonly type: FieldType
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
      return cohesive(text(params.column), texts(params.othercolumns))
    case 'compare-columns-value':
      return comparison(text(params.column), text(params.op), text(params.column2))
    case 'sum-columns-value':
      return sum(text(params.column), texts(params.columns))
    case 'one-of-required':
      // Validata's own README writes `column` for `column1`.
      return oneOf([text(params.column1 ?? params.column), text(params.column2)].filter(column => column !== ''))
    default:
      return undefined
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
export const incomplete = (name: string): string =>
  `Le contrôle « ${name} » du modèle est incomplet : il n'est pas fait.`
const bad = (name: string): Compiled => ({ unknown: incomplete(name) })

function cohesive(column: string, others: readonly string[]): Compiled {
  if (column === '' || others.length === 0) return bad('cohesive-columns-value')
  const columns = [column, ...others]
  return {
    code: 'cohesive-columns-value',
    columns,
    onRow: true,
    test: cells => {
      const holes = cells.filter(cell => !isFilled(cell) || cell.verdict.value === '')
      if (holes.length === 0 || holes.length === cells.length) return undefined
      return `Les colonnes ${listed(columns)} doivent être toutes remplies ou toutes vides : ${lacks(holes)}.`
    },
  }
}

/** A value of another type counts for none, but it is there: nobody would look for what is missing. */
function lacks(holes: readonly RowCell[]): string {
  const empty = holes.filter(({ verdict }) => verdict.empty || verdict.value === '')
  const unread = holes.filter(hole => !empty.includes(hole))
  return [
    ...(empty.length > 0 ? [`il manque ${namesOf(empty)}`] : []),
    ...(unread.length > 0 ? [`${namesOf(unread)} ne se lit pas`] : []),
  ].join(', ')
}
const namesOf = (cells: readonly RowCell[]): string => listed(cells.map(({ name }) => name))

const listed = (columns: readonly string[]): string => columns.map(column => `« ${column} »`).join(', ')

interface Order {
  readonly holds: (order: number) => boolean
  /** Of numbers and texts, and of dates. */
  readonly size: string
  readonly time: string
}
const ORDERS: Readonly<Record<string, Order>> = {
  '>': { holds: order => order > 0, size: 'plus grand que', time: 'après' },
  '>=': { holds: order => order >= 0, size: 'au moins égal à', time: 'le même jour ou après' },
  '==': { holds: order => order === 0, size: 'égal à', time: 'la même date que' },
  '<=': { holds: order => order <= 0, size: 'au plus égal à', time: 'le même jour ou avant' },
  '<': { holds: order => order < 0, size: 'plus petit que', time: 'avant' },
}
const words = (order: Order, { type }: RowCell): string => (type === 'date' ? order.time : order.size)

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
        return `${quoted(a.text)} (${column}) et ${quoted(b.text)} (${column2}) ne peuvent pas être comparés : ce ne sont pas des valeurs de même nature.`
      return order.holds(found)
        ? undefined
        : `${quoted(a.text)} (${column}) devrait être ${words(order, a)} ${quoted(b.text)} (${column2}).`
    },
  }
}

/** Filled and of its type: where the conversion failed, Validata sees an empty cell. */
const isFilled = ({ verdict }: RowCell): boolean => verdict.value !== undefined

/** Numbers and texts that are numbers by size; two texts by their letters; others of one type by their canonical text. */
function orderOf(a: RowCell, b: RowCell): number | undefined {
  const [x, y] = [numberOf(a), numberOf(b)]
  if (x !== undefined && y !== undefined) return x - y
  if (nature(a) !== nature(b)) return undefined
  const [s, t] = [String(a.verdict.value), String(b.verdict.value)]
  return s < t ? -1 : s > t ? 1 : 0
}

/** The kind of Python object that the cell becomes. */
const nature = ({ type }: RowCell): string =>
  type === 'any' ? 'string' : type === 'integer' || type === 'year' ? 'number' : type

/** As Python's `float()`. */
function numberOf({ type, verdict: { value } }: RowCell): number | undefined {
  if (typeof value === 'number' && type !== 'duration') return value
  if (typeof value !== 'string' || (type !== 'string' && type !== 'any')) return undefined
  return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(value) ? Number(value) : undefined
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
      cells.some(isFilled) ? undefined : `Au moins une des colonnes ${listed(columns)} doit être remplie.`,
  }
}
