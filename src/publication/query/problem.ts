/** What cannot be asked of a version: one French sentence. 400: the question; 503: the moment. */
export class QueryProblem extends Error {
  override readonly name = 'QueryProblem'
  constructor(
    message: string,
    readonly status: 400 | 503 = 400,
  ) {
    super(message)
  }
}

export const unknownColumn = (name: string, known: readonly string[]): QueryProblem =>
  new QueryProblem(`J’ai lu la colonne « ${shown(name)} » ; ce tableau a : ${known.join(', ')}.`)

export const wrongValue = (value: unknown, wanted: string): QueryProblem =>
  new QueryProblem(`J’ai lu « ${shown(value)} » ; j’attendais ${wanted}.`)

/** What a caller sent is shown, but not a page of it. */
const shown = (value: unknown): string => {
  const text = String(value)
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}
