import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface WorkerPath {
  readonly path: string
  readonly execArgv: readonly string[]
}

/**
 * Where the reader's process starts: `reader-worker.mjs` beside the bundle that we are part of, or, when we run from the sources (tests,
 * development), `worker.ts` through tsx.
 */
export function workerPath(): WorkerPath {
  const built = fileURLToPath(new URL('./reader-worker.mjs', import.meta.url))
  if (existsSync(built)) return { path: built, execArgv: [] }
  // Tests build it once for all their files.
  if (process.env.CARNET_READER) return { path: process.env.CARNET_READER, execArgv: [] }
  return {
    path: fileURLToPath(new URL('./worker.ts', import.meta.url)),
    execArgv: ['--import', import.meta.resolve('tsx')],
  }
}
