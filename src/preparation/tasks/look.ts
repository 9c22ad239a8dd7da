import type { Finding } from '../../core/check/finding.ts'
import { checkTable } from '../../core/check/index.ts'
import type { Model, Role } from '../../core/models/model.ts'
import { applyAnswers } from '../../core/privacy/index.ts'
import { addedIdentity } from '../../core/recipe/added.ts'
import { openHand } from '../../core/recipe/hand.ts'
import { rowIdentities } from '../../core/recipe/identity.ts'
import { type ReplayWorld, replay, replayFrom } from '../../core/recipe/replay.ts'
import type { Sources } from '../../core/recipe/sources.ts'
import type { RowIdentity } from '../../core/recipe/step.ts'
import { findColumn, type Table } from '../../core/table/table.ts'
import { loadSet } from './load.ts'
import type { Hole, Task, TaskResult, TaskSet } from './task.ts'

/** Somebody who is asked more than this at once answers nothing. */
const MOST_HOLES = 500

/** The table as it would be opened: the model's columns alone. With `ask`, the cells of these columns that are empty or wrong. */
export async function look({ set, ask, guard }: Extract<Task, { type: 'look' }>): Promise<TaskResult<'look'>> {
  const { sources, world } = await loadSet(set)
  const { table: whole, identities, hand } = tableOf(set, sources, world)
  const table = guard ? applyAnswers(whole, guard.findings, guard.answers, guard.salt, world).table : whole
  const columns = set.model.fields.map(({ name }) => name).filter(name => findColumn(table, name))
  const cells = columns.map(name => findColumn(table, name)!.cells)
  return {
    columns,
    rows: ask ? [] : table.rows.map((_, row) => cells.map(column => column[row] ?? '')),
    holes: ask ? holesOf(table, identities, set.model, world, ask) : [],
    hand,
  }
}

interface Looked {
  readonly table: Table
  /** Of each row of the table, as acts name it. */
  readonly identities: readonly RowIdentity[]
  /** Where hands write now. */
  readonly hand: string
}

/** Acts name rows by the table before the open hand step (see `identity.ts`), and rows added in it by their own id. */
function tableOf({ model, steps }: TaskSet, sources: Sources, world: ReplayWorld): Looked {
  const hand = openHand(steps)
  const last = steps.at(-1)
  const open = last?.id === hand && last.step.type === 'by-hand' ? last : undefined
  const before = replay({ version: 1, model: model.id, steps: open ? steps.slice(0, -1) : steps }, sources, world)
  const names = rowIdentities(before.table, model, before.generated)
  if (open?.step.type !== 'by-hand') return { table: before.table, identities: names, hand }
  const { added } = open.step
  const { table } = replayFrom(before.table, [open], { ...world, sources })
  const byRef = new Map(before.table.rows.map((ref, row) => [ref, names[row]!]))
  const kept = table.rows.length - added.length
  const identities = table.rows.map((ref, row) => (row < kept ? byRef.get(ref)! : addedIdentity(added[row - kept]!.id)))
  return { table, identities, hand }
}

function holesOf(
  table: Table,
  identities: readonly RowIdentity[],
  model: Model,
  world: ReplayWorld,
  ask: readonly string[],
): Hole[] {
  const numbered = { ...table, rows: table.rows.map((ref, row) => ({ ...ref, line: row + 2 })) }
  const wrong = wrongCells(checkTable(numbered, model, world).findings)
  const name = rowNamer(table, model)
  const holes: Hole[] = []
  for (let row = 0; row < table.rows.length; row++)
    for (const column of ask) {
      const value = findColumn(table, column)?.cells[row] ?? ''
      const question = value.trim() === '' ? 'Cette case est vide.' : wrong.get(`${row + 2} ${column}`)
      if (question === undefined) continue
      if (holes.length === MOST_HOLES) return holes
      holes.push({ row: identities[row]!, rowName: name(row), column, value, question })
    }
  return holes
}

const wrongCells = (findings: readonly Finding[]): Map<string, string> =>
  new Map(
    findings.filter(({ level }) => level === 'error').map(({ row, column, message }) => [`${row} ${column}`, message]),
  )

const NAMING: readonly Role[] = ['name', 'address', 'house-number', 'street']

/** What names a row for a person: its name and place, else what it holds first, else its line. */
function rowNamer(table: Table, model: Model): (row: number) => string {
  const named = model.fields.filter(({ role }) => role && NAMING.includes(role)).map(({ name }) => name)
  const all = table.columns.map(({ name }) => name)
  const read = (names: readonly string[], row: number) =>
    names.map(name => findColumn(table, name)?.cells[row]?.trim() ?? '').filter(text => text !== '')
  return row => {
    const [first, ...rest] = read(named, row)
    if (first !== undefined) return [first, rest.join(' ')].filter(text => text !== '').join(', ')
    return read(all, row).slice(0, 2).join(', ') || `Ligne ${row + 1}`
  }
}
