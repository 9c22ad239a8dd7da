/**
 * The general duty to open data: Code des relations entre le public et l’administration, article L312-1-1 (not for « collectivités territoriales de
 * moins de 3 500 habitants », nor under a number of agents set by decree) and article D312-1-1-1 (that number: 50 in full-time equivalents).
 */
export const LEAST_PEOPLE = 3500
export const LEAST_AGENTS = 50
/** Carnet's own: within a tenth of a threshold, one is close to it. */
const CLOSE = 0.9

export type DutyAnswer = 'due' | 'not-due' | 'close' | 'unknown'
export interface Duty {
  readonly answer: DutyAnswer
  /** What is known of the two conditions; undefined: not known. */
  readonly people: number | undefined
  readonly agents: number | undefined
  readonly missing: readonly ('people' | 'agents')[]
}

/** Both conditions are needed: one that fails is enough to answer, whatever the other. Nothing is guessed. */
export function dutyOf(people: number | undefined, agents: number | undefined): Duty {
  const missing = [
    ...(people === undefined ? (['people'] as const) : []),
    ...(agents === undefined ? (['agents'] as const) : []),
  ]
  return { answer: answerOf(people, agents), people, agents, missing }
}

function answerOf(people: number | undefined, agents: number | undefined): DutyAnswer {
  const [enoughPeople, enoughAgents] = [reaches(people, LEAST_PEOPLE), reaches(agents, LEAST_AGENTS)]
  if (enoughPeople && enoughAgents) return 'due'
  if (enoughPeople !== false && enoughAgents !== false) return 'unknown'
  return isClose(people, LEAST_PEOPLE) && isClose(agents, LEAST_AGENTS) ? 'close' : 'not-due'
}

const reaches = (value: number | undefined, least: number): boolean | undefined =>
  value === undefined ? undefined : value >= least

/** What is not known is not counted as far. */
const isClose = (value: number | undefined, least: number): boolean => value === undefined || value >= least * CLOSE
