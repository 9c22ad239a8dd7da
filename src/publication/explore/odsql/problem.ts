/** What cannot be asked, as Explore says it: `{error_code, message}`. */
export type ExploreCode = 'ODSQLSyntaxError' | 'ODSQLError' | 'InvalidRESTParameterError' | 'NotFound'

export class ExploreProblem extends Error {
  override readonly name = 'ExploreProblem'
  constructor(
    readonly code: ExploreCode,
    message: string,
  ) {
    super(message)
  }
  get status(): 400 | 404 {
    return this.code === 'NotFound' ? 404 : 400
  }
}

/** The text was read up to this place. */
export const misread = (text: string, at: number, wanted: string): ExploreProblem => {
  const rest = text.slice(at, at + 40)
  const read = rest === '' ? 'la fin' : `« ${rest} »`
  return new ExploreProblem('ODSQLSyntaxError', `ODSQL query is malformed: j’ai lu ${read} ; j’attendais ${wanted}.`)
}

/** The text was understood, and cannot be done. */
export const impossible = (sentence: string): ExploreProblem =>
  new ExploreProblem('ODSQLError', `ODSQL error: ${sentence}`)
