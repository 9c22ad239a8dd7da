// Every check of the project, in order of cost; stops at nothing, so that one run tells everything. The last line is the plain count.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'carnet-test-'))
const bin = name => join('node_modules', '.bin', name)
const run = (title, command, args) => {
  console.log(`\n— ${title}`)
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, NO_COLOR: '1' } }).status === 0
}

let [passed, failed, skipped] = [0, 0, 0]

for (const [title, command, args] of [
  ['types', bin('tsc'), ['--noEmit']],
  ['types of the workshop', bin('tsc'), ['--noEmit', '-p', 'web/workshop']],
  ['types of the portal', bin('tsc'), ['--noEmit', '-p', 'web/portal']],
  ['types of the browser tests', bin('tsc'), ['--noEmit', '-p', 'e2e']],
  ['format and lint', bin('biome'), ['check', '.']],
])
  run(title, command, args) ? passed++ : failed++

function runTests(title, config) {
  const report = join(folder, `${title}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const green = run(title, bin('vitest'), ['run', '--config', config, ...reporters])
  const before = failed
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'))
    passed += counts.numPassedTests
    failed += counts.numFailedTests
    skipped += counts.numPendingTests
    // A suite that does not load has no test to count: it is a failure all the same.
    failed += counts.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && !assertionResults[0],
    ).length
  } catch {
    failed++
  }
  if (!green && failed === before) failed++
}

runTests('tests', 'vitest.config.ts')
runTests('browser tests', 'e2e/vitest.config.ts')

rmSync(folder, { recursive: true, force: true })
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exit(failed ? 1 : 0)
