import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { parseModel } from '../../core/models/parse-model.ts'
import { readBytes } from '../../readers/read.ts'
import { workbookToOds } from '../ods/workbook-to-ods.ts'
import { workbookToXlsx } from '../xlsx/workbook-to-xlsx.ts'
import { collectionSheet } from './collection-sheet.ts'

const MODEL = parseModel(
  {
    name: 'lieux',
    title: 'Lieux',
    fields: [
      { name: 'insee', type: 'string', constraints: { required: true, pattern: '^\\d{5}$' } },
      { name: 'type', type: 'string', constraints: { enum: ['parc', 'square', "jardin d'enfants"] } },
      { name: 'ouvert', type: 'boolean', trueValues: ['oui'], falseValues: ['non'] },
      { name: 'date_maj', type: 'date' },
      { name: 'places', type: 'integer' },
    ],
  },
  {
    kind: 'carnet',
    fields: {
      insee: { meaning: 'Le code de la commune, cinq chiffres.', examples: ['01004'], role: 'insee' },
      type: { meaning: 'Le genre de lieu.', examples: ['parc'] },
      date_maj: { meaning: 'Le jour où vous avez relevé ce lieu.', examples: ['2026-03-01'] },
    },
  },
)

const sheetOf = (bytes: Uint8Array, name: string) => {
  const book = read(bytes, { raw: true })
  return utils.sheet_to_json<string[]>(book.Sheets[name]!, { header: 1, raw: true })
}

describe.each([
  ['xlsx', workbookToXlsx],
  ['ods', workbookToOds],
] as const)('collection sheet, .%s', (format, write) => {
  test('titles, meanings and example stand in this order', async () => {
    const rows = sheetOf(await write(collectionSheet(MODEL)), 'À remplir')
    expect(rows[0]).toEqual(['insee', 'type', 'ouvert', 'date_maj', 'places'])
    expect(rows[1]![0]).toBe('Le code de la commune, cinq chiffres. (Obligatoire.)')
    expect(rows[2]![0]).toBe('01004')
  })

  test('lists hold the values allowed', async () => {
    const rows = sheetOf(await write(collectionSheet(MODEL)), 'Listes')
    expect(rows).toEqual([['type', 'ouvert'], ['parc', 'oui'], ['square', 'non'], ["jardin d'enfants"]])
  })

  test('our own reader finds the table, and says which lines are helpers', async () => {
    const { tables } = await readBytes(await write(collectionSheet(MODEL)), `collecte.${format}`, {
      sheet: 'À remplir',
    })
    expect(tables[0]!.table.columns.map(column => column.name)).toEqual([
      'insee',
      'type',
      'ouvert',
      'date_maj',
      'places',
    ])
  })
})

test('xlsx: drop-down lists, titles that stay in sight, codes typed as text', async () => {
  const parts = unzipSync(await workbookToXlsx(collectionSheet(MODEL)))
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!)
  expect(sheet).toMatch(/<pane[^>]*ySplit="3"[^>]*state="frozen"/)
  expect(sheet.match(/<dataValidation /g)).toHaveLength(2)
  expect(sheet).toContain("'Listes'!$A$2:$A$4")
  expect(sheet).not.toContain('<f>')
  expect(strFromU8(parts['xl/styles.xml']!)).toMatch(/numFmtId="49"|formatCode="@"/)
})

test('ods: drop-down lists and text cells', () => {
  const parts = unzipSync(workbookToOds(collectionSheet(MODEL)))
  const content = strFromU8(parts['content.xml']!)
  expect(content.match(/<table:content-validation /g)).toHaveLength(2)
  expect(content).toContain('<number:text-content/>')
  expect(strFromU8(parts.mimetype!)).toBe('application/vnd.oasis.opendocument.spreadsheet')
})

test('every built-in model gives a sheet whose columns are its fields, byte for byte', async () => {
  for (const id of ['schema-dae', 'carnet-commerces', 'subventions']) {
    const schema = JSON.parse(readFileSync(`models/${id}/schema.json`, 'utf8'))
    const book = collectionSheet(parseModel(schema, JSON.parse(readFileSync(`models/${id}/carnet.json`, 'utf8')), id))
    expect(book.sheets[0]!.rows[0]!.cells.map(cell => cell.text)).toEqual(
      schema.fields.map((field: { name: string }) => field.name),
    )
  }
})
