import type { Table } from '../../table/table.ts'
import { isDitto } from '../../values/ditto.ts'
import { editCells } from '../edit.ts'
import { type Question, type StepResult, unchanged } from '../outcome.ts'
import type { Step } from '../step.ts'
import { missing } from './columns.ts'

/** « idem » and its marks take the value of the cell above; without one above, they are asked. Empty cells stay empty. */
export function fillDitto(table: Table, { column }: Extract<Step, { type: 'ditto' }>): StepResult {
  const questions: Question[] = []
  let above = ''
  const edited = editCells(table, column, (text, row) => {
    if (!isDitto(text)) {
      above = text
      return text
    }
    if (above.trim() !== '') return above
    const { line } = table.rows[row]!
    questions.push({
      row,
      line,
      column,
      value: text,
      question: `« ${text} » : il n’y a rien au-dessus, que faut-il écrire ?`,
    })
    return text
  })
  return edited ? { ...edited, questions } : unchanged(table, missing(column))
}
