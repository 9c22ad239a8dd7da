import { DECISION_WORDS, GRADE_WORDS, type WishDecision, type WishGrade } from '../../../../src/contract/wishes.ts'
import { Icon, type IconName } from '../design/index.ts'

/** Each colour has its shape: round, lozenge, square, cross. Nothing is told by the colour alone. */
const SHAPES: Readonly<Record<WishGrade, string>> = {
  green: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z',
  orange: 'M8 1 15.5 14.5h-15Z',
  red: 'M1.8 1.8h12.4v12.4H1.8Z',
  black: 'M4 1 8 5 12 1l3 3-4 4 4 4-3 3-4-4-4 4-3-3 4-4-4-4Z',
}

export const GradeShape = ({ grade }: { readonly grade: WishGrade }) => (
  <svg className={`grade-shape grade-shape-${grade}`} width={14} height={14} viewBox="0 0 16 16" aria-hidden="true">
    <path d={SHAPES[grade]} />
  </svg>
)

/** « Orange · modéré », with its shape. */
export const GradeMark = ({ grade }: { readonly grade: WishGrade }) => (
  <span className={`grade grade-${grade}`}>
    <GradeShape grade={grade} />
    {GRADE_WORDS[grade].colour} <span className="grade-meaning">{GRADE_WORDS[grade].meaning}</span>
  </span>
)

const DECISIONS: Readonly<Record<WishDecision, IconName>> = { open: 'ok', later: 'clock', no: 'close' }

export const DecisionMark = ({ decision }: { readonly decision: WishDecision }) => (
  <span className="wish-decided">
    <Icon name={DECISIONS[decision]} size={18} />
    {DECISION_WORDS[decision]}
  </span>
)
