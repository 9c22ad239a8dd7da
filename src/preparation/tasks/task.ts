import type { Differences } from '../../contract/publication.ts'
import type { Comparison, ExportFormat } from '../../contract/sets.ts'
import type { Report } from '../../core/check/finding.ts'
import type { FormulaCell } from '../../core/check/formula-like.ts'
import type { Coverage } from '../../core/fiche/coverage.ts'
import type { Model } from '../../core/models/model.ts'
import type { Answers, PersonalFinding } from '../../core/privacy/index.ts'
import type { OpenQuestion } from '../../core/propose/index.ts'
import type { RecipeStep, RowIdentity } from '../../core/recipe/step.ts'
import type { TableCardOfVersion } from './freeze/describe.ts'
import type { FreezePaths } from './freeze/write-table.ts'
import type { Holes } from './holes.ts'

/** What a thread is asked: plain data, and paths of blobs. A thread never sees the database. */
export type Task =
  | { readonly type: 'read'; readonly path: string; readonly name: string; readonly sha256: string }
  | { readonly type: 'propose'; readonly set: TaskSet }
  | { readonly type: 'check'; readonly set: TaskSet }
  | {
      readonly type: 'compare'
      readonly set: TaskSet
      /** The new file, the upload that it would replace, and the place of that one among the contents. */
      readonly file: TaskContent & { readonly sha256: string }
      readonly instead: { readonly upload: string; readonly sha256: string; readonly place: number }
    }
  /**
   * What the holder of a link sees; `ask`: only the cells of these columns that are empty or wrong. `guard`: as it would be opened, once the
   * answers of the guard are done.
   */
  | { readonly type: 'look'; readonly set: TaskSet; readonly ask?: readonly string[]; readonly guard?: TaskGuard }
  /** What the table says of itself, for its fiche; `without`: columns that are not opened. */
  | { readonly type: 'cover'; readonly set: TaskSet; readonly without: readonly string[] }
  | { readonly type: 'export'; readonly set: TaskSet; readonly format: ExportFormat; readonly title: string }
  /** What the table and its files say of persons. */
  | { readonly type: 'guard'; readonly set: TaskSet }
  /** The table as it would be opened; with `paths`, written there. */
  | { readonly type: 'freeze'; readonly set: TaskSet; readonly guard: TaskGuard; readonly paths?: FreezePaths }
  /** A version as a spreadsheet, written at `path`; `schema`: the Table Schema frozen with it. */
  | {
      readonly type: 'workbook'
      readonly parquet: string
      readonly schema: unknown
      readonly title: string
      readonly format: 'xlsx' | 'ods'
      readonly path: string
    }
  /** Parquet files of two versions; `generated`: columns of ids that the recipe gave, which tell no row apart. */
  | {
      readonly type: 'differ'
      readonly before: string
      readonly after: string
      readonly model: Model
      readonly generated: readonly string[]
    }

/** Everything that makes the table of a set. */
export interface TaskSet {
  readonly model: Model
  readonly steps: readonly RecipeStep[]
  /** What the readers found in each source, main file first. */
  readonly contents: readonly TaskContent[]
  readonly town: TaskTown
}
export interface TaskContent {
  readonly name: string
  /** Path of the blob (see `packContent`). */
  readonly path: string
}
export interface TaskTown {
  readonly insee: string
  readonly siret?: string
  readonly addresses?: { readonly path: string; readonly name: string }
}

/** What the guard found in the table, and what persons decided of it. */
export interface TaskGuard {
  readonly findings: readonly PersonalFinding[]
  /** By the finding's key. */
  readonly answers: Answers
  readonly salt: string
}

/** What a set's page and the home page say of its table. */
export interface Summary {
  readonly rows: number
  readonly conformity: number
  readonly errors: number
  readonly questions: number
  readonly valid: boolean
  /** All that is missing is to be filled: nothing is to be mended. */
  readonly onlyHoles: boolean
  /** Findings by their code, and where mandatory values are missing; absent from a check made by an older Carnet. */
  readonly counts?: Readonly<Record<string, number>>
  readonly holes?: Holes
}

export interface TaskResults {
  readonly read:
    | { readonly content: Uint8Array; readonly tables: readonly TableCard[] }
    | { readonly unreadable: string }
  readonly propose: { readonly steps: readonly RecipeStep[] }
  readonly check: { readonly summary: Summary; readonly questions: readonly OpenQuestion[]; readonly report: Report }
  readonly compare: {
    readonly comparison: Comparison
    /** The recipe that the new file would have: identifiers given to last year's rows are remembered. */
    readonly steps: readonly RecipeStep[]
  }
  readonly look: {
    readonly columns: readonly string[]
    readonly rows: readonly (readonly string[])[]
    readonly holes: readonly Hole[]
    /** The `by-hand` step where an answer goes. */
    readonly hand: string
  }
  readonly cover: Coverage
  readonly export: { readonly bytes: Uint8Array }
  readonly guard: { readonly findings: readonly PersonalFinding[] }
  readonly freeze: {
    readonly card: TableCardOfVersion
    readonly report: Pick<Report, 'valid' | 'conformity' | 'counts'> & { readonly errors: number }
    readonly formulas: { readonly cells: readonly FormulaCell[]; readonly count: number }
    /** French sentences: what the guard's answers did to the table. */
    readonly notes: readonly string[]
  }
  readonly workbook: Readonly<Record<string, never>>
  readonly differ: Differences
}
/** A cell that is empty, or that does not fit. */
export interface Hole {
  readonly row: RowIdentity
  readonly rowName: string
  readonly column: string
  readonly value: string
  readonly question: string
}
export interface TableCard {
  readonly sheet?: string
  readonly rows: number
  readonly columns: readonly string[]
}

export type TaskType = Task['type']
export type TaskResult<T extends TaskType> = TaskResults[T]

/** A French sentence, and how far. */
export type Tell = (progress: number, message: string) => void

/** Runs a task away from the server's own thread. Rejects with `Cancelled` when the signal is given. */
export interface Threads {
  run<T extends TaskType>(
    task: Extract<Task, { type: T }>,
    options?: { readonly tell?: Tell | undefined; readonly signal?: AbortSignal | undefined },
  ): Promise<TaskResult<T>>
  close(): Promise<void>
}
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}
