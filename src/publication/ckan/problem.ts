/** What CKAN answers when it cannot: its own types of error, each with the status that CKAN gives it (ckan/views/api.py). */
const STATUS = {
  'Not Found Error': 404,
  'Validation Error': 409,
  'Search Query Error': 400,
  'Bad Request Error': 400,
  'Service Unavailable Error': 503,
} as const
export type ProblemType = keyof typeof STATUS

export class CkanProblem extends Error {
  override readonly name = 'CkanProblem'
  constructor(
    readonly type: ProblemType,
    message: string,
    /** Of a validation: what is wrong with each parameter. */
    readonly fields: Readonly<Record<string, readonly string[]>> = {},
  ) {
    super(message)
  }
  get status(): number {
    return STATUS[this.type]
  }
}

export const notFound = (what: string): CkanProblem => new CkanProblem('Not Found Error', `Not found: ${what}`)

export const wrong = (param: string, sentence: string): CkanProblem =>
  new CkanProblem('Validation Error', `${param}: ${sentence}`, { [param]: [sentence] })
