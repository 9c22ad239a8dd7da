import type { PublishedVersion } from '../../publication/published.ts'
import type { Condition, Query } from '../../publication/query/query.ts'

/** Rows on a page of the table. */
export const PAGE_ROWS = 50

/** What the address of a set's page asks of its table. */
export interface TableAsked {
  /** Words looked for: in the whole row, or in `column`. */
  readonly words: string
  readonly column?: string
  readonly sort?: string
  readonly descending: boolean
  /** From 1. */
  readonly page: number
}

type Params = Readonly<Record<string, unknown>>

/** An address is written by anybody: what it says that the set has not is left aside, never an error on a page to read. */
export function tableAsked(params: Params, { columns }: Pick<PublishedVersion, 'columns'>): TableAsked {
  const named = (name: string) => columns.find(column => column.name === textOf(params, name))?.name
  const [column, sort] = [named('colonne'), named('tri')]
  return {
    words: textOf(params, 'q').trim().slice(0, 200),
    ...(column !== undefined && { column }),
    ...(sort !== undefined && { sort }),
    descending: textOf(params, 'sens') === 'decroissant',
    page: pageOf(textOf(params, 'page')),
  }
}

const textOf = (params: Params, name: string): string => {
  const value = [params[name]].flat()[0]
  return typeof value === 'string' ? value : ''
}

const pageOf = (text: string): number => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : 1)

/** The same as a question for the engine of rows. */
export function tableQuery(asked: TableAsked, limit = PAGE_ROWS): Query {
  const { words, column, sort, descending, page } = asked
  const where: Condition | undefined =
    words === '' ? undefined : { type: 'search', text: words, ...(column !== undefined && { columns: [column] }) }
  return {
    ...(where && { where }),
    ...(sort !== undefined && { orderBy: [{ by: { type: 'column', name: sort }, descending }] }),
    limit,
    offset: (page - 1) * limit,
    total: true,
  }
}

/** The part of an address after `?`, or nothing: what is usual is not written. */
export function tableSearch({ words, column, sort, descending, page }: TableAsked): string {
  const params = new URLSearchParams()
  if (words !== '') params.set('q', words)
  if (column !== undefined) params.set('colonne', column)
  if (sort !== undefined) params.set('tri', sort)
  if (sort !== undefined && descending) params.set('sens', 'decroissant')
  if (page > 1) params.set('page', String(page))
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}
