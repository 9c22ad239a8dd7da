import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** A thread: `task-thread.mjs` beside the bundle that we are part of or, from the sources (tests, development), `task-thread.ts`. */
export function newWorker(): Worker {
  const built = fileURLToPath(new URL('./task-thread.mjs', import.meta.url))
  if (existsSync(built)) return new Worker(built)
  // Tests build it once for all their files.
  if (process.env.CARNET_THREAD) return new Worker(process.env.CARNET_THREAD)
  const source = new URL('./task-thread.ts', import.meta.url).href
  return new Worker(fromSources(import.meta.resolve('tsx/esm/api'), source), { eval: true })
}

/** Node 20 gives the loader of `--import` to the main thread alone: a thread asks for it itself. */
const fromSources = (loader: string, source: string): string =>
  `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}) })`
