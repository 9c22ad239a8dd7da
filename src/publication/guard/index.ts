export { answerFinding, type NewAnswer } from './answer.ts'
export { isLooking, lookAtSet } from './look-at-set.ts'
export { givenAnswers, guardState, openFindings } from './state.ts'
