import type { Field } from '../../../../../src/core/models/model.ts'
import { titleOf } from '../colonnes/words.ts'
import type { AskedQuestion } from './questions.ts'

/** Questions that one person can answer in a row: those of one column, or of one kind. */
export interface QuestionGroup {
  readonly id: string
  readonly title: string
  /** The column that they are about; a link for somebody asks these columns. */
  readonly field?: Field
  readonly questions: readonly AskedQuestion[]
}

/** What to decide first (it may answer the others), then column by column in the order of the model. */
export function questionGroups(questions: readonly AskedQuestion[], fields: readonly Field[]): QuestionGroup[] {
  const ofType = (type: AskedQuestion['type']) => questions.filter(one => one.type === type)
  const cells = questions.flatMap(one => (one.type === 'cell' ? [one] : []))
  const names = [...new Set(cells.map(({ column }) => column))]
  const rank = (name: string) => {
    const at = fields.findIndex(field => field.name === name)
    return at < 0 ? fields.length : at
  }
  const columns = names
    .sort((a, b) => rank(a) - rank(b))
    .map((name): QuestionGroup => {
      const field = fields.find(one => one.name === name)
      const of = cells.filter(({ column }) => column === name)
      return { id: `c ${name}`, title: field ? titleOf(field) : name, ...(field && { field }), questions: of }
    })
  return [
    { id: 'steps', title: 'Propositions de Carnet', questions: ofType('step') },
    { id: 'pairs', title: 'Les mêmes, ou pas ?', questions: ofType('pair') },
    ...columns,
  ].filter(group => group.questions.length > 0)
}

/** The question that comes at this place; the first one again after the last. */
export const questionAt = ({ questions }: QuestionGroup, at: number): AskedQuestion => questions[at % questions.length]!
