import type { Table } from '../../table/table.ts'
import { editColumn, emptyColumn, indexOf, putColumn } from '../edit.ts'
import { identityFinder, rowIdentities } from '../identity.ts'
import type { AssignedId, StepResult } from '../outcome.ts'
import type { Step } from '../step.ts'
import type { ApplyWorld } from './apply.ts'

type GenerateIds = Extract<Step, { type: 'generate-ids' }>

/**
 * Ids by the model's rule, such as `{insee}-P-{number:3}`. Existing ids never change; those of `assigned` come next;
 * the others take the numbers after the highest ever given: a number is not given twice, even when its row has gone.
 */
export function generateIds(table: Table, step: GenerateIds, world: ApplyWorld): StepResult {
  const at = indexOf(table, step.column)
  const old = at < 0 ? emptyColumn(step.column, table.rows.length) : table.columns[at]!
  const insee = step.insee ?? world.town?.insee
  if (step.pattern.includes('{insee}') && !insee)
    return {
      table: putColumn(table, old),
      changed: 0,
      notes: [`Pour numéroter « ${step.column} », il me faut le code INSEE de la commune.`],
    }
  const rule = step.pattern.replaceAll('{insee}', insee ?? '')
  const remembered = assignedRows(table, step)
  const known = [...old.cells, ...(step.assigned ?? []).map(({ id }) => id)]
  let next = Math.max(0, ...known.map(numberIn(rule))) + 1
  const used = new Set(old.cells)
  const given = new Map<number, string>()
  const { column, changed } = editColumn(old, (text, row) => {
    if (text.trim() !== '') return text
    const before = remembered.get(row)
    const id = before !== undefined && !used.has(before) ? before : writeId(rule, next++)
    used.add(id)
    given.set(row, id)
    return id
  })
  return { table: putColumn(table, column), changed, assigned: remember(table, step, world, given) }
}

/** The ids of rows that have gone are remembered too: they are never given to another. */
function remember(
  table: Table,
  step: GenerateIds,
  { model, generated }: ApplyWorld,
  given: ReadonlyMap<number, string>,
): AssignedId[] {
  const identities = given.size > 0 ? rowIdentities(table, model, [...generated, step.column]) : []
  const now = [...given].map(([row, id]) => ({ row: identities[row]!, id }))
  const taken = new Set(now.map(({ id }) => id))
  return [...now, ...(step.assigned ?? []).filter(({ id }) => !taken.has(id))]
}

function assignedRows(table: Table, step: GenerateIds): Map<number, string> {
  const rows = new Map<number, string>()
  if (!step.assigned?.length) return rows
  const find = identityFinder(table)
  for (const { row, id } of step.assigned) {
    const found = find(row)
    if (found !== undefined) rows.set(found, id)
  }
  return rows
}

const NUMBER = /\{number(?::(\d+))?\}/

const writeId = (rule: string, number: number): string =>
  NUMBER.test(rule)
    ? rule.replace(NUMBER, (_, width) => String(number).padStart(Number(width ?? 1), '0'))
    : `${rule}${number}`

/** The number of an id already given by the same rule; 0 when it follows another. */
function numberIn(rule: string): (id: string) => number {
  const [before = '', after = ''] = NUMBER.test(rule) ? rule.split(/\{number(?::\d+)?\}/) : [rule, '']
  return id => {
    const text = id.trim()
    if (!text.startsWith(before) || !text.endsWith(after)) return 0
    const digits = text.slice(before.length, text.length - after.length)
    return /^\d{1,9}$/.test(digits) ? Number(digits) : 0
  }
}
