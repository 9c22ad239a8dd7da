import type { Finding, Report } from '../check/finding.ts'
import type { Replayed } from '../recipe/replay.ts'
import type { RecipeStep } from '../recipe/step.ts'

/** A line of the list of questions: what only a person knows. */
export interface OpenQuestion {
  readonly file?: string
  readonly sheet?: string
  readonly line?: number
  readonly column: string
  readonly value: string
  /** French, « vous ». */
  readonly question: string
}

/** Beyond, a column that asks the same of many rows is asked once. */
const ONE_BY_ONE = 25

/** Everything left to a person: doubts of the steps, steps to decide, hand corrections without their row, and what still breaks the model's rules. */
export function openQuestions(result: Replayed, toDecide: readonly RecipeStep[], report: Report): OpenQuestion[] {
  const asked = result.questions.map(({ row, line, column, value, question }) => ({
    ...placeOf(result, row),
    ...(line !== undefined && { line }),
    column,
    value,
    question,
  }))
  return [
    ...toDecide.map(({ step, reason }) => ({ column: columnOf(step), value: '', question: reason })),
    ...result.lost.map(({ column, to, reason }) => ({ column: column ?? '', value: to ?? '', question: reason })),
    ...grouped(asked),
    ...fromReport(report, new Set(asked.map(({ line, column }) => `${line} ${column}`))),
  ]
}

const columnOf = (step: RecipeStep['step']): string =>
  'column' in step ? step.column : 'from' in step ? step.from : ''

function placeOf(result: Replayed, row: number | undefined) {
  const ref = row === undefined ? undefined : result.table.rows[row]
  return { ...(ref?.source && { file: ref.source }), ...(ref?.sheet !== undefined && { sheet: ref.sheet }) }
}

/** The same question for many rows of one column is one question, with how many rows and the first values. */
function grouped(questions: readonly OpenQuestion[]): OpenQuestion[] {
  const byValue = new Map<string, OpenQuestion[]>()
  for (const one of questions) {
    const key = JSON.stringify([one.column, one.value, one.question])
    byValue.set(key, [...(byValue.get(key) ?? []), one])
  }
  return [...byValue.values()].map(same =>
    same.length === 1
      ? same[0]!
      : { ...same[0]!, question: `${same[0]!.question} (${same.length} lignes disent la même chose)` },
  )
}

function fromReport(report: Report, asked: ReadonlySet<string>): OpenQuestion[] {
  const left = report.findings.filter(({ level, row, column }) => level === 'error' && !asked.has(`${row} ${column}`))
  const kinds = new Map<string, Finding[]>()
  for (const finding of left) {
    const key = `${finding.code}\u0000${finding.column}`
    kinds.set(key, [...(kinds.get(key) ?? []), finding])
  }
  return [...kinds.values()].flatMap(same =>
    same.length > ONE_BY_ONE ? [together(same, report.rows)] : same.map(alone),
  )
}

const alone = ({ row, column, value, message }: Finding): OpenQuestion => ({
  ...(row !== null && { line: row }),
  column: column ?? '',
  value: value ?? '',
  question: message,
})

function together(same: readonly Finding[], rows: number): OpenQuestion {
  const { column, code, message } = same[0]!
  const name = column ?? ''
  if (code === 'constraint-error/required')
    return {
      column: name,
      value: '',
      question:
        same.length >= rows
          ? `La colonne obligatoire « ${name} » est vide : que faut-il y écrire ?`
          : `« ${name} » est vide dans ${same.length} lignes : que faut-il y écrire ?`,
    }
  const values = [...new Set(same.map(({ value }) => value ?? ''))].slice(0, 5)
  return { column: name, value: values.join(' | '), question: `${same.length} lignes sont dans ce cas. ${message}` }
}
