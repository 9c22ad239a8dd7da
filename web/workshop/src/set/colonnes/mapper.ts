import type { Field, Model } from '../../../../../src/core/models/model.ts'
import type { Sources } from '../../../../../src/core/recipe/sources.ts'
import type { RecipeStep } from '../../../../../src/core/recipe/step.ts'
import type { Table } from '../../../../../src/core/table/table.ts'
import { madeBy, type TracedColumn, type TracedTable, traceTables } from './trace.ts'

/** What the page shows: on one side the model's columns, on the other those of the files. */
export interface Mapper {
  readonly fields: readonly FieldRow[]
  readonly groups: readonly FileGroup[]
}

/** Tables with the same titles are one: the five sheets of a list are mapped once. */
export interface FileGroup {
  readonly id: string
  readonly tables: readonly GroupedTable[]
  readonly columns: readonly FileColumn[]
}

export interface GroupedTable {
  /** The step that takes it in; 'main' for the first one. */
  readonly by: string
  readonly source: string
  readonly sheet?: string
  readonly rows: number
}

export interface FileColumn {
  readonly header: string
  /** What it is called at the end of the recipe. */
  readonly name: string
  /** Filled cells, in all the tables of the group, and a few different values. */
  readonly filled: number
  readonly rows: number
  readonly samples: readonly string[]
  readonly state: ColumnState
  /** Renamings to decide: « is it this column of the model? ». */
  readonly proposals: readonly Proposal[]
}

export type ColumnState =
  | { readonly type: 'field'; readonly field: string; readonly named?: string }
  /** Other columns are made of it, or it gives a part of one. */
  | { readonly type: 'part'; readonly into: readonly string[] }
  | { readonly type: 'dropped'; readonly by: string }
  /** Carnet asks whether it is kept; `by`: the step to decide. */
  | { readonly type: 'asked'; readonly by: string }
  | { readonly type: 'kept' }

export interface Proposal {
  readonly step: string
  readonly from: string
  readonly to: string
  readonly reason: string
}

export interface FieldRow {
  readonly field: Field
  readonly required: boolean
  readonly fills: readonly Fill[]
  readonly proposals: readonly Proposal[]
  /** Of the result: cells filled, of how many. */
  readonly filled: number
  readonly rows: number
}

export type Fill =
  | { readonly type: 'column'; readonly group: string; readonly header: string }
  | { readonly type: 'constant'; readonly step: string; readonly value: string }
  | { readonly type: 'generated'; readonly step: string; readonly pattern: string }
  | { readonly type: 'made'; readonly step: string; readonly reason: string }

export interface MapperInput {
  readonly model: Model
  readonly steps: readonly RecipeStep[]
  readonly sources: Sources
  /** What the recipe gives. */
  readonly result: Table
}

export function mapperOf({ model, steps, sources, result }: MapperInput): Mapper {
  const proposals = proposalsOf(steps)
  const groups = groupTables(traceTables(steps, sources)).map(tables => groupOf(tables, steps, model, proposals))
  const filled = new Map(result.columns.map(({ name, cells }) => [name, cells.filter(isFilled).length]))
  const fields = model.fields.map(field => ({
    field,
    required: field.constraints.required === true,
    fills: [...columnsOf(field.name, groups), ...stepsThatFill(field.name, steps)],
    proposals: proposals.filter(({ to }) => to === field.name),
    filled: filled.get(field.name) ?? 0,
    rows: result.rows.length,
  }))
  return { fields, groups }
}

const isFilled = (text: string): boolean => text.trim() !== ''

const proposalsOf = (steps: readonly RecipeStep[]): Proposal[] =>
  steps.flatMap(({ id, step, off, reason }) =>
    off && step.type === 'rename' ? [{ step: id, from: step.from, to: step.to, reason }] : [],
  )

function groupTables(tables: readonly TracedTable[]): TracedTable[][] {
  const groups = new Map<string, TracedTable[]>()
  for (const one of tables) {
    const titles = one.columns.map(({ header, name }) => [header, name])
    const key = one.by === 'main' ? 'main' : JSON.stringify([one.by.step.type, one.table.source, titles])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

const byOf = ({ by }: TracedTable): string => (by === 'main' ? 'main' : by.id)

function groupOf(
  tables: TracedTable[],
  steps: readonly RecipeStep[],
  model: Model,
  proposals: readonly Proposal[],
): FileGroup {
  const first = tables[0]!
  return {
    id: byOf(first),
    tables: tables.map(one => ({
      by: byOf(one),
      source: one.table.source,
      ...(one.table.sheet !== undefined && { sheet: one.table.sheet }),
      rows: one.table.table.rows.length,
    })),
    columns: first.columns.map(column => ({
      header: column.header,
      name: column.name,
      ...valuesOf(tables, column.at),
      state: stateOf(column, steps, model),
      proposals: proposals.filter(({ step }) => column.asked.includes(step)),
    })),
  }
}

const SAMPLES = 3

function valuesOf(tables: readonly TracedTable[], at: number) {
  const samples = new Set<string>()
  let filled = 0
  let rows = 0
  for (const { table } of tables) {
    const cells = table.table.columns[at]?.cells ?? []
    rows += cells.length
    for (const text of cells) {
      if (!isFilled(text)) continue
      filled++
      if (samples.size < SAMPLES) samples.add(text.trim())
    }
  }
  return { filled, rows, samples: [...samples] }
}

function stateOf(column: TracedColumn, steps: readonly RecipeStep[], model: Model): ColumnState {
  const { name, named, droppedBy, feeds, asked } = column
  if (model.fields.some(field => field.name === name))
    return { type: 'field', field: name, ...(named !== undefined && { named }) }
  if (droppedBy !== undefined) return { type: 'dropped', by: droppedBy }
  if (feeds.length > 0) return { type: 'part', into: [...new Set(feeds.flatMap(({ into }) => into))] }
  const drop = steps.find(({ id, step }) => step.type === 'drop' && asked.includes(id))
  return drop ? { type: 'asked', by: drop.id } : { type: 'kept' }
}

const columnsOf = (name: string, groups: readonly FileGroup[]): Fill[] =>
  groups.flatMap(({ id, columns }) =>
    columns.flatMap(({ header, state }) =>
      state.type === 'field' && state.field === name ? [{ type: 'column', group: id, header } as const] : [],
    ),
  )

function stepsThatFill(name: string, steps: readonly RecipeStep[]): Fill[] {
  return steps.flatMap(({ id, step, off, reason }): Fill[] => {
    if (off) return []
    if (step.type === 'add-constant' || step.type === 'fill')
      return step.column === name ? [{ type: 'constant', step: id, value: step.value }] : []
    if (step.type === 'generate-ids')
      return step.column === name ? [{ type: 'generated', step: id, pattern: step.pattern }] : []
    const made = madeBy(step)
    const itself = made?.from.length === 1 && made.from[0] === name
    return made?.into.includes(name) && !itself ? [{ type: 'made', step: id, reason }] : []
  })
}

/** A row of the mapper is settled when something fills it and nothing is asked of it. */
export const isOpen = ({ required, fills, proposals, filled }: FieldRow): boolean =>
  proposals.length > 0 || (required && fills.length === 0 && filled === 0)
