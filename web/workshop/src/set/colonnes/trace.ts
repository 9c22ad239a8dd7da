import { headerKey } from '../../../../../src/core/recipe/mapping/header.ts'
import { findSource, type Sources, type SourceTable } from '../../../../../src/core/recipe/sources.ts'
import type { RecipeStep, Step } from '../../../../../src/core/recipe/step.ts'

/** One column of a file, followed through the recipe: what each step makes of its name. Only names are looked at, never cells. */
export interface TracedColumn {
  /** Place in the table of the file. */
  readonly at: number
  /** As the file writes it. */
  readonly header: string
  /** What it is called at the end of the recipe. */
  readonly name: string
  /** The step that gave it its name; absent: it bears the file's. */
  readonly named?: string
  /** Taken out by this step. */
  readonly droppedBy?: string
  /** Steps that make other columns of it: address, hours, coordinates. */
  readonly feeds: readonly { readonly step: string; readonly into: readonly string[] }[]
  /** Steps to decide about it, where they stand: names for it, or taking it out. */
  readonly asked: readonly string[]
}

/** A table of the files that the recipe takes in. */
export interface TracedTable {
  readonly table: SourceTable
  /** `main`: `select-table`, or the first table when no step says; else the `append` or `merge` step. */
  readonly by: 'main' | RecipeStep
  readonly columns: readonly TracedColumn[]
}

interface Following {
  readonly table: SourceTable
  readonly by: 'main' | RecipeStep
  columns: TracedColumn[]
}

/** Every table that the recipe uses, the main one first, with its columns at the end of it. Steps switched off are only asked. */
export function traceTables(steps: readonly RecipeStep[], sources: Sources): TracedTable[] {
  const first = sources.tables[0]
  let tables: Following[] = first ? [enter(first, 'main')] : []
  for (const one of steps) {
    const { step } = one
    if (one.off) for (const table of tables) ask(table, one)
    else if (step.type === 'select-table') {
      const found = findSource(sources, step)
      if (found) tables = [enter(found, 'main')]
    } else if (step.type === 'merge' || step.type === 'append') {
      const found = findSource(sources, step)
      if (!found) continue
      const other = enter(found, one)
      rename(other, step.columns ?? [], one.id)
      tables.push(other)
    } else for (const table of tables) follow(table, one)
  }
  return tables
}

const enter = (table: SourceTable, by: Following['by']): Following => ({
  table,
  by,
  columns: table.table.columns.map(({ name }, at) => ({ at, header: name, name, feeds: [], asked: [] })),
})

function ask(table: Following, { id, step }: RecipeStep): void {
  const names = step.type === 'rename' ? [step.from] : step.type === 'drop' ? step.columns : []
  table.columns = table.columns.map(column =>
    names.includes(column.name) && !column.droppedBy ? { ...column, asked: [...column.asked, id] } : column,
  )
}

function follow(table: Following, { id, step }: RecipeStep): void {
  if (step.type === 'map') rename(table, step.columns, id)
  else if (step.type === 'rename') rename(table, [step], id)
  else if (step.type === 'drop') drop(table, step.columns, id)
  else feed(table, step, id)
}

/** As `map` does (src/core/recipe/steps/map.ts): by the exact name, else by the only one that differs by its case or accents. */
function rename(table: Following, pairs: readonly { readonly from: string; readonly to: string }[], id: string): void {
  const targets = new Map<number, string>()
  for (const { from, to } of pairs) {
    const at = findName(table.columns, from, targets)
    if (at !== undefined) targets.set(at, to)
  }
  const used = new Set(targets.values())
  table.columns = table.columns.map((column, at) => {
    const to = targets.get(at)
    if (to !== undefined) return { ...column, name: to, named: id }
    return used.has(column.name) ? { ...column, name: `${column.name} (origine)` } : column
  })
}

function findName(columns: readonly TracedColumn[], name: string, taken: ReadonlyMap<number, string>) {
  const free = columns.flatMap((column, at) => (taken.has(at) || column.droppedBy ? [] : [{ column, at }]))
  const exact = free.find(({ column }) => column.name === name)
  if (exact) return exact.at
  const near = free.filter(({ column }) => headerKey(column.name) === headerKey(name))
  return headerKey(name) !== '' && near.length === 1 ? near[0]!.at : undefined
}

function drop(table: Following, names: readonly string[], id: string): void {
  table.columns = table.columns.map(column => (names.includes(column.name) ? { ...column, droppedBy: id } : column))
}

function feed(table: Following, step: Step, id: string): void {
  const made = madeBy(step)
  if (!made) return
  table.columns = table.columns.map(column =>
    made.from.includes(column.name) && !made.into.includes(column.name)
      ? { ...column, feeds: [...column.feeds, { step: id, into: made.into }] }
      : column,
  )
}

/** Columns that a step reads, and those that it writes. Undefined for steps that only work inside one column. */
export function madeBy(step: Step): { readonly from: readonly string[]; readonly into: readonly string[] } | undefined {
  switch (step.type) {
    case 'join':
      return { from: step.columns, into: [step.into] }
    case 'split':
      return { from: [step.column], into: step.into }
    case 'split-address': {
      const { number, street, postcode, town } = step
      return { from: [step.column], into: [number, street, postcode, town].filter(name => name !== undefined) }
    }
    case 'hours':
      return { from: [step.column], into: [step.into] }
    case 'split-lonlat':
      return { from: [step.column], into: [step.longitude, step.latitude] }
    case 'join-lonlat':
      return { from: [step.longitude, step.latitude], into: [step.into] }
    case 'reproject':
      return { from: [step.x, step.y], into: [step.longitude, step.latitude] }
    case 'geocode':
      return { from: step.address, into: step.columns }
    case 'pivot-long':
      return { from: step.columns, into: [step.names, step.values] }
    case 'generate-ids':
    case 'add-constant':
    case 'fill':
      return { from: [], into: [step.column] }
    default:
      return undefined
  }
}
