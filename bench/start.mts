/**
 * `carnet start` on an existing data folder: from the command to an answer on /health, and memory once idle. Reference: `node -e 0`, the least
 * that a process of Node takes. `npm run build`, then `npm run bench:start [DATA]`.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const RUNS = 7
const PORT = 3999
const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'carnet-bench-'))

async function once(idle: number): Promise<{ ms: number; mb: number }> {
  const began = performance.now()
  const server = spawn(process.execPath, ['bin/carnet.mjs', 'start', '--data', folder, '--port', String(PORT)], {
    stdio: 'ignore',
  })
  while (!(await fetch(`http://localhost:${PORT}/health`).catch(() => undefined))?.ok)
    await new Promise(resolve => setTimeout(resolve, 5))
  const ms = performance.now() - began
  await new Promise(resolve => setTimeout(resolve, idle))
  const mb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024
  const gone = new Promise(resolve => server.once('exit', resolve))
  server.kill('SIGTERM')
  await gone
  return { ms, mb }
}

function bareNode(): number {
  const began = performance.now()
  execFileSync(process.execPath, ['-e', '0'])
  return performance.now() - began
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

await once(0)
const runs = []
for (let run = 0; run < RUNS; run++) runs.push({ ...(await once(run === 0 ? 5_000 : 500)), bare: bareNode() })
const [ms, bare] = [median(runs.map(run => run.ms)), median(runs.map(run => run.bare))]
console.table({
  'start to answering (ms)': Math.round(ms),
  'of which bare node (ms)': Math.round(bare),
  'times bare node': (ms / bare).toFixed(1),
  'resident when idle (MB)': Math.round(median(runs.map(run => run.mb))),
})
