import { QueryProblem } from './problem.ts'

/** DuckDB uses every core for one question: more at once only take memory. */
const AT_ONCE = 2
const MOST_WAITING = 100

let working = 0
const waiting: (() => void)[] = []

/** Does this work when its turn comes; refused at once when too many wait already. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING)
      throw new QueryProblem('Trop de demandes en même temps : réessayez dans une minute.', 503)
    await new Promise<void>(go => waiting.push(go))
  } else working++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else working--
  }
}
