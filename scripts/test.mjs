// Every check of the project, in order of cost; stops at nothing, so that one run tells everything. The last line is the plain count.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'carnet-test-'))
const report = join(folder, 'vitest.json')
const bin = name => join('node_modules', '.bin', name)
const run = (title, command, args) => {
  console.log(`\n— ${title}`)
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, NO_COLOR: '1' } }).status === 0
}

let passed = 0
let failed = 0
for (const [title, command, args] of [
  ['types', bin('tsc'), ['--noEmit']],
  ['types of the workshop', bin('tsc'), ['--noEmit', '-p', 'web/workshop']],
  ['format and lint', bin('biome'), ['check', '.']],
])
  run(title, command, args) ? passed++ : failed++

const green = run('tests', bin('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
])
let skipped = 0
try {
  const counts = JSON.parse(readFileSync(report, 'utf8'))
  passed += counts.numPassedTests
  failed += counts.numFailedTests
  skipped += counts.numPendingTests
  // A suite that does not load has no test to count: it is a failure all the same.
  failed += counts.testResults.filter(suite => suite.status === 'failed' && suite.assertionResults.length === 0).length
  if (!green && counts.numFailedTests === 0 && failed === 0) failed++
} catch {
  failed++
}
rmSync(folder, { recursive: true, force: true })
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exit(failed ? 1 : 0)
