import { fold } from '../worker/fold.ts'
import type { SheetData } from './sheet-data.ts'

/** How the rows are shown. Nothing of this touches the data: the file keeps its order and its rows. */
export interface View {
  readonly sort?: { readonly column: number; readonly direction: 'up' | 'down' }
  /** By column: the values shown. */
  readonly values: ReadonlyMap<number, ReadonlySet<string>>
  /** Only rows about which something is said. */
  readonly problemsOnly: boolean
}

export const WHOLE: View = { values: new Map(), problemsOnly: false }

export const isWhole = ({ sort, values, problemsOnly }: View): boolean => !sort && values.size === 0 && !problemsOnly

const french = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' })

/** Numbers by their size, texts as a French dictionary, empty cells last in both directions. Equal rows keep the order of the file. */
export function compareTexts(a: string, b: string): number {
  const [x, y] = [numberOf(a), numberOf(b)]
  return x !== undefined && y !== undefined ? x - y : french.compare(a, b)
}

const numberOf = (text: string): number | undefined => {
  if (text === '' || !/^[-+]?[\d\s]*[.,]?\d+$/.test(text)) return undefined
  return Number(text.replace(/\s/g, '').replace(',', '.'))
}

export function rowsInView(data: SheetData, { sort, values, problemsOnly }: View): readonly number[] {
  let rows = data.order
  for (const [column, shown] of values) rows = rows.filter(row => shown.has(data.text(row, column)))
  if (problemsOnly) rows = rows.filter(row => data.findingsOf(row).length > 0)
  if (!sort) return rows
  const keyed = rows.map(row => ({ row, text: data.text(row, sort.column).trim() }))
  const sign = sort.direction === 'up' ? 1 : -1
  keyed.sort((a, b) => {
    if (a.text === '' || b.text === '') return Number(a.text === '') - Number(b.text === '')
    return sign * compareTexts(a.text, b.text)
  })
  return keyed.map(({ row }) => row)
}

export interface ValueCount {
  readonly value: string
  readonly count: number
}

/** The values of a column with how many rows say each, in order; those that hold `wanted` only. */
export function valuesOf(data: SheetData, column: number, wanted = ''): readonly ValueCount[] {
  const counts = new Map<string, number>()
  for (const row of data.order) {
    const text = data.text(row, column)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const sought = fold(wanted)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .filter(({ value }) => sought === '' || fold(value).includes(sought))
    .sort((a, b) => compareTexts(a.value, b.value))
}
