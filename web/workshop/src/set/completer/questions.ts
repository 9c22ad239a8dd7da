import type { Finding } from '../../../../../src/core/check/finding.ts'
import type { Field, Model } from '../../../../../src/core/models/model.ts'
import { kindOf } from '../../../../../src/core/recipe/kinds.ts'
import type { Question, StepOutcome } from '../../../../../src/core/recipe/outcome.ts'
import { roleOf } from '../../../../../src/core/recipe/roles.ts'
import type { RecipeStep, RowIdentity, RowPair } from '../../../../../src/core/recipe/step.ts'
import { findColumn, type Table } from '../../../../../src/core/table/table.ts'
import { readValue } from '../../../../../src/core/values/read-value.ts'

/** What only a person knows, one by one. `id` is the same as long as the question is. */
export type AskedQuestion =
  /** A proposal to decide: yes does it, no forgets it. */
  | { readonly type: 'step'; readonly id: string; readonly question: string; readonly columns: readonly string[] }
  /** Are these two rows the same? */
  | {
      readonly type: 'pair'
      readonly id: string
      readonly step: string
      readonly question: string
      readonly pair: RowPair
    }
  /** What should this cell say? */
  | {
      readonly type: 'cell'
      readonly id: string
      readonly question: string
      readonly column: string
      readonly value: string
      /** What the cell says now, steps done. */
      readonly now: string
      readonly place: AskedPlace
      readonly candidates: readonly string[]
    }

/** The row of a question as a person knows it, and as the server names it. */
export interface AskedPlace {
  /** Undefined: the row is not one that hands can write in from here. */
  readonly row?: RowIdentity
  readonly name: string
  /** As in the file received. */
  readonly line: number
  readonly sheet?: string
  /** What else the row says. */
  readonly context: readonly { readonly column: string; readonly value: string }[]
  /** Its number in the result, from 0. */
  readonly at: number
}

export interface QuestionsInput {
  readonly model: Model
  readonly steps: readonly RecipeStep[]
  readonly table: Table
  readonly questions: readonly Question[]
  readonly applied: readonly StepOutcome[]
  readonly findings: readonly Finding[]
  /** The identity that a hand's act names a row by; `row` is its index in the table. */
  readonly identity: (row: number) => RowIdentity | undefined
  /** Line of the first row in the findings. */
  readonly firstLine: number
  /** What readers of values must know: the communes, the department. */
  readonly readOptions: Readonly<Record<string, unknown>>
}

export function askedQuestions(input: QuestionsInput): AskedQuestion[] {
  const ofCells = cellQuestions(input)
  const asked = new Set(ofCells.map(({ id }) => id))
  return [...stepQuestions(input), ...pairQuestions(input), ...ofCells, ...faults(input, asked)]
}

/** Names of columns are asked in Colonnes; here, what the rows need. */
const stepQuestions = ({ steps }: QuestionsInput): AskedQuestion[] =>
  steps.flatMap(({ id, off, step, reason }) =>
    off && step.type !== 'rename' && step.type !== 'drop' && reason.trim().endsWith('?')
      ? [{ type: 'step', id, question: reason, columns: 'column' in step ? [step.column] : [] } as const]
      : [],
  )

const pairQuestions = ({ applied }: QuestionsInput): AskedQuestion[] =>
  applied.flatMap(({ id: step, questions }) =>
    questions.flatMap(({ pair, question }) =>
      pair ? [{ type: 'pair', id: `${step} ${JSON.stringify(pair)}`, step, question, pair } as const] : [],
    ),
  )

type CellQuestion = Extract<AskedQuestion, { type: 'cell' }>

function cellQuestions(input: QuestionsInput): CellQuestion[] {
  return input.questions.flatMap(({ row, column, value, question, candidates, pair }): CellQuestion[] =>
    row === undefined || pair
      ? []
      : [cellQuestion(input, row, column, value, question, candidates ?? candidatesOf(input, column, value))],
  )
}

/** Cells that break the model's rules and that no step has asked about; empty ones are filled by column (holes.ts). */
function faults(input: QuestionsInput, asked: ReadonlySet<string>): CellQuestion[] {
  const seen = new Set(asked)
  return input.findings.flatMap(({ level, row, column, value, message, fix }): CellQuestion[] => {
    if (level !== 'error' || row === null || column === null || fix || (value ?? '').trim() === '') return []
    const one = cellQuestion(input, row - input.firstLine, column, value!, message, candidatesOf(input, column, value!))
    if (seen.has(one.id)) return []
    seen.add(one.id)
    return [one]
  })
}

function cellQuestion(
  input: QuestionsInput,
  at: number,
  column: string,
  value: string,
  question: string,
  candidates: readonly string[],
): CellQuestion {
  const place = placeOf(input, at, column)
  return {
    type: 'cell',
    id: `${column} ${place.row ? JSON.stringify(place.row) : at}`,
    question,
    column,
    value,
    now: findColumn(input.table, column)?.cells[at] ?? '',
    place,
    candidates,
  }
}

const CONTEXT = 5

function placeOf({ table, model, identity }: QuestionsInput, at: number, column: string): AskedPlace {
  const row = identity(at)
  const ref = table.rows[at]
  const said = (name: string) => findColumn(table, name)?.cells[at]?.trim() ?? ''
  const names = telling(model).filter(name => said(name) !== '')
  return {
    ...(row && { row }),
    name: names[0] === undefined ? `Ligne ${at + 2}` : said(names[0]),
    line: ref?.line ?? 0,
    ...(ref?.sheet !== undefined && { sheet: ref.sheet }),
    context: names
      .slice(1)
      .filter(name => name !== column)
      .slice(0, CONTEXT)
      .map(name => ({ column: name, value: said(name) })),
    at,
  }
}

/** The columns that tell a person which row it is, best first. */
function telling({ fields }: Model): string[] {
  const rank = (field: Field): number => {
    const at = ['name', 'street', 'address', 'town', 'phone', 'siret', 'id'].indexOf(roleOf(field) ?? '')
    return at < 0 ? 20 : at
  }
  return [...fields].sort((a, b) => rank(a) - rank(b)).map(({ name }) => name)
}

/** Values that a reader hesitates between. */
function candidatesOf({ model, readOptions }: QuestionsInput, column: string, value: string): string[] {
  const field = model.fields.find(one => one.name === column)
  if (!field || value.length > 1000) return []
  const { kind, options } = kindOf(field)
  const reading = readValue(kind, value, { ...options, ...readOptions })
  return reading.status === 'doubtful' ? [...new Set(reading.candidates.map(one => one.value))].slice(0, 4) : []
}
