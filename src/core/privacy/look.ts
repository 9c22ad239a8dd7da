import type { Model, Town } from '../models/model.ts'
import type { Table } from '../table/table.ts'
import type { PersonalFinding } from './finding.ts'
import type { Hit } from './hit.ts'
import { hitsOf, keyOf } from './hits.ts'
import { fileMetadata, hiddenContent, type SourceHolds } from './kinds/files.ts'
import { viewTable } from './view.ts'

export interface GuardInput {
  /** The table as it would be opened. */
  readonly table: Table
  readonly model?: Model
  readonly town?: Town
  /** What its files hold besides: a `ReadResult` is one. */
  readonly sources?: readonly SourceHolds[]
}

const MOST_ROWS = 1_000
const MOST_EXAMPLES = 5
const LONGEST_EXAMPLE = 120

/** What a table and its files say of persons, column by column. Pure: the same input gives the same findings, in the same order. */
export function lookForPersons({ table, model, town, sources = [] }: GuardInput): PersonalFinding[] {
  const hits = hitsOf(viewTable(table, { model, town }))
  const seen = new Map<string, number>()
  const findings = hits.map(hit => ({ ...findingOf(hit), key: once(keyOf(hit), seen) }))
  return [...findings, ...[hiddenContent(sources), fileMetadata(sources)].flatMap(found => found ?? [])]
}

/** Two columns of one name have two keys. */
export function once(key: string, seen: Map<string, number>): string {
  const times = (seen.get(key) ?? 0) + 1
  seen.set(key, times)
  return times === 1 ? key : `${key} (${times})`
}

function findingOf(hit: Hit): Omit<PersonalFinding, 'key'> {
  const { cells, rows, examples } = cellsOf(hit)
  return {
    kind: hit.kind,
    level: hit.level,
    column: hit.column.name,
    cells,
    rows,
    examples,
    message: hit.say(cells === 1 ? '1 case' : `${cells} cases`),
    answers: hit.answers,
  }
}

function cellsOf({ column, holds, rows: known }: Hit): Pick<PersonalFinding, 'cells' | 'rows' | 'examples'> {
  const texts = new Set([...column.counts.keys()].filter(holds))
  const rows: number[] = known ? known.slice(0, MOST_ROWS) : []
  let cells = known?.length ?? 0
  if (!known)
    column.cells.forEach((text, row) => {
      if (!texts.has(text)) return
      cells++
      if (rows.length < MOST_ROWS) rows.push(row)
    })
  const shown = known ? [...new Set(known.slice(0, MOST_ROWS).map(row => column.cells[row] ?? ''))] : [...texts]
  return { cells, rows, examples: shown.slice(0, MOST_EXAMPLES).map(short) }
}

const short = (text: string): string => (text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE)}…` : text)
