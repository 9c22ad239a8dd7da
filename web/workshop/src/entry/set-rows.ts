import type { SetState } from '../../../../src/contract/sets.ts'
import { addedIdentity } from '../../../../src/core/recipe/added.ts'
import type { RowIdentity, Step } from '../../../../src/core/recipe/step.ts'
import type { KeptEdit } from '../sync/edit-store.ts'
import type { Values } from './check-row.ts'

/** A row of the set, with what hands made of it: on the server, and here not acknowledged yet. */
export interface SetRow {
  readonly id: string
  readonly identity: RowIdentity
  readonly cells: Values
  /** Typed by hand, in the batch that is open. */
  readonly typed: boolean
  /** What was written of it is on this computer only. */
  readonly waiting: boolean
}

/** A row of the table under the hands. */
export interface BaseRow {
  readonly identity: RowIdentity
  readonly cells: Values
}

type ByHand = Extract<Step, { type: 'by-hand' }>
type Rows = Map<string, SetRow & { readonly gone?: true }>

/** Names of columns in their order: two writings of one identity are one. */
export const rowId = ({ key, twin }: RowIdentity): string =>
  JSON.stringify([Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)), twin ?? 0])

/** The rows in their order: those of the table, then those typed, first typed first. */
export function rowsOf(
  state: Pick<SetState, 'steps' | 'hand'>,
  base: readonly BaseRow[],
  pending: readonly KeptEdit[],
): SetRow[] {
  const rows: Rows = new Map()
  for (const { identity, cells } of base) put(rows, { identity, cells, typed: false, waiting: false })
  applyHand(rows, handOf(state))
  for (const { act, refused } of pending) if (refused === undefined) applyAct(rows, act, state.hand)
  return [...rows.values()].flatMap(({ gone, ...row }) => (gone ? [] : [row]))
}

const put = (rows: Rows, row: Omit<SetRow, 'id'>): void => {
  const id = rowId(row.identity)
  rows.set(id, { ...row, id })
}

export function handOf({ steps, hand }: Pick<SetState, 'steps' | 'hand'>): ByHand | undefined {
  const step = steps.find(({ id }) => id === hand)?.step
  return step?.type === 'by-hand' ? step : undefined
}

function applyHand(rows: Rows, hand: ByHand | undefined): void {
  for (const { row, column, to } of hand?.corrections ?? []) write(rows, row, { [column]: to }, false)
  for (const row of hand?.deleted ?? []) remove(rows, row, true)
  for (const { id, cells } of hand?.added ?? [])
    put(rows, { identity: addedIdentity(id), cells, typed: true, waiting: false })
}

function applyAct(rows: Rows, act: KeptEdit['act'], hand: string): void {
  if (!('hand' in act) || act.hand !== hand) return
  switch (act.type) {
    case 'add-row':
      put(rows, { identity: addedIdentity(act.row), cells: act.cells, typed: true, waiting: true })
      return
    case 'cells':
      for (const { row, column, to } of act.cells) write(rows, row, { [column]: to }, true)
      return
    case 'delete-rows':
      for (const row of act.rows) remove(rows, row, true)
      return
    case 'restore-rows':
      for (const row of act.rows) remove(rows, row, false)
  }
}

function write(rows: Rows, identity: RowIdentity, cells: Values, waiting: boolean): void {
  const row = rows.get(rowId(identity))
  if (row) rows.set(row.id, { ...row, cells: { ...row.cells, ...cells }, waiting: row.waiting || waiting })
}

function remove(rows: Rows, identity: RowIdentity, gone: boolean): void {
  const row = rows.get(rowId(identity))
  if (!row) return
  const { gone: _, ...kept } = row
  rows.set(row.id, gone ? { ...kept, gone: true } : kept)
}

/** The cells that differ, as an act writes them. */
export const changedCells = (row: SetRow, to: Values): { column: string; seen: string; to: string }[] =>
  [...new Set([...Object.keys(row.cells), ...Object.keys(to)])].flatMap(column => {
    const [seen, next] = [row.cells[column] ?? '', to[column] ?? '']
    return seen === next ? [] : [{ column, seen, to: next }]
  })

/** Identifiers already given in this column: by steps, by hands, in the rows. */
export function givenIds(column: string, { steps }: Pick<SetState, 'steps'>, rows: readonly SetRow[]): string[] {
  const bySteps = steps.flatMap(({ step }) => {
    if (step.type === 'generate-ids' && step.column === column) return (step.assigned ?? []).map(({ id }) => id)
    return step.type === 'by-hand' ? step.added.map(({ cells }) => cells[column] ?? '') : []
  })
  return [...bySteps, ...rows.map(({ cells }) => cells[column] ?? '')].filter(id => id !== '')
}
