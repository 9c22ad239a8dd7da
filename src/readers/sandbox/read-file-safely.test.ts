import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { columnNames, rowCells } from '../../core/table/table.ts'
import { partsOf, textRow, xlsxOf } from '../sheets/xlsx/xlsx-for-tests.ts'
import type { SandboxLimits } from './limits.ts'
import { readFileSafely } from './read-file-safely.ts'

const folder = mkdtempSync(join(tmpdir(), 'carnet-sandbox-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: Uint8Array | string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const refusal = (name: string, content: Uint8Array | string, limits: Partial<SandboxLimits> = {}) =>
  readFileSafely(file(name, content), {}, limits).then(
    () => 'read',
    error => (error.name === 'UnreadableFile' ? error.message : error),
  )
const compoundOf = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1024),
    ...streams.map(name => Buffer.from(name, 'utf16le')),
  ])

describe('read truly', () => {
  test('a table crosses the processes whole, natives and hidden things with it', async () => {
    const bytes = xlsxOf(
      [
        {
          name: 'Lieux',
          rows: `${textRow(1, ['Nom', 'Code'])}<row r="2"><c t="str"><v>Mairie</v></c><c s="1"><v>1001</v></c></row>`,
        },
        { name: 'Secret', state: 'hidden', rows: textRow(1, ['x']) },
      ],
      { formats: ['00000'] },
    )
    const { format, tables, warnings } = await readFileSafely(file('lieux.csv', bytes))
    expect(format).toBe('xlsx')
    expect(tables).toHaveLength(1)
    expect(tables[0]!.table).toEqual({
      columns: [
        { name: 'Nom', cells: ['Mairie'] },
        { name: 'Code', cells: ['01001'], natives: [{ type: 'number', value: 1001, shown: '01001' }] },
      ],
      rows: [{ source: 'lieux.csv', sheet: 'Lieux', line: 2 }],
    })
    expect(tables[0]!.hidden.sheets).toEqual(['Secret'])
    expect(warnings).toEqual([expect.stringContaining('Feuilles masquées')])
  })

  test('titles such as __proto__ keep their cells', async () => {
    const { tables } = await readFileSafely(file('proto.csv', '__proto__;constructor\na;b\n'))
    expect(columnNames(tables[0]!.table)).toEqual(['__proto__', 'constructor'])
    expect(rowCells(tables[0]!.table, 0)).toEqual(['a', 'b'])
    const json = '[{"__proto__": "a", "constructor": {"prototype": "b"}}]'
    const [found] = (await readFileSafely(file('proto.json', json))).tables
    expect(rowCells(found!.table, 0)[0]).toBe('a')
  })

  test('1,500 lines of which one has an unbalanced quote are 1,500 lines', async () => {
    const lines = Array.from({ length: 1500 }, (_, i) => (i === 700 ? `"Le Lac;${i}` : `Lieu ${i};${i}`))
    const { tables, warnings } = await readFileSafely(file('guillemet.csv', ['nom;note', ...lines].join('\r\n')))
    expect(tables[0]!.table.rows).toHaveLength(1500)
    expect(warnings).toEqual([expect.stringContaining('ligne 702')])
  })

  test('NULs in a text are kept and told', async () => {
    const { tables, warnings } = await readFileSafely(file('nul.csv', 'nom;note\nMai\0rie;1\nÉcole;2\nParc;3\n'))
    expect(rowCells(tables[0]!.table, 0)).toEqual(['Mai\0rie', '1'])
    expect(warnings).toEqual([expect.stringContaining('nul')])
  })
})

describe('refused with one sentence', () => {
  const sheet = xlsxOf([{ rows: textRow(1, ['a', 'b']) }])
  const zipOf = (parts: Record<string, string | Uint8Array>) =>
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
    )
  const withSheet = (xml: string | Uint8Array) => zipOf({ ...partsOf([{ rows: '' }]), 'xl/worksheets/sheet1.xml': xml })

  test.each([
    ['an empty file', 'vide.xlsx', '', /vide/],
    ['a picture renamed', 'photo.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /image/],
    ['a truncated zip', 'coupe.xlsx', sheet.subarray(0, sheet.length - 60), /abîmé/],
    ['a zip of other files', 'dossier.zip', zipOf({ 'a.csv': 'a;b', 'b.csv': 'a;b' }), /archive zip \(2 fichiers\)/],
    ['a workbook with a password', 'secret.xlsx', compoundOf('EncryptionInfo', 'EncryptedPackage'), /mot de passe/],
    ['an old Word document', 'lettre.xls', compoundOf('WordDocument'), /Word/],
    ['only NULs', 'nuls.csv', Buffer.alloc(1000), /pas du texte/],
    ['100,000 columns', 'large.csv', `${'a;'.repeat(100_000)}\n`, /colonnes/],
    ['a zip bomb', 'bombe.xlsx', withSheet(new Uint8Array(300 * 1024 * 1024)), /Mo une fois décompressé/],
    [
      'a cell of 10 MB',
      'case.xlsx',
      withSheet(`<worksheet><sheetData>${textRow(1, ['x'.repeat(10_000_000)])}</sheetData></worksheet>`),
      /ko de texte/,
    ],
    ['blank sheets alone', 'blanc.xlsx', withSheet('<worksheet><sheetData/></worksheet>'), /cases vides/],
  ])('%s', async (_, name, content, sentence) => {
    const message = await refusal(name, content)
    expect(message).toMatch(sentence)
    expect(message).toMatch(/^[A-ZÀ-ÖØ-Þ«][^\n]{20,400}[.?]$/)
  })

  test('what is no file', async () => {
    await expect(readFileSafely(join(folder, 'absent.csv'))).rejects.toThrow(/« absent.csv »/)
    await expect(readFileSafely(folder)).rejects.toThrow(/n’est pas un fichier/)
  })

  // The administrator of a machine may open everything.
  test.skipIf(process.getuid?.() === 0)('what may not be opened is said so', async () => {
    const closed = join(folder, 'closed.csv')
    writeFileSync(closed, 'nom;note\nA;1\n', { mode: 0 })
    await expect(readFileSafely(closed)).rejects.toThrow('Je n’ai pas le droit d’ouvrir « closed.csv »')
  })
})

describe('a child process that goes over a limit is killed', () => {
  const long = `nom;note\n${'Lieu;1\n'.repeat(200_000)}`

  test('time', async () => {
    expect(await refusal('long.csv', long, { baseMs: 20 })).toMatch(/trop de temps/)
  })

  test('resident memory', async () => {
    expect(await refusal('lourd.csv', long, { residentMegabytes: 20 })).toMatch(/trop de mémoire/)
  })

  test('heap of the engine', async () => {
    expect(await refusal('tas.csv', long, { heapMegabytes: 20 })).toMatch(/trop de mémoire/)
  })

  test('size of the file', async () => {
    expect(await refusal('gros.csv', long, { maxFileBytes: 1000 })).toMatch(/Mo au plus/)
  })
})
