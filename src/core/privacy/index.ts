export { type Answers, applyAnswers, type Treated } from './apply/apply-answers.ts'
export {
  GUARD_ANSWERS,
  type GuardAnswer,
  type PersonalFinding,
  type PersonalKind,
  type PersonalLevel,
} from './finding.ts'
export type { SourceHolds } from './kinds/files.ts'
export { type GuardInput, lookForPersons } from './look.ts'

/** Goes up when the detectors find something else in the same table: what older ones looked at is looked at again. */
export const DETECTORS = 3
