import { describe, expect, test } from 'vitest'
import type { ReadTable } from '../../../../../src/core/table/read-result.ts'
import { tableFromRows } from '../../../../../src/core/table/table.ts'
import { foundInWords, hiddenInWords, previewLines } from './preview.ts'

const rows = Array.from({ length: 30 }, (_, n) => [`commerce ${n + 1}`, '78680'])
const table = tableFromRows(['Enseigne', 'CP'], rows, { firstLine: 4 })
const sheet: ReadTable = {
  sheet: 'Centre',
  headerRow: 3,
  table: { ...table, rows: table.rows.map((ref, row) => ({ ...ref, line: row < 20 ? row + 4 : row + 5 })) },
  setAside: [
    { row: 1, reason: 'titre au-dessus du tableau', cells: ['', 'LISTE DES COMMERCES', ''] },
    { row: 2, reason: 'ligne vide' },
    { row: 24, reason: 'ligne de total', cells: ['Total', '20'] },
  ],
  hidden: { sheets: ['Brouillon'], rows: [], columns: ['Loyer'] },
}

describe('preview of a table', () => {
  test('what is left out stands in its place, with its reason', () => {
    const lines = previewLines(sheet, 2)
    expect(lines.map(({ kind, line }) => `${kind} ${line}`)).toEqual([
      'out 1',
      'out 2',
      'titles 3',
      'row 4',
      'row 5',
      'more 6',
      'row 23',
      'out 24',
      'row 25',
      'more 26',
    ])
    expect(lines[0]).toMatchObject({ reason: 'titre au-dessus du tableau', text: 'LISTE DES COMMERCES' })
  })

  test('rows shown and folded together are all the rows', () => {
    const lines = previewLines(sheet)
    const shown = lines.filter(({ kind }) => kind === 'row').length
    const hidden = lines.reduce((sum, line) => sum + (line.kind === 'more' ? line.rows : 0), 0)
    expect(shown + hidden).toBe(30)
  })

  test('a thousand lines left out are folded too, and counted', () => {
    const many = {
      ...sheet,
      setAside: Array.from({ length: 1000 }, (_, n) => ({ row: 100 + n, reason: 'ligne vide' })),
    }
    const lines = previewLines(many)
    expect(lines.length).toBeLessThan(100)
    expect(lines.at(-1)).toMatchObject({ kind: 'more', out: 960 })
  })

  test('said in words', () => {
    expect(foundInWords(sheet)).toBe('30 lignes et 2 colonnes ; 2 lignes laissées de côté')
    expect(hiddenInWords(sheet.hidden)).toEqual([
      '1 feuille masquée : « Brouillon ».',
      '1 colonne masquée : « Loyer ».',
    ])
  })
})
