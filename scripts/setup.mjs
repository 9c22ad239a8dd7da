// What `npm run demo` and `npm test` need before anything else: the packages, then the build. Plain Node, no dependency.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(`Carnet demande Node 20 ou plus récent ; cette machine a Node ${process.versions.node}.`)
  process.exit(2)
}

const run = (command, args) => {
  const { status } = spawnSync(command, args, { stdio: ['ignore', process.stderr, process.stderr] })
  if (status !== 0) process.exit(status ?? 1)
}

const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const stamp = 'node_modules/.carnet-lock'
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  run('npm', ['ci', '--no-audit', '--no-fund'])
  writeFileSync(stamp, lock)
}
run(process.execPath, ['scripts/build.mjs'])
