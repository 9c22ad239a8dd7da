import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where a thread starts: `task-thread.mjs` beside the bundle that we are part of or, from the sources (tests, development), through tsx. */
export function threadPath(): { readonly path: string; readonly execArgv: string[] } {
  const built = fileURLToPath(new URL('./task-thread.mjs', import.meta.url))
  if (existsSync(built)) return { path: built, execArgv: [] }
  // Tests build it once for all their files.
  if (process.env.CARNET_THREAD) return { path: process.env.CARNET_THREAD, execArgv: [] }
  const path = fileURLToPath(new URL('./task-thread.ts', import.meta.url))
  return { path, execArgv: ['--import', import.meta.resolve('tsx')] }
}
