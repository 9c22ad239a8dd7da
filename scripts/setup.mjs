// What `npm run demo` and `npm test` need before anything else: the packages, then the build. Plain Node, no dependency.
// `--tests`: also what only the tests need of the machine (a browser, PostgreSQL, programs that read open data).
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { bring, CLIENTS } from './system-packages.mjs'

// 20.19 is the first of the 20s that loads an ES module by `require`: some packages count on it, and so does Vite.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Carnet demande Node 20.19 ou plus récent ; cette machine a Node ${process.versions.node}.`)
  process.exit(2)
}

/** `JOBS`: what is compiled uses every core. */
const run = (command, args) =>
  spawnSync(command, args, { stdio: ['ignore', process.stderr, process.stderr], env: { JOBS: 'max', ...process.env } })
    .status ?? 1
const need = (command, args) => {
  const status = run(command, args)
  if (status !== 0) process.exit(status)
}

/** better-sqlite3 is built from source where its ready-made file cannot be fetched. */
const install = ['ci', '--no-audit', '--no-fund']
const opensSqlite = () =>
  spawnSync(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:')"], { stdio: 'ignore' }).status === 0

const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const stamp = 'node_modules/.carnet-lock'
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  if (run('npm', install) !== 0) {
    bring('compiler')
    need('npm', install)
  }
  writeFileSync(stamp, lock)
}
if (!opensSqlite()) {
  bring('compiler')
  need('npm', ['rebuild', 'better-sqlite3'])
}
if (process.argv.includes('--tests')) bring('chromium', 'postgresql', ...CLIENTS)
need(process.execPath, ['scripts/build.mjs'])
