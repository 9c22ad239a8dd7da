// Bundles into dist/ the command line, the server's threads, the reader's child process, and the workshop's page.
import { rmSync } from 'node:fs'
import { build } from 'esbuild'
import { build as buildPage } from 'vite'
import { FOR_NODE } from './bundle-options.mjs'

rmSync('dist', { recursive: true, force: true })
await build({
  ...FOR_NODE,
  entryPoints: {
    cli: 'src/cli/main.ts',
    'reader-worker': 'src/readers/sandbox/worker.ts',
    'task-thread': 'src/server/threads/task-thread.ts',
  },
  outdir: 'dist',
  sourcemap: true,
})
await buildPage({ configFile: 'web/workshop/vite.config.ts', logLevel: 'warn' })
