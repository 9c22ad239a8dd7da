import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { accounts } from './conservation.ts'
import { WarmReader } from './warm-reader.ts'

/** Public corpora of hostile files stand beside the repository where they may be; they are not part of it. */
const CORPUS = fileURLToPath(new URL('../../shared/data/hostile/', import.meta.url))
const folders = existsSync(CORPUS) ? readdirSync(CORPUS).filter(name => statSync(join(CORPUS, name)).isDirectory()) : []

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
    .sort()
}

const reader = new WarmReader()
afterAll(() => reader.close())

describe.skipIf(folders.length === 0)(
  'every file of the hostile corpora (../shared/data/hostile) is read truly or refused',
  () => {
    test.each(folders)(
      '%s',
      async folder => {
        const faults: string[] = []
        for (const path of filesOf(join(CORPUS, folder)))
          for (const fault of await faultsOf(path)) faults.push(`${path.slice(CORPUS.length)}: ${fault}`)
        expect(faults).toEqual([])
      },
      300_000,
    )
  },
)

async function faultsOf(path: string): Promise<string[]> {
  const outcome = await reader.read(path)
  if ('sentence' in outcome)
    return /^[A-ZÀ-ÖØ-Þ«][^\n]{20,400}[.?]$/.test(outcome.sentence) ? [] : [`not one sentence: ${outcome.sentence}`]
  const { result } = outcome
  return [
    ...(result.tables.length > 0 ? [] : ['no table and no refusal']),
    // « 0 ligne » is never said in silence.
    ...(result.tables.every(({ table }) => table.rows.length > 0) || result.warnings.length > 0
      ? []
      : ['no row and no word']),
    ...accounts(result).flatMap(account => account.faults.slice(0, 3)),
  ]
}
