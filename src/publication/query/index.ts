/** The door of the engine of rows. */
export { QueryProblem } from './problem.ts'
export * from './query.ts'
export { type QueryWorld, queryRows } from './run.ts'
export { type Stream, streamRows } from './stream.ts'
