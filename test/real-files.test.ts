import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { read, utils } from '@e965/xlsx'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { ReadResult } from '../src/core/table/read-result.ts'
import { tableFromRows } from '../src/core/table/table.ts'
import { readBytes } from '../src/readers/read.ts'
import { writeOds } from '../src/writers/ods/write-ods.ts'
import { writeXlsx } from '../src/writers/xlsx/write-xlsx.ts'
import { accounts } from './conservation.ts'

/**
 * Rows in = rows out + rows set aside, where « rows in » is counted by other programs: PapaParse for delimited text, SheetJS for
 * spreadsheets. Real files of towns stand beside the repository where they may be; tables of our own prove the same everywhere.
 */
const REAL = fileURLToPath(new URL('../../shared/data/real/', import.meta.url))

const isFilled = (cells: readonly unknown[]) => cells.some(cell => String(cell ?? '').trim() !== '')

function countText(bytes: Uint8Array, { encoding, delimiter }: ReadResult): number {
  const text = iconv.decode(Buffer.from(bytes), encoding ?? 'utf-8').replace(/^(?:\uFEFF|ï»¿)+/, '')
  const { data } = Papa.parse<string[]>(text, { ...(delimiter !== undefined && { delimiter }) })
  return data.filter(isFilled).length
}

function countSheets(bytes: Uint8Array): Map<string, number> {
  const book = read(bytes, { cellDates: false })
  const shown = book.SheetNames.filter((_, i) => (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) === 0)
  return new Map(
    shown.map(name => {
      const rows = utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, raw: true, blankrows: false })
      return [name, rows.filter(isFilled).length]
    }),
  )
}

/** What each sheet holds according to the other program, and according to ours. */
function counts(bytes: Uint8Array, result: ReadResult): { theirs: [string, number][]; ours: [string, number][] } {
  const found = accounts(result)
  const theirs = result.format === 'csv' ? new Map([['', countText(bytes, result)]]) : countSheets(bytes)
  return {
    theirs: [...theirs].filter(([, count]) => count > 0).sort(),
    ours: found.map(({ sheet, filled }): [string, number] => [sheet ?? '', filled.size]).sort(),
  }
}

async function check(bytes: Uint8Array, name: string): Promise<void> {
  const result = await readBytes(bytes, name)
  expect(accounts(result).flatMap(account => account.faults)).toEqual([])
  const { theirs, ours } = counts(bytes, result)
  expect(ours).toEqual(theirs)
}

const MESSY = [
  ['Commerces de la ville', '', ''],
  ['', '', ''],
  ['Nom', 'Adresse', 'Places'],
  ['Quartier Nord', '', ''],
  ['Parking A', '1 rue A', '10'],
  ['Parking B', '2 rue "B";', '20'],
  ['Total', '', '30'],
  ['', '', ''],
  ['Source : mairie', '', ''],
]

describe('tables of our own', () => {
  const table = tableFromRows(['a', 'b', 'c'], MESSY)

  test('delimited text', async () => {
    const text = MESSY.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n')
    await check(new TextEncoder().encode(text), 'liste.csv')
    await check(iconv.encode(text, 'utf-16le', { addBOM: true }), 'liste.csv')
  })

  test('spreadsheets', async () => {
    await check(
      await writeXlsx([
        { name: 'Un', table },
        { name: 'Deux', table },
      ]),
      'liste.xlsx',
    )
    await check(
      await writeOds([
        { name: 'Un', table },
        { name: 'Deux', table },
      ]),
      'liste.ods',
    )
  })

  test('the account itself sees a row that is lost, doubled or called blank', async () => {
    const result = await readBytes(new TextEncoder().encode('nom;note\nA;1\nB;2\nC;3'), 'liste.csv')
    const [found] = result.tables
    const change = (more: object) => accounts({ ...result, tables: [{ ...found!, ...more }] })[0]!.faults
    const { columns, rows } = found!.table
    expect(change({})).toEqual([])
    expect(change({ table: { columns, rows: rows.filter(row => row.line !== 3) } })).toContain('la ligne 3 a disparu')
    expect(change({ setAside: [{ row: 3, reason: 'ligne de total' }] })).toContain('la ligne 3 compte deux fois')
    expect(change({ setAside: [{ row: 3, reason: 'ligne vide' }] })).toContain(
      'la ligne 3 est dite vide et ne l’est pas',
    )
  })
})

const files = existsSync(REAL)
  ? readdirSync(REAL, { recursive: true, encoding: 'utf8' })
      .filter(name => statSync(join(REAL, name)).isFile() && /\.(?:csv|xlsx?|ods)$/i.test(name))
      .sort()
  : []

describe.skipIf(files.length === 0)('real files of towns (../shared/data/real)', () => {
  test.each(files)('%s', async name => {
    await check(readFileSync(join(REAL, name)), basename(name))
  })
})
