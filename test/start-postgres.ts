import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stopPostgres } from '../src/store/postgres-for-tests.ts'

/**
 * Before the tests: a place for a PostgreSQL of their own, which the first test that needs one starts (src/store/postgres-for-tests.ts), so that the others
 * do not wait for it. After them: stopped and removed.
 */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'carnet-pg-'))
  process.env.CARNET_TEST_POSTGRES = folder
  return () => {
    stopPostgres(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}
