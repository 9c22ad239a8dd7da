import type { Native, Table } from '../../table/table.ts'
import type { Candidate, Reading } from '../../values/reading.ts'
import { editCells } from '../edit.ts'
import { type Question, type StepResult, type StepWorld, unchanged } from '../outcome.ts'
import { readCell } from '../read-cell.ts'
import type { Step } from '../step.ts'
import { missing } from './columns.ts'

type Normalise = Extract<Step, { type: 'normalise' }>

/** Writes each cell as the model expects it. What has several meanings, or none, stays as it was and becomes a question. */
export function normalise(table: Table, step: Normalise, world: StepWorld): StepResult {
  const questions: Question[] = []
  const read = cached((text, native) => readCell(step.kind, text, native, step.options, world))
  const ask = (row: number, value: string, question: string, candidates: readonly Candidate[] = []) =>
    questions.push({
      row,
      line: table.rows[row]!.line,
      column: step.column,
      value,
      question,
      ...(candidates.length > 0 && { candidates: candidates.map(one => one.value) }),
    })
  const edited = editCells(table, step.column, (text, row, native) => {
    if (text.trim() === '') return text
    const reading = read(text, native)
    switch (reading.status) {
      case 'certain':
        return reading.value
      case 'empty':
        return ''
      case 'doubtful':
        ask(row, text, withCandidates(reading), reading.candidates)
        return text
      case 'refused':
        ask(row, text, reading.reason)
        return text
    }
  })
  return edited ? { ...edited, questions } : unchanged(table, missing(step.column))
}

/** Columns repeat themselves: each writing is read once. Cells with a native (dates, numbers of Excel) too, by what was shown. */
function cached(read: (text: string, native: Native | undefined) => Reading): typeof read {
  const known = new Map<string, Reading>()
  return (text, native) => {
    const key = native ? `${text}\u0000${native.type}\u0000${native.shown}` : text
    let reading = known.get(key)
    if (!reading) known.set(key, (reading = read(text, native)))
    return reading
  }
}

function withCandidates(reading: Extract<Reading, { status: 'doubtful' }>): string {
  // « Est-ce « Accès libre » ? » has said its only candidate already.
  const best = reading.candidates
    .filter(({ value }) => !reading.question.includes(`« ${value} »`))
    .slice(0, 3)
    .map(({ value, reason }) => (reason ? `« ${value} » (${reason})` : `« ${value} »`))
  return best.length ? `${reading.question} Propositions : ${best.join(' ; ')}.` : reading.question
}
