// Bundles into dist/ the command line, the server's threads, the reader's child process, and the workshop's page.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { build as buildPage } from 'vite'
import { buildPortal } from './build-portal.mjs'
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
await buildPortal()
await buildPage({ configFile: 'web/workshop/vite.config.ts', logLevel: 'warn' })

// Beside each text of the page, what is sent in its place to browsers that take it: compressed once, hard.
const WORKSHOP = 'dist/workshop'
for (const name of readdirSync(WORKSHOP, { recursive: true })) {
  if (!/\.(?:js|css|html|svg|json)$/.test(name)) continue
  const file = join(WORKSHOP, name)
  const bytes = readFileSync(file)
  writeFileSync(`${file}.br`, brotliCompressSync(bytes))
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
}
