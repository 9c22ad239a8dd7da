import type { Grid } from '../grid.ts'
import { isFilled } from './cell-kind.ts'
import { looksLikeSubtitles, looksLikeTitles, provenTitles } from './header.ts'
import { filledColumns, type SheetRow } from './sheet-row.ts'

export interface Header {
  /** Position of the last row of titles in the rows given. */
  readonly index: number
  /** Title of each column from `left`; '' where there is none. */
  readonly names: readonly string[]
  /** Rows above or inside that only group titles or complete them, with the reason why they are no rows of data. */
  readonly others: readonly { readonly row: SheetRow; readonly reason: string }[]
}

type Merges = NonNullable<Grid['merges']>

/** Reads titles on one row or several. `left` is the first column of the table, 0-based. */
export function readTitles(rows: readonly SheetRow[], index: number, left: number, merges: Merges): Header {
  const row = rows[index]!
  const last = lastTitles(rows, index, merges)
  if (last > index) return severalRows(rows.slice(index, last + 1), last, left, merges)
  const above = rows[index - 1]
  const names = trimmedNames(row, left)
  if (above === undefined || !groups(above, row, merges)) return { index, names, others: [] }
  const groupNames = spreadRight(above, left, names.length, merges)
  const joined = joinWhenUseful(names, groupNames)
  const useful = joined.some((name, c) => name !== names[c])
  const reason = useful ? FIRST_TITLES : 'titres qui regroupent les colonnes'
  return { index, names: joined, others: [{ row: above, reason }] }
}

const FIRST_TITLES = 'première ligne des titres de colonnes'

/** Position of the last row of titles that starts at `index`: a title merged over several lines holds them all. */
function lastTitles(rows: readonly SheetRow[], index: number, merges: Merges): number {
  const row = rows[index]!
  const bottom = merges
    .filter(([top, left, , right]) => top === row.line - 1 && isFilled(row, left) && right - left < 100)
    .reduce((lowest, merge) => Math.max(lowest, merge[2]), row.line - 1)
  let last = index
  while (last + 1 < rows.length && rows[last + 1]!.line - 1 <= bottom && looksLikeSubtitles(rows[last + 1]!)) last++
  if (last > index) return last
  const below = rows[index + 1]
  if (below === undefined) return index
  return completesMerged(row, below, merges) || completesBlanks(row, below, rows.slice(index + 2)) ? index + 1 : index
}

const trimmedNames = (row: SheetRow, left: number): string[] => row.cells.slice(left)

/** The row below fills only what this one leaves open, under its merged titles. */
function completesMerged(row: SheetRow, below: SheetRow, merges: Merges): boolean {
  if (below.line !== row.line + 1 || below.filled < 2 || !looksLikeSubtitles(below)) return false
  const spans = merges.filter(
    ([top, left, bottom, right]) =>
      top === row.line - 1 && bottom < below.line - 1 && right > left && isFilled(row, left),
  )
  const columns = filledColumns(below)
  const under = ([, left, , right]: Merges[number]) => columns.filter(c => c >= left && c <= right).length
  return columns.every(c => spans.some(([, left, , right]) => c >= left && c <= right)) && spans.some(s => under(s) > 1)
}

/**
 * The same without merges (a CSV, a copied sheet): the row below gives a title to each column that this one leaves blank, and to the
 * column before, which names their group; the data under it prove that it is no row of data.
 */
function completesBlanks(row: SheetRow, below: SheetRow, data: readonly SheetRow[]): boolean {
  if (below.line !== row.line + 1 || data.length === 0 || !looksLikeSubtitles(below)) return false
  const blanks: number[] = []
  for (let c = row.first; c <= Math.max(row.last, below.last); c++) if (!isFilled(row, c)) blanks.push(c)
  const open = new Set(blanks.flatMap(c => (isFilled(row, c - 1) ? [c - 1, c] : [c])))
  if (blanks.length === 0 || !blanks.every(c => isFilled(below, c))) return false
  const columns = filledColumns(below)
  if (!columns.every(c => open.has(c))) return false
  const firstIsKey = !isFilled(below, row.first) && data.slice(0, 30).every(one => isFilled(one, row.first))
  return provenTitles(below, data).length > 0 || (firstIsKey && columns.length > 1 && data.length > 1)
}

function severalRows(titles: readonly SheetRow[], index: number, left: number, merges: Merges): Header {
  const width = Math.max(...titles.map(row => row.cells.length)) - left
  const spreads = titles.map(row => spreadRight(row, left, width, merges))
  const names = Array.from({ length: width }, (_, c) => {
    const own = titles.map(row => row.cells[left + c] ?? '')
    const deepest = own.findLastIndex(text => text.trim() !== '')
    if (deepest <= 0) return own[0]!
    return [...spreads.slice(0, deepest).map(spread => spread[c]!), own[deepest]!].reduce(joinedName)
  })
  return { index, names, others: titles.slice(0, -1).map(row => ({ row, reason: FIRST_TITLES })) }
}

/** A row just above the titles, narrower, made of words over several columns. */
function groups(above: SheetRow, row: SheetRow, merges: Merges): boolean {
  if (above.line !== row.line - 1 || !looksLikeTitles(above) || above.filled >= row.filled) return false
  const merged = merges.filter(
    ([top, left, , right]) => top === above.line - 1 && right > left && right <= row.last,
  ).length
  return (
    (merged > 0 && above.filled > 1) ||
    (above.filled > 1 && above.last > row.first && above.last <= row.last && above.filled * 2 <= row.filled + 1)
  )
}

/** A merged title stands for all its columns; without merges, for the blanks at its right. */
function spreadRight(row: SheetRow, left: number, width: number, merges: Merges): string[] {
  const spans = merges.filter(([top, , bottom]) => top <= row.line - 1 && bottom >= row.line - 1)
  let current = ''
  let until = -1
  return Array.from({ length: width }, (_, c) => {
    const column = left + c
    const text = row.cells[column]?.trim() ?? ''
    if (text !== '') {
      current = text
      until =
        spans.find(([, from, , to]) => column >= from && column <= to)?.[3] ??
        (spans.length > 0 ? column : Number.MAX_SAFE_INTEGER)
    } else if (column > until) current = ''
    return current
  })
}

/** « Montant / 2017 » when the titles alone would not tell columns apart, or are only numbers; otherwise the titles as they are. */
function joinWhenUseful(names: readonly string[], groupNames: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return names.map((name, c) => {
    const group = groupNames[c] ?? ''
    if (name.trim() === '') return group !== '' && isAlone(groupNames, c) ? group : name
    const unclear = (counts.get(name) ?? 0) > 1 || /^\d{1,4}$/.test(name.trim())
    return unclear && group !== '' ? joinedName(group, name) : name
  })
}

const isAlone = (groupNames: readonly string[], c: number) =>
  groupNames.filter(name => name === groupNames[c]).length === 1

const joinedName = (group: string, name: string): string =>
  group === '' || name.trim() === '' ? `${group}${name}` : `${group} / ${name.trim()}`
