export type { ProposeOptions } from './context.ts'
export type { ColumnMatch } from './match-columns.ts'
export { type Proposal, propose } from './propose.ts'
export { type OpenQuestion, openQuestions } from './questions.ts'
