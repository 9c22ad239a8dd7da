import { splitAddress as split } from '../../places/address/split.ts'
import type { Table } from '../../table/table.ts'
import { comparisonKey } from '../../values/text.ts'
import { editCells, emptyColumn, indexOf, putColumn } from '../edit.ts'
import { type Question, type StepResult, unchanged } from '../outcome.ts'
import type { Step } from '../step.ts'
import { missing } from './columns.ts'

type Of<Type extends Step['type']> = Extract<Step, { type: Type }>
const PARTS = ['number', 'street', 'postcode', 'town'] as const
type Part = (typeof PARTS)[number]

/**
 * Each part of the address goes into its column, if one is named. A filled cell is never overwritten: the row where one says otherwise is
 * left as it was, and asked. When the street stays in the column of the whole address, what has no column of its own stays with it.
 */
export function splitAddress(table: Table, step: Of<'split-address'>): StepResult {
  const at = indexOf(table, step.column)
  if (at < 0) return unchanged(table, missing(step.column))
  const targets = PARTS.flatMap(part => (step[part] === undefined ? [] : [{ part, name: step[part] }]))
  const start = targets.reduce(
    (made, { name }) => (indexOf(made, name) < 0 ? putColumn(made, emptyColumn(name, made.rows.length)) : made),
    table,
  )
  const rows = table.columns[at]!.cells.map(text => rowOf(text, step))
  const clashes = rows.map((parts, row) =>
    targets.filter(({ part, name }) => clash(parts[part], cellOf(start, name, row), name === step.column)),
  )
  let [result, changed] = [start, 0]
  for (const { part, name } of targets) {
    const edited = editCells(result, name, (text, row) =>
      clashes[row]!.length > 0 || (text.trim() !== '' && name !== step.column) ? text : rows[row]![part],
    )!
    result = edited.table
    changed += edited.changed
  }
  return {
    table: result,
    changed,
    questions: clashes.flatMap((found, row) => questionOf(found, rows[row]!, start, row, step.column)),
  }
}

const cellOf = (table: Table, name: string, row: number): string => table.columns[indexOf(table, name)]!.cells[row]!

/** Where another column already holds something else. */
const clash = (part: string, held: string, isSource: boolean): boolean =>
  !isSource && part !== '' && held.trim() !== '' && comparisonKey(part) !== comparisonKey(held)

function rowOf(text: string, step: Of<'split-address'>): Record<Part, string> {
  const parts = split(text)
  const kept = PARTS.filter(part => part !== 'street' && step[part] === undefined && parts[part] !== '')
  if (step.street !== step.column) return parts
  // « Mairie, 12 rue des Lilas » cut in place: « rue des Lilas, Mairie ».
  const head = kept.includes('number') ? `${parts.number} ${parts.street}` : parts.street
  const town = [kept.includes('postcode') ? parts.postcode : '', kept.includes('town') ? parts.town : '', parts.cedex]
  const street = [head, parts.complement, town.filter(Boolean).join(' ')].filter(part => part !== '').join(', ')
  const untouched = parts.number === '' && parts.postcode === '' && parts.town === ''
  return { ...parts, street: untouched ? text : street }
}

function questionOf(
  found: readonly { part: Part; name: string }[],
  parts: Readonly<Record<Part, string>>,
  table: Table,
  row: number,
  column: string,
): Question[] {
  const [first] = found
  if (!first) return []
  const [value, held] = [cellOf(table, column, row), cellOf(table, first.name, row)]
  return [
    {
      row,
      line: table.rows[row]!.line,
      column,
      value,
      question: `J’ai lu « ${parts[first.part]} » dans « ${value} », mais « ${first.name} » dit « ${held} » : lequel est juste ?`,
    },
  ]
}
