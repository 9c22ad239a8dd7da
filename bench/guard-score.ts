import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lookForPersons, type PersonalFinding, type PersonalKind } from '../src/core/privacy/index.ts'
import { type Table, tableFromRows } from '../src/core/table/table.ts'

/**
 * The guard against tables whose cells were labelled by hand, every person invented. A file of `guard-corpus` has its labels first, a line a column
 * (`@Téléphone: phone 3,9`; `*`: all that is filled; a column without a line holds nothing), then the table, its titles on the first line.
 */
export const CORPUS = new URL('./guard-corpus', import.meta.url).pathname

interface Label {
  readonly column: string
  readonly kind: PersonalKind
  /** Rows, 0 first. */
  readonly rows: ReadonlySet<number>
}
export interface LabelledTable {
  readonly name: string
  readonly table: Table
  readonly labels: readonly Label[]
}

/** What is only measured: written by somebody who does not look at the detectors, never looked at by whoever tunes them. */
export const isHeldOut = (name: string): boolean => /^blind-/.test(name)

export const readCorpus = (): LabelledTable[] =>
  readdirSync(CORPUS)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .map(file => readLabelled(file.replace(/\.txt$/, ''), readFileSync(join(CORPUS, file), 'utf8')))

function readLabelled(name: string, text: string): LabelledTable {
  const lines = text.trimEnd().split('\n')
  const at = lines.findIndex(line => !line.startsWith('@'))
  const [titles, ...rows] = lines.slice(at).map(line => line.split(';'))
  const table = tableFromRows(titles!, rows)
  return { name, table, labels: lines.slice(0, at).flatMap(line => labelsOf(line, table, name)) }
}

function labelsOf(line: string, table: Table, name: string): Label[] {
  const cut = line.lastIndexOf(': ')
  const column = table.columns.find(one => one.name === line.slice(1, cut))
  if (!column) throw new Error(`${name}: no column for « ${line} »`)
  return line
    .slice(cut + 2)
    .split('; ')
    .map(label => {
      const [kind, which = '*'] = label.split(' ')
      const filled = column.cells.flatMap((text, row) => (text.trim() === '' ? [] : [row]))
      const rows = which === '*' ? filled : which.split(',').map(row => Number(row) - 1)
      return { column: column.name, kind: kind as PersonalKind, rows: new Set(rows) }
    })
}

/** Right and wrong of one kind, in columns and in cells. */
export interface Score {
  found: number
  missed: number
  wrong: number
  cellsFound: number
  cellsMissed: number
  cellsWrong: number
}
const nothing = (): Score => ({ found: 0, missed: 0, wrong: 0, cellsFound: 0, cellsMissed: 0, cellsWrong: 0 })

/** Kinds that name a person by themselves. */
export const DIRECT: ReadonlySet<PersonalKind> = new Set<PersonalKind>([
  ...(['person-name', 'mail', 'phone', 'social-security-number', 'identity-number'] as const),
  ...(['private-address', 'free-text', 'sole-trader'] as const),
])
/** A name is a name, whether it is asked as a person's, a trader's or in a free text: the person who answers sees the same cell. */
const NAMING: readonly PersonalKind[] = ['person-name', 'sole-trader', 'free-text']
const IN_TEXT: readonly PersonalKind[] = ['free-text', 'mail', 'phone', 'social-security-number']
const sameThing = (label: PersonalKind, found: PersonalKind): boolean =>
  label === found || [NAMING, IN_TEXT].some(kinds => kinds.includes(label) && kinds.includes(found))

export interface Mistake {
  readonly file: string
  readonly column: string
  readonly kind: PersonalKind
  readonly what: 'missed' | 'wrong'
  readonly cells: readonly string[]
}
export interface Scored {
  readonly scores: ReadonlyMap<PersonalKind, Score>
  readonly mistakes: readonly Mistake[]
}

export function score(corpus: readonly LabelledTable[]): Scored {
  const scores = new Map<PersonalKind, Score>()
  const mistakes: Mistake[] = []
  const of = (kind: PersonalKind) => {
    const known = scores.get(kind) ?? nothing()
    scores.set(kind, known)
    return known
  }
  for (const { name, table, labels } of corpus) {
    const findings = lookForPersons({ table }).filter(({ column }) => column !== undefined)
    const tell = (kind: PersonalKind, column: string, what: Mistake['what'], rows: readonly number[]) =>
      mistakes.push({ file: name, column, kind, what, cells: rows.map(row => cellOf(table, column, row)) })
    for (const label of labels) {
      const covered = rowsOf(findings.filter(one => one.column === label.column && sameThing(label.kind, one.kind)))
      const missed = [...label.rows].filter(row => !covered.has(row))
      const one = of(label.kind)
      one[missed.length < label.rows.size ? 'found' : 'missed']++
      one.cellsFound += label.rows.size - missed.length
      one.cellsMissed += missed.length
      if (missed.length > 0) tell(label.kind, label.column, 'missed', missed)
    }
    for (const finding of findings) {
      const mine = labels.filter(label => label.column === finding.column && sameThing(label.kind, finding.kind))
      const wrong = finding.rows.filter(row => !mine.some(({ rows }) => rows.has(row)))
      const one = of(finding.kind)
      if (mine.length === 0) one.wrong++
      one.cellsWrong += wrong.length
      if (wrong.length > 0) tell(finding.kind, finding.column!, 'wrong', wrong)
    }
  }
  return { scores, mistakes }
}

const rowsOf = (findings: readonly PersonalFinding[]) => new Set(findings.flatMap(({ rows }) => rows))
const cellOf = (table: Table, column: string, row: number): string =>
  table.columns.find(({ name }) => name === column)?.cells[row] ?? ''

/** Sums over some kinds; 1 where there is nothing to find, or nothing was said. */
export function rates({ scores }: Scored, kinds: (kind: PersonalKind) => boolean = () => true) {
  const sum = nothing()
  for (const [kind, one] of scores)
    if (kinds(kind)) for (const name of Object.keys(sum) as (keyof Score)[]) sum[name] += one[name]
  const part = (good: number, bad: number) => (good + bad === 0 ? 1 : good / (good + bad))
  return {
    recall: part(sum.found, sum.missed),
    precision: part(sum.found, sum.wrong),
    cellRecall: part(sum.cellsFound, sum.cellsMissed),
    cellPrecision: part(sum.cellsFound, sum.cellsWrong),
  }
}
