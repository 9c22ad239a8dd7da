import type { Finding, Report } from '../check/finding.ts'
import type { Replayed } from '../recipe/replay.ts'
import type { RecipeStep, Step } from '../recipe/step.ts'
import { findColumn } from '../table/table.ts'

/** A line of the list of questions: what only a person knows. */
export interface OpenQuestion {
  readonly file?: string
  readonly sheet?: string
  /** Of the file received, as a person counts it. */
  readonly line?: number
  readonly column: string
  readonly value: string
  /** French, « vous ». */
  readonly question: string
}

/** Beyond, a column that asks the same of many rows is asked once. */
const ONE_BY_ONE = 25
/** Beyond, values of a column that raise the same question are asked together. */
const ALIKE = 8

/**
 * Everything left to a person: steps to decide, hand corrections without their row, doubts of the steps, and what still breaks the model's rules.
 * `report` is the check of the recipe's result, its first row being line 2.
 */
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
    ...alike(same(asked)),
    ...fromReport(report, result, toDecide),
  ]
}

const columnOf = (step: Step): string =>
  'column' in step ? step.column : 'from' in step ? step.from : 'x' in step ? step.x : ''

function placeOf(result: Replayed, row: number | undefined) {
  const ref = row === undefined ? undefined : result.table.rows[row]
  return { ...(ref?.source && { file: ref.source }), ...(ref?.sheet !== undefined && { sheet: ref.sheet }) }
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

interface Counted extends OpenQuestion {
  readonly rows: number
}

/** The same question about the same value in many rows is one question, with how many rows. */
const same = (questions: readonly OpenQuestion[]): Counted[] =>
  groupBy(questions, one => JSON.stringify([one.column, one.value, one.question])).map(group => ({
    ...group[0]!,
    rows: group.length,
  }))

/** A column whose values all raise the same question (« il manque le jour et le mois ») is asked once, with a few of them. */
const alike = (questions: readonly Counted[]): OpenQuestion[] =>
  groupBy(questions, one => JSON.stringify([one.column, withoutValue(one)])).flatMap(group =>
    group.length > ALIKE ? [together(group)] : group.map(one => counted(one)),
  )

const withoutValue = ({ question, value }: OpenQuestion): string =>
  value === '' ? question : question.replaceAll(value, '…')

const counted = ({ rows, question, ...rest }: Counted): OpenQuestion => ({
  ...rest,
  question: rows === 1 ? question : `${question} (${rows} lignes disent la même chose)`,
})

function together(group: readonly Counted[]): OpenQuestion {
  const rows = group.reduce((sum, one) => sum + one.rows, 0)
  const { rows: _, line: __, ...first } = group[0]!
  return {
    ...first,
    value: group
      .slice(0, 5)
      .map(one => one.value)
      .join(' | '),
    question: `${first.question} (La même question se pose pour ${rows} lignes, ${group.length} valeurs différentes.)`,
  }
}

const lineOfResult = (row: number): number => row + 2

/** Errors and warnings that no question has asked yet. */
function fromReport(report: Report, result: Replayed, toDecide: readonly RecipeStep[]): OpenQuestion[] {
  const asked = new Set(
    result.questions.flatMap(({ row, column }) => (row === undefined ? [] : [`${lineOfResult(row)} ${column}`])),
  )
  // « Is X the column Y? », « is Y the same everywhere? » are asked first: until they are answered, the holes of Y say nothing new.
  const pending = new Set(toDecide.flatMap(({ step }) => filledBy(step)))
  const twins = toDecide.some(({ step }) => step.type === 'deduplicate')
  const holes = new Set(report.findings.filter(isHole).map(({ row, column }) => `${row} ${column}`))
  const left = report.findings.filter(finding => {
    const place = `${finding.row} ${finding.column}`
    if (!isForAPerson(finding) || asked.has(place)) return false
    if (isHole(finding)) return !pending.has(finding.column ?? '')
    if (finding.code === 'carnet/duplicate-row') return !twins
    // An empty key is a hole already asked.
    return finding.code !== 'primary-key' || !holes.has(place)
  })
  return groupBy(left, ({ code, column }) => `${code}\u0000${column}`).flatMap(group =>
    group.length > ONE_BY_ONE || saysOneThing(group, report.rows)
      ? [gathered(group, report, result)]
      : group.map(finding => alone(finding, result)),
  )
}

/** Errors, and what Carnet finds odd in a row. Columns that the model does not know are asked by a step. */
const isForAPerson = ({ level, code }: Finding): boolean =>
  level === 'error' || (level === 'warning' && code.startsWith('carnet/'))

/** The columns that a step to decide would fill. */
const filledBy = (step: Step): readonly string[] => {
  switch (step.type) {
    case 'rename':
      return [step.to]
    case 'add-constant':
    case 'fill':
    case 'fill-down':
      return [step.column]
    case 'pivot-long':
      return [step.names, step.values]
    default:
      return []
  }
}

/** Every row raises the same question, in the same words: it is about the column. */
const saysOneThing = (group: readonly Finding[], rows: number): boolean =>
  group.length > 1 && group.length >= rows && new Set(group.map(({ message }) => message)).size === 1

const isHole = ({ code }: Finding): boolean => code === 'constraint-error/required'

function alone({ row, column, value, message }: Finding, result: Replayed): OpenQuestion {
  const at = row === null ? undefined : row - lineOfResult(0)
  const ref = at === undefined ? undefined : result.table.rows[at]
  return {
    ...placeOf(result, at),
    ...(ref && { line: ref.line }),
    column: column ?? '',
    value: value ?? '',
    question: message,
  }
}

/** One question for many rows. Findings are capped, so the holes of a column are counted in the table itself. */
function gathered(group: readonly Finding[], report: Report, { table }: Replayed): OpenQuestion {
  const { column, message, code } = group[0]!
  const name = column ?? ''
  if (isHole(group[0]!)) {
    const holes = findColumn(table, name)?.cells.filter(text => text.trim() === '').length ?? report.rows
    const all = Math.max(holes, group.length) >= report.rows
    return {
      column: name,
      value: '',
      question: all
        ? `La colonne obligatoire « ${name} » est vide : que faut-il y écrire ?`
        : `« ${name} » est vide dans ${Math.max(holes, group.length)} lignes : que faut-il y écrire ?`,
    }
  }
  const values = [...new Set(group.map(({ value }) => value ?? ''))].slice(0, 5)
  const kept = report.findings.filter(one => one.code === code).length
  const more = (report.counts[code] ?? 0) > kept ? 'Plus de ' : ''
  const many = group.length >= report.rows ? 'Toutes les lignes' : `${more}${group.length} lignes`
  return { column: name, value: values.join(' | '), question: `${many} sont dans ce cas. Par exemple : ${message}` }
}
