import type { SetAsideRow, StepWorld } from '../recipe/outcome.ts'
import { replayFrom } from '../recipe/replay.ts'
import type { RecipeStep, Step } from '../recipe/step.ts'
import { findColumn, type Table } from '../table/table.ts'

export interface Measure {
  readonly before: number
  readonly after: number
}

/** A recipe while it is being written: what is certain is applied at once, so that each next proposal looks at the table as it becomes. */
export class Draft {
  readonly steps: RecipeStep[] = []
  /** Steps ever written, those withdrawn included: no two have the same id. */
  count = 0
  readonly setAside: SetAsideRow[] = []
  table: Table

  constructor(
    start: Table,
    readonly world: StepWorld,
  ) {
    this.table = start
  }

  /** What a step would give, without keeping it. */
  attempt(step: Step): Table {
    return replayFrom(this.table, [this.#numbered(step, '')], this.world).table
  }

  apply(step: Step, reason: string, measure?: Measure): void {
    const one: RecipeStep = { ...this.#numbered(step, reason), ...measure }
    const replayed = replayFrom(this.table, [one], this.world)
    this.#push(one)
    this.setAside.push(...replayed.setAside)
    this.table = replayed.table
  }

  /** Left to a person: in the recipe, switched off. */
  suggest(step: Step, reason: string, measure?: Measure): void {
    this.#push({ ...this.#numbered(step, reason), off: true, ...measure })
  }

  /** The questions about the names of these columns are answered by a step that uses them. */
  withdraw(...columns: readonly string[]): void {
    const kept = this.steps.filter(({ step, off }) => !(off && step.type === 'rename' && columns.includes(step.from)))
    this.steps.splice(0, this.steps.length, ...kept)
  }

  #push(one: RecipeStep): void {
    this.count++
    this.steps.push(one)
  }

  cells(name: string): readonly string[] | undefined {
    return findColumn(this.table, name)?.cells
  }

  #numbered(step: Step, reason: string): RecipeStep {
    return { id: `e${this.count + 1}`, step, reason }
  }
}
