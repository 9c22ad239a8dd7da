/**
 * A workbook of 100,000 rows and 20 columns, read by our reader (in this process, and through the sandbox) and by hucre, the fastest of
 * the spreadsheet libraries measured. Each run has a process of its own; the programs take turns, so that a noisy machine troubles all of
 * them alike. Then a quarter, a half and the whole of the rows, to see that the cost grows as they do. Prints a table.
 * `npm run bench:read`
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import type { ReadResult } from '../src/core/table/read-result.ts'

const ROWS = 100_000
const COLUMNS = 20
const ROUNDS = 5

type Program = 'hucre, rows as they come' | 'hucre, whole' | 'Carnet, this process' | 'Carnet, sandbox'

/** What a run answers: cells that hold something, seconds of reading (modules loaded before), peak of resident memory. */
interface Run {
  readonly cells: number
  readonly seconds: number
  /** Of processor, all threads of this process together: steadier than the clock on a machine that does other things. */
  readonly processor: number
  readonly megabytes: number
}

const READERS: Record<Program, () => Promise<(path: string) => Promise<number>>> = {
  'hucre, rows as they come': async () => {
    const { streamXlsxRows } = await import('hucre')
    return async path => {
      let cells = 0
      for await (const row of streamXlsxRows(readFileSync(path)))
        for (const value of row.values) if (value !== null) cells++
      return cells
    }
  },
  'hucre, whole': async () => {
    const { readXlsx } = await import('hucre')
    return async path => {
      const { sheets } = await readXlsx(readFileSync(path))
      return sheets[0]!.rows.reduce((sum, row) => sum + row.filter(value => value !== null).length, 0)
    }
  },
  'Carnet, this process': async () => {
    const { readBytes } = await import('../src/readers/read.ts')
    return async path => filledCells(await readBytes(readFileSync(path), 'bench.xlsx'))
  },
  'Carnet, sandbox': async () => {
    const { readFileSafely } = await import('../src/readers/read.ts')
    // A machine busy with other work is no reason to give up here.
    return async path => filledCells(await readFileSafely(path, {}, { baseMs: 600_000, maxMs: 600_000 }))
  },
}

/** The titles count: the other programs see them as cells. */
function filledCells({ tables }: ReadResult): number {
  const { columns } = tables[0]!.table
  let count = columns.length
  for (const { cells } of columns) for (const cell of cells) if (cell !== '') count++
  return count
}

async function runOnce(program: Program, path: string): Promise<Run> {
  const read = await READERS[program]()
  const start = performance.now()
  const before = process.cpuUsage()
  const cells = await read(path)
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  return { cells, seconds, processor: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }
}

/** A list as towns have them: names, repeated words, codes with zeros, dates, amounts, a yes or no. */
function workbook(rows: number): Uint8Array {
  const strings = new Map<string, number>()
  const shared = (text: string) => {
    if (!strings.has(text)) strings.set(text, strings.size)
    return ` t="s"><v>${strings.get(text)}</v></c>`
  }
  const number = (value: number, style = 0) => `${style ? ` s="${style}"` : ''}><v>${value}</v></c>`
  /** Each cell with its reference, as Excel writes it. */
  const row = (line: number, cells: readonly string[]) =>
    `<row r="${line}">${cells.map((cell, c) => `<c r="${String.fromCharCode(65 + c)}${line}"${cell}`).join('')}</row>`
  const line = (n: number) => [
    ...['nom', 'adresse', 'remarque'].map(word => shared(`${word} ${n}`)),
    ...['type', 'quartier', 'service', 'état', 'nature'].map((word, c) => shared(`${word} ${(n * (c + 3)) % 40}`)),
    number(1000 + (n % 9000), 1),
    ...[0, 1, 2].map(c => number(36_526 + ((n * 7 + c * 31) % 9000), 2)),
    ...[0, 1, 2, 3].map(c => number(((n * 37 + c * 1013) % 1_000_000) / 100, 3)),
    ...[0, 1].map(c => number(48 + c - 46 * c + ((n * 13) % 100_000) / 1_000_000)),
    number(n),
    ` t="b"><v>${n % 2}</v></c>`,
  ]
  const titles = Array.from({ length: COLUMNS }, (_, c) => shared(`colonne ${c + 1}`))
  const body = Array.from({ length: rows }, (_, n) => row(n + 2, line(n))).join('')
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  const relations = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${content}.${type}+xml"/>`
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${part('sharedStrings', 'sharedStrings')}${part('styles', 'styles')}</Types>`,
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Liste" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('r1', 'worksheet', 'worksheets/sheet1.xml') +
        relation('r2', 'sharedStrings', 'sharedStrings.xml') +
        relation('r3', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': `<styleSheet ${main}><numFmts><numFmt numFmtId="200" formatCode="00000"/></numFmts><cellXfs>${[0, 200, 14, 4].map(id => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${row(1, titles)}${body}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${[...strings.keys()].map(text => `<si><t>${text}</t></si>`).join('')}</sst>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), { level: 6 })
}

