import { stripAccents } from '../values/text.ts'
import type { Hit } from './hit.ts'
import { IN_ROLE } from './names/headers.ts'
import { isFirstName } from './names/lexicon.ts'
import type { ColumnView } from './view.ts'

/** What the columns of names say of the rows. */
export interface Rows {
  /** Every row is somebody, or nearly: by name, and not in a role (« Président »). */
  readonly named: boolean
  /** Rows, among these, that a firm or a department holds: « ENEDIS » among the demandeurs. */
  readonly others: ReadonlySet<number>
  /** Words of the names, lower case and without accents. */
  readonly words: ReadonlySet<string>
}
export const NO_ROWS: Rows = { named: false, others: new Set(), words: new Set() }

/** Part of the rows that must be somebody; the others, a firm's or a club's, are left out one by one. */
const MOST = 0.25

export function readRows(hits: readonly Hit[], rows: number): Rows {
  const held = hits.map(({ column, holds }) => ({ column, texts: new Set([...column.counts.keys()].filter(holds)) }))
  const main = held.find(({ column, texts }) => !IN_ROLE.test(column.header) && cellsIn(column, texts) > rows * MOST)
  return {
    named: main !== undefined,
    others: main ? othersOf(main.column, main.texts) : NO_ROWS.others,
    words: new Set(held.flatMap(({ texts }) => [...texts].flatMap(wordsOf))),
  }
}

const cellsIn = ({ counts }: ColumnView, texts: ReadonlySet<string>): number =>
  [...texts].reduce((sum, text) => sum + (counts.get(text) ?? 0), 0)

const othersOf = ({ cells }: ColumnView, texts: ReadonlySet<string>): Set<number> =>
  new Set(cells.flatMap((text, row) => (text.trim() === '' || texts.has(text) ? [] : [row])))

/** Short words and first names are in everybody's mail. */
const wordsOf = (text: string): string[] =>
  stripAccents(text.slice(0, 100))
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(word => word.length > 3 && !isFirstName(word))

/** Texts that stand on the rows of others alone. */
export function textsOfOthers({ cells }: ColumnView, { others }: Rows): ReadonlySet<string> {
  if (others.size === 0) return new Set()
  const [mine, theirs] = [new Set<string>(), new Set<string>()]
  cells.forEach((text, row) => {
    ;(others.has(row) ? theirs : mine).add(text)
  })
  return new Set([...theirs].filter(text => !mine.has(text)))
}
