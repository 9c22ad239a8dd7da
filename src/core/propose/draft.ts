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
    this.steps.push(one)
    this.setAside.push(...replayed.setAside)
    this.table = replayed.table
  }

  /** Left to a person: in the recipe, switched off. */
  suggest(step: Step, reason: string, measure?: Measure): void {
    this.steps.push({ ...this.#numbered(step, reason), off: true, ...measure })
  }

  cells(name: string): readonly string[] | undefined {
    return findColumn(this.table, name)?.cells
  }

  #numbered(step: Step, reason: string): RecipeStep {
    return { id: `e${this.steps.length + 1}`, step, reason }
  }
}