/** Runs one program on one file in a process of its own. */
function apart(program: Program, path: string): Run {
  const child = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), fileURLToPath(import.meta.url), program, path],
    { encoding: 'utf8' },
  )
  if (child.status !== 0) throw new Error(`${program}: ${child.stderr}`)
  return JSON.parse(child.stdout) as Run
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!

function compare(path: string): void {
  const programs = Object.keys(READERS) as Program[]
  const runs = new Map<Program, Run[]>(programs.map(program => [program, []]))
  for (let round = 0; round < ROUNDS; round++)
    for (const program of programs) runs.get(program)!.push(apart(program, path))
  const cells = new Set([...runs.values()].flat().map(run => run.cells))
  if (cells.size > 1) throw new Error(`the programs do not find the same cells: ${[...cells].join(', ')}`)
  const reference = runs.get('hucre, rows as they come')!
  console.log(`${ROWS} rows x ${COLUMNS}, ${(statSync(path).size / 1e6).toFixed(1)} MB; median of ${ROUNDS} rounds`)
  console.table(
    programs.map(program => {
      const own = runs.get(program)!
      const seconds = own.map(run => run.seconds)
      return {
        program,
        seconds: median(seconds).toFixed(2),
        'fastest to slowest': `${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)}`,
        'times the speed of hucre': median(own.map((run, i) => reference[i]!.seconds / run.seconds)).toFixed(2),
        // The child of the sandbox is another process: what it spends is bounded by its limits, not measured here.
        processor: median(own.map(run => run.processor)).toFixed(2),
        'peak MB': Math.round(median(own.map(run => run.megabytes))),
      }
    }),
  )
}

function growth(paths: ReadonlyMap<number, string>): void {
  console.log('cost by rows (Carnet, this process)')
  const seconds = [...paths].map(([rows, path]) => ({
    rows,
    seconds: median([1, 2, 3].map(() => apart('Carnet, this process', path).seconds)),
  }))
  console.table(
    seconds.map(({ rows, seconds: s }) => ({
      rows,
      seconds: s.toFixed(2),
      'to 1x': (s / seconds[0]!.seconds).toFixed(2),
    })),
  )
}

const [program, path] = process.argv.slice(2)
if (program !== undefined && path !== undefined)
  process.stdout.write(JSON.stringify(await runOnce(program as Program, path)))
else {
  const folder = mkdtempSync(join(tmpdir(), 'carnet-bench-'))
  try {
    const paths = new Map([ROWS / 4, ROWS / 2, ROWS].map(rows => [rows, join(folder, `${rows}.xlsx`)]))
    for (const [rows, file] of paths) writeFileSync(file, workbook(rows))
    compare(paths.get(ROWS)!)
    growth(paths)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
