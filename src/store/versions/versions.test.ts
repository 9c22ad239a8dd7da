import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { type Table, tableFromRows } from '../../core/table/table.ts'
import { folderBlobs } from '../blobs.ts'
import { withDuckDB } from './duckdb.ts'
import { freezeTable } from './freeze.ts'
import { countVersion, queryVersion, UnknownColumn } from './query.ts'
import { quoteName, quoteText } from './quote.ts'

const folder = mkdtempSync(join(tmpdir(), "carnet l'été "))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const blobs = folderBlobs(folder)
const world = { blobs }

const SHOPS = tableFromRows(
  ['nom', 'ville', 'surface'],
  [
    ['Boulangerie Léa', 'Épône', '90'],
    ['Garage', 'Mézières', '100'],
    ['boulangerie du pont', 'Épône', '9'],
    ['Kiosque', 'Épône', ''],
  ],
)
const frozen = async (table: Table) => (await freezeTable(blobs, table)).sha256
const rowsOf = ({ columns, rows }: Table) => rows.map((_, r) => columns.map(({ cells }) => cells[r]))

/** Texts that UTF-8 can write, hostile names among them. */
const text = fc.string({
  unit: fc.oneof(fc.constantFrom('"', "'", ']', ';', '\\', '\0', '\n', 'é', '💐', '%'), fc.constantFrom('a', 'B', ' ')),
})
const name = fc.oneof(
  text,
  fc.constantFrom(
    'a"]b',
    '__proto__',
    'constructor',
    'select',
    'file_row_number',
    'FILE_ROW_NUMBER',
    'n',
    'c0',
    'C1',
    '',
    'nom',
    'Nom',
    'NOM',
    'é',
    '"; drop table frozen; --',
  ),
)
const anyTable = fc
  .uniqueArray(name, { minLength: 1, maxLength: 8 })
  .chain(names =>
    fc
      .array(fc.array(text, { minLength: names.length, maxLength: names.length }), { maxLength: 12 })
      .map(rows => tableFromRows(names, rows)),
  )

test('what is read back is what was written, whatever the names and the cells', async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, async table => {
      const sha256 = await frozen(table)
      const read = await queryVersion(world, sha256, { limit: 100 })
      expect(read.columns).toEqual(table.columns.map(column => column.name))
      expect(read.rows).toEqual(rowsOf(table))
      for (const { name, cells } of table.columns) {
        const wanted = cells[0] ?? ''
        const filter = [{ column: name, is: wanted }]
        expect(await countVersion(world, sha256, filter)).toBe(cells.filter(cell => cell === wanted).length)
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)

test('rows keep their order over many chunks', async () => {
  const rows = Array.from({ length: 10_000 }, (_, r) => [String(r), r % 2 ? 'impair' : 'pair'])
  const sha256 = await frozen(tableFromRows(['n', 'parité'], rows))
  expect(await countVersion(world, sha256)).toBe(10_000)
  const page = await queryVersion(world, sha256, {
    columns: ['n'],
    filter: [{ column: 'parité', is: 'impair' }],
    limit: 3,
    offset: 2000,
  })
  expect(page.rows).toEqual([['4001'], ['4003'], ['4005']])
})

test('filters: equal, among, contains without case nor accents', async () => {
  const sha256 = await frozen(SHOPS)
  const names = async (...filter: Parameters<typeof countVersion>[2] & {}) =>
    (await queryVersion(world, sha256, { columns: ['nom'], filter, limit: 10 })).rows.flat()
  expect(await names({ column: 'ville', is: 'Épône' }, { column: 'nom', contains: 'BOULANGERIE' })).toEqual([
    'Boulangerie Léa',
    'boulangerie du pont',
  ])
  expect(await names({ column: 'nom', contains: 'lea' })).toEqual(['Boulangerie Léa'])
  expect(await names({ column: 'nom', contains: '%' })).toEqual([])
  expect(await names({ column: 'surface', among: ['9', '100'] })).toEqual(['Garage', 'boulangerie du pont'])
  expect(await names({ column: 'surface', among: [] })).toEqual([])
})

test('sorts: as text, as numbers with what is no number last; equal rows keep their order', async () => {
  const sha256 = await frozen(SHOPS)
  const sorted = async (...sort: NonNullable<Parameters<typeof queryVersion>[2]['sort']>) =>
    (await queryVersion(world, sha256, { columns: ['surface'], sort, limit: 10 })).rows.flat()
  expect(await sorted({ column: 'surface' })).toEqual(['', '100', '9', '90'])
  expect(await sorted({ column: 'surface', as: 'number' })).toEqual(['9', '90', '100', ''])
  expect(await sorted({ column: 'surface', as: 'number', descending: true })).toEqual(['100', '90', '9', ''])
  expect(await sorted({ column: 'ville', descending: true })).toEqual(['90', '9', '', '100'])
})

test('a column that the version does not have is named', async () => {
  const sha256 = await frozen(SHOPS)
  const asked = queryVersion(world, sha256, { columns: ['c0'], limit: 1 })
  await expect(asked).rejects.toThrow(UnknownColumn)
  await expect(asked).rejects.toThrow("J'ai lu la colonne « c0 » ; ce tableau a : nom, ville, surface.")
})

test('other programs find the names of the columns in the Parquet file', async () => {
  const sha256 = await frozen(tableFromRows(['nom', 'Nom', 'a"]b'], [['x', 'y', 'z']]))
  const names = await withDuckDB(async connection =>
    (await connection.runAndReadAll('select name from parquet_schema(?)', [blobs.path(sha256)])).getRows().flat(),
  )
  expect(names).toEqual(['duckdb_schema', 'nom', 'Nom_1', 'a"]b'])
})

test('twenty at once do not meet', async () => {
  const all = await Promise.all(
    Array.from({ length: 20 }, async (_, n) => {
      const sha256 = await frozen(tableFromRows([`c${n}`], [[String(n)]]))
      return (await queryVersion(world, sha256, { limit: 1 })).rows[0]?.[0]
    }),
  )
  expect(all).toEqual(Array.from({ length: 20 }, (_, n) => String(n)))
})

test('names and texts are quoted; what has no writing is refused', () => {
  expect(quoteName('a"]b')).toBe('"a""]b"')
  expect(quoteText("l'été")).toBe("'l''été'")
  for (const name of ['', 'a\0b']) expect(() => quoteName(name)).toThrow(RangeError)
  expect(() => quoteText('\0')).toThrow(RangeError)
})
