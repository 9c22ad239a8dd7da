import type { RecipeStep } from '../../../../src/core/recipe/step.ts'
import type { RowRef, Table } from '../../../../src/core/table/table.ts'
import { replayed, type SetMaterial } from './base-table.ts'
import type { StepPreview } from './protocol.ts'

/** Enough to judge what a step does; more would not be read. */
const SHOWN = 50

/** What a step does where it stands: the table just before it against the table just after. A row is recognised by where it was read. */
export function previewStep(step: RecipeStep, steps: readonly RecipeStep[], material: SetMaterial): StepPreview {
  const found = steps.findIndex(({ id }) => id === step.id)
  const before = found < 0 ? steps : steps.slice(0, found)
  const { off: _, ...on } = step
  const [was, now] = [replayed(before, material), replayed([...before, on], material)]
  const outcome = now.applied.at(-1)
  return {
    changed: outcome?.changed ?? 0,
    rowsBefore: was.table.rows.length,
    rowsAfter: now.table.rows.length,
    rows: changedRows(was.table, now.table),
    setAside: now.setAside
      .slice(was.setAside.length)
      .slice(0, SHOWN)
      .map(({ reason, cells }) => ({ reason, cells })),
    notes: outcome?.notes ?? [],
  }
}

function changedRows(was: Table, now: Table): StepPreview['rows'] {
  const before = new Map<RowRef, number>(was.rows.map((ref, row) => [ref, row]))
  const rows: StepPreview['rows'][number][] = []
  for (let row = 0; row < now.rows.length && rows.length < SHOWN; row++) {
    const old = before.get(now.rows[row]!)
    const cells = changedCells(was, old, now, row)
    if (cells.length > 0) rows.push({ name: nameOf(now, row), cells })
  }
  return rows
}

function changedCells(was: Table, old: number | undefined, now: Table, row: number) {
  const said = (name: string): string => {
    const column = old === undefined ? undefined : was.columns.find(one => one.name === name)
    return column?.cells[old!] ?? ''
  }
  return now.columns
    .map(({ name, cells }) => ({ column: name, was: said(name), now: cells[row] ?? '' }))
    .filter(cell => cell.was !== cell.now)
}

/** Its line in the file and its first words, as a person finds it: « 12 · Boulangerie Martin ». */
function nameOf({ columns, rows }: Table, row: number): string {
  const words = columns.map(({ cells }) => cells[row] ?? '').filter(text => /\p{L}{2}/u.test(text) && text.length < 80)
  return [rows[row]!.line, ...words.slice(0, 1)].join(' · ')
}
