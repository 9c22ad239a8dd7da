import type { Field, Model, Town } from '../models/model.ts'
import type { Table } from '../table/table.ts'
import { comparisonKey } from '../values/text.ts'
import { type About, aboutTable } from './about.ts'
import { plainHeader } from './names/header-words.ts'
import { NO_ROWS, type Rows } from './rows.ts'

/** A column as the detectors see it: each writing once, with the number of its cells. */
export interface ColumnView {
  readonly name: string
  /** Words of its header: « dateNaissance », « DATE_NAISSANCE » and « Date (naissance) » are « date naissance ». */
  readonly header: string
  readonly field?: Field
  readonly cells: readonly string[]
  readonly counts: ReadonlyMap<string, number>
  readonly filled: number
}

export interface TableView {
  readonly columns: readonly ColumnView[]
  readonly rows: number
  readonly model?: Model
  readonly town?: Town
  readonly about: About
  /** Once the names have been looked for. */
  readonly named: Rows
}

export function viewTable(
  table: Table,
  { model, town }: { model?: Model | undefined; town?: Town | undefined },
): TableView {
  const fields = new Map(model?.fields.map(field => [field.name, field]))
  const columns = table.columns.map(({ name, cells }) => viewColumn(name, cells, fields.get(name)))
  return {
    columns,
    rows: table.rows.length,
    ...(model && { model }),
    ...(town && { town }),
    about: aboutTable(columns, model),
    named: NO_ROWS,
  }
}

function viewColumn(name: string, cells: readonly string[], field: Field | undefined): ColumnView {
  const counts = new Map<string, number>()
  let filled = 0
  for (const text of cells) {
    if (text.trim() === '') continue
    filled++
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return { name, header: headerText(name), ...(field && { field }), cells, counts, filled }
}

export const headerText = (name: string): string =>
  plainHeader(
    comparisonKey(
      name
        .slice(0, 200)
        .replace(/n°|nº|№/gi, ' numero ')
        .replace(
          /\(e\)(?=s?(?:\P{L}|$))|\(s\)|\((?:ne|trice|rice|se|ère|ere|euse)\)|·e·?|\.e(?:\.s)?(?=\P{L}|$)/giu,
          '',
        )
        .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
        .replace(/(\p{L})(\d)|(\d)(\p{L})/gu, '$1$3 $2$4'),
    ),
  )

/** Cells, not writings, for which the test holds. */
export function countCells({ counts }: ColumnView, test: (text: string) => boolean): number {
  let sum = 0
  for (const [text, many] of counts) if (test(text)) sum += many
  return sum
}

/** Whether one writing passes the test: the first that does ends the search. */
export function some({ counts }: ColumnView, test: (text: string) => boolean): boolean {
  for (const text of counts.keys()) if (test(text)) return true
  return false
}

/** Part of the filled cells for which the test holds; 0 in an empty column. */
export const shareOf = (column: ColumnView, test: (text: string) => boolean): number =>
  column.filled === 0 ? 0 : countCells(column, test) / column.filled

/** The same test, asked once a text: every count, and what shows the cells, asks it again. */
export function remembered(test: (text: string) => boolean): (text: string) => boolean {
  const answers = new Map<string, boolean>()
  return text => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = test(text)
    answers.set(text, answer)
    return answer
  }
}
