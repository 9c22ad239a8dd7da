import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCase } from './run-case/case-file.ts'
import { differences } from './run-case/compare.ts'
import { runCase } from './run-case/outcome.ts'

const CASES = join(import.meta.dirname, 'cases')
const names = readdirSync(CASES, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []))

/** Each folder of test/cases is a test: its files go through the command line, and what comes out is compared with its `case.json`. */
describe('cases', () => {
  test.each(names)('%s', async name => {
    const folder = join(CASES, name)
    const one = readCase(folder)
    expect(differences(folder, one, await runCase(folder, one)), one.about).toEqual([])
  })
})
