import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { run } from '../../src/cli/main.ts'
import type { Case } from './case-file.ts'
import { layOut } from './inputs.ts'

export type Cells = Readonly<Record<string, string>>

/** What the command answered and wrote. */
export interface Outcome {
  readonly exit: number
  readonly out: string
  readonly err: string
  /** Text of the files written, by name. */
  readonly files: ReadonlyMap<string, string>
  /** Names of the case's own files that are no longer as they were. */
  readonly spoilt: readonly string[]
}

const WRITES = new Set(['prepare', 'merge'])

export async function runCase(folder: string, { run: words }: Case): Promise<Outcome> {
  const place = mkdtempSync(join(tmpdir(), 'carnet-case-'))
  try {
    const [inputs, results] = [join(place, 'entrée'), join(place, 'sortie')]
    await layOut(folder, inputs)
    const before = contents(inputs)
    const args = words.map(word => (before.has(word) ? join(inputs, word) : word))
    if (WRITES.has(words[0]!) && !words.includes('--dry-run')) args.push('--out', results)
    const said = { out: '', err: '' }
    const exit = await run(args, { out: text => void (said.out += text), err: text => void (said.err += text) })
    const after = contents(inputs)
    return {
      exit,
      ...said,
      files: existsSync(results) ? contents(results, 'utf8') : new Map(),
      spoilt: [...before].flatMap(([name, bytes]) => (after.get(name) === bytes ? [] : [name])),
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

const contents = (folder: string, encoding: 'latin1' | 'utf8' = 'latin1'): Map<string, string> =>
  new Map(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), encoding)]))

export function parseRows(csv: string): Cells[] {
  return Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data
}
