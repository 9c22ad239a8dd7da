import { fold } from './fold.ts'
import type { LiveTable } from './live-table.ts'
import type { SearchMatch, SearchQuery } from './protocol.ts'

/** The cells that say this, row after row. With a replacement, each comes with what it would say. */
export function search(table: LiveTable, query: SearchQuery): SearchMatch[] {
  const matches = matcher(query)
  const columns = query.column === undefined ? table.names.map((_, at) => at) : [query.column]
  const found: SearchMatch[] = []
  for (const row of table.order())
    for (const column of columns) {
      const text = table.text(row, column)
      if (!matches(text)) continue
      found.push(query.replacement === undefined ? { row, column } : { row, column, to: replaced(text, query) })
    }
  return found
}

function matcher({ text, exact, whole }: SearchQuery): (cell: string) => boolean {
  if (text === '') return () => false
  const [wanted, read] = exact ? [text, (cell: string) => cell] : [fold(text), fold]
  return whole ? cell => read(cell) === wanted : cell => read(cell).includes(wanted)
}

export function replaced(cell: string, { text, exact, whole, replacement = '' }: SearchQuery): string {
  if (whole) return replacement
  const [wanted, read] = exact ? [text, cell] : [fold(text), fold(cell)]
  let result = ''
  let from = 0
  for (let at = read.indexOf(wanted); at >= 0; at = read.indexOf(wanted, from)) {
    result += cell.slice(from, at) + replacement
    from = at + wanted.length
  }
  return result + cell.slice(from)
}
