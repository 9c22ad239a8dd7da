import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'esbuild'

/** Before the tests: the reader's child process as one file, so that each file read does not compile the sources again. */
export async function setup(): Promise<void> {
  const outdir = resolve('node_modules/.carnet-test')
  mkdirSync(outdir, { recursive: true })
  await build({
    entryPoints: { 'reader-worker': 'src/readers/sandbox/worker.ts' },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  })
  process.env.CARNET_READER = resolve(outdir, 'reader-worker.mjs')
}
