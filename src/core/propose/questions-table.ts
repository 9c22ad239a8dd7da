import { type Table, tableFromRows } from '../table/table.ts'
import type { OpenQuestion } from './questions.ts'

const COLUMNS = ['fichier', 'feuille', 'ligne', 'colonne', 'valeur', 'question', 'réponse']

/** The list that is sent to whoever knows, with a column for the answers. */
export const questionsTable = (questions: readonly OpenQuestion[]): Table =>
  tableFromRows(
    COLUMNS,
    questions.map(({ file = '', sheet = '', line, column, value, question }) => [
      file,
      sheet,
      line === undefined ? '' : String(line),
      column,
      value,
      question,
      '',
    ]),
  )
