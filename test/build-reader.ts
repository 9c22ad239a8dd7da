import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'esbuild'
import { FOR_NODE } from '../scripts/bundle-options.mjs'

/** Before the tests: the reader's child process and the server's threads as files, so that each start does not compile the sources again. */
export async function setup(): Promise<void> {
  const outdir = resolve('node_modules/.carnet-test')
  mkdirSync(outdir, { recursive: true })
  await build({
    ...FOR_NODE,
    entryPoints: {
      'reader-worker': 'src/readers/sandbox/worker.ts',
      'task-thread': 'src/server/threads/task-thread.ts',
    },
    outdir,
    sourcemap: 'inline',
  })
  process.env.CARNET_READER = resolve(outdir, 'reader-worker.mjs')
  process.env.CARNET_THREAD = resolve(outdir, 'task-thread.mjs')
}
