// Bundles the command line and the reader's child process into dist/.
import { rmSync } from 'node:fs'
import { build } from 'esbuild'
import { FOR_NODE } from './bundle-options.mjs'

rmSync('dist', { recursive: true, force: true })
await build({
  ...FOR_NODE,
  entryPoints: { cli: 'src/cli/main.ts', 'reader-worker': 'src/readers/sandbox/worker.ts' },
  outdir: 'dist',
  sourcemap: true,
})
