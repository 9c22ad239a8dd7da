import type { RecipeStep, RowIdentity } from '../../../../src/core/recipe/step.ts'
import { tabView } from '../set/shared/tab-view.ts'
import type { SetMaterial } from './base-table.ts'
import type { Loader } from './load.ts'
import type { CellWrite, SearchQuery, SetInput, TableChange, WorkerCalls, WorkerEvent } from './protocol.ts'
import { SetEngine } from './set-engine.ts'
import { previewStep } from './step-preview.ts'

/** How long the table rests after a keystroke before it is checked whole, and how long a slice of that check may hold the worker, in milliseconds. */
const REST = 200
const SLICE = 8
const SLICE_ROWS = 10

/** The clock, handed over. */
export interface Pace {
  now(): number
  later(task: () => void, milliseconds: number): () => void
}

/** A library that comes when it is needed. */
export interface LateLibrary {
  load(): Promise<void>
  /** It was asked for before it was there, since the last time that this was asked. */
  wasMissed(): boolean
}

type Calls = { [Name in keyof WorkerCalls]: (...args: Parameters<WorkerCalls[Name]>) => unknown }

/** One page's set: answers its questions, and checks the whole table when it rests. Between two slices of a check, the page's words are heard. */
export class WorkerSession implements Calls {
  #engine: SetEngine | undefined
  #material: SetMaterial | undefined
  #stop: () => void = () => undefined

  constructor(
    readonly loader: Loader,
    readonly tell: (event: WorkerEvent) => void,
    readonly pace: Pace,
    /** What evaluates opening hours: needed by every check, and by few recipes. */
    readonly hours: LateLibrary,
  ) {}

  close(): void {
    this.#stop()
    this.#engine = undefined
    this.#material = undefined
  }

  async open(input: SetInput) {
    this.#stop()
    this.#material = await this.#ready(input)
    this.#engine = await this.#engineOf(this.#material, input.steps)
    const opened = this.#engine.open()
    this.#checkIn(0)
    return opened
  }

  async change(change: TableChange) {
    await this.hours.load()
    const findings = this.#needed().change(change)
    this.#checkIn(REST)
    return findings
  }

  async draft({ row, column, to }: CellWrite) {
    await this.hours.load()
    return this.#needed().draft(row, column, to)
  }

  locate(rows: readonly RowIdentity[]) {
    return rows.map(row => this.#needed().locate(row))
  }

  search(query: SearchQuery) {
    return this.#needed().search(query)
  }

  async preview(step: RecipeStep, steps: readonly RecipeStep[]) {
    await this.hours.load()
    if (!this.#material) throw new Error('no set is open')
    return previewStep(step, steps, this.#material)
  }

  async tabs(input: SetInput) {
    await this.hours.load()
    return tabView(await this.loader.material(input), input.steps)
  }

  #needed(): SetEngine {
    if (!this.#engine) throw new Error('no set is open')
    return this.#engine
  }

  /** The check under way, if any, is left: another begins once the table has rested. */
  #checkIn(milliseconds: number): void {
    this.#stop()
    const engine = this.#needed()
    let wanted = true
    const cancel = this.pace.later(async () => {
      await this.hours.load()
      if (wanted) this.#goOn(engine.check(SLICE_ROWS))
    }, milliseconds)
    this.#stop = () => {
      wanted = false
      cancel()
    }
  }

  async #ready(input: SetInput): Promise<SetMaterial> {
    const [material] = await Promise.all([
      this.loader.material(input),
      input.steps.some(evaluatesHours) ? this.hours.load() : undefined,
    ])
    return material
  }

  /** A recipe that evaluates hours in a way that nobody told of is replayed once the library is there. */
  async #engineOf(material: SetMaterial, steps: readonly RecipeStep[]): Promise<SetEngine> {
    const engine = new SetEngine(material, steps)
    if (!this.hours.wasMissed()) return engine
    await this.hours.load()
    return new SetEngine(material, steps)
  }

  #goOn(check: ReturnType<SetEngine['check']>): void {
    const until = this.pace.now() + SLICE
    for (;;) {
      const { done, value } = check.next()
      if (done) {
        this.tell({ type: 'findings', findings: value.findings })
        this.tell({ type: 'checked', table: value.table })
        return
      }
      if (this.pace.now() >= until) break
    }
    this.#stop = this.pace.later(() => this.#goOn(check), 0)
  }
}

/** « lundi au vendredi » may be one of the choices of a list. */
const evaluatesHours = ({ step, off }: RecipeStep): boolean =>
  !off && (step.type === 'hours' || (step.type === 'normalise' && (step.kind === 'hours' || step.kind === 'choices')))
