import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, expect, test } from 'vitest'
import { textRow, xlsxOf } from '../readers/sheets/xlsx/xlsx-for-tests.ts'
import { run } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'carnet-read-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: Uint8Array | string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function carnet(...args: string[]) {
  let out = ''
  let err = ''
  const code = await run(['read', ...args], { out: text => void (out += text), err: text => void (err += text) })
  return { code, out, err }
}
const json = async (...args: string[]) => JSON.parse((await carnet(...args, '--json')).out)

const LIST = iconv.encode(
  'Nos commerces;;\r\n\r\nNom;Adresse;Coût\r\nFleurs;1 rue A;12,5\r\nTotal;;12,5\r\n',
  'windows-1252',
)
const BOOK = xlsxOf([
  {
    name: 'Vue',
    rows: [
      ['Nom', 'Places'],
      ['P1', '10'],
      ['P2', '20'],
    ]
      .map((row, i) => textRow(i + 1, row))
      .join(''),
  },
  { name: 'Secret', state: 'hidden', rows: textRow(1, ['a', 'b']) + textRow(2, ['c', 'd']) },
])

test('--json says what was found, the same keys for every format', async () => {
  expect(await json(file('liste.csv', LIST))).toEqual({
    file: 'liste.csv',
    format: 'csv',
    encoding: 'windows-1252',
    delimiter: ';',
    tables: [
      {
        sheet: null,
        headerRow: 3,
        columns: ['Nom', 'Adresse', 'Coût'],
        rows: 1,
        setAside: [
          { row: 1, reason: 'titre au-dessus du tableau' },
          { row: 2, reason: 'ligne vide' },
          { row: 5, reason: 'ligne de total' },
        ],
        hidden: { sheets: [], rows: [], columns: [] },
      },
    ],
    warnings: [],
  })
  const book = await json(file('livre.xls', BOOK))
  expect(book).toMatchObject({ format: 'xlsx', encoding: null, delimiter: null })
  expect(book.tables).toMatchObject([{ sheet: 'Vue', headerRow: 1, rows: 2, hidden: { sheets: ['Secret'] } }])
})

test('in words', async () => {
  const { code, out } = await carnet(file('liste.csv', LIST))
  expect(code).toBe(0)
  expect(out).toBe(
    [
      '« liste.csv » : fichier CSV, lettres en windows-1252, colonnes séparées par un point-virgule.',
      'Tableau : 1 ligne, 3 colonnes, titres en ligne 3.',
      '  colonnes : Nom, Adresse, Coût',
      '  mis de côté : titre au-dessus du tableau (ligne 1) ; ligne vide (ligne 2) ; ligne de total (ligne 5)',
      '',
    ].join('\n'),
  )
})

test('a person may overrule what was found', async () => {
  const list = file('liste.csv', LIST)
  expect((await json(list, '--header', '4')).tables[0]).toMatchObject({
    headerRow: 4,
    columns: ['Fleurs', '1 rue A', '12,5'],
  })
  expect((await json(list, '--encoding', 'macroman')).tables[0].columns).not.toContain('Coût')
  expect((await json(file('virgule.csv', 'a;b,c\n1;2,3\n'), '--delimiter', ',')).tables[0].columns).toEqual([
    'a;b',
    'c',
  ])
  expect((await json(file('tab.csv', 'a;b\tc\n1;2\t3\n'), '--delimiter', '\\t')).tables[0].columns).toEqual([
    'a;b',
    'c',
  ])
  expect(await carnet(list, '--delimiter', 'ab')).toMatchObject({
    code: 2,
    err: expect.stringContaining('« ab »'),
  })
  const book = file('livre.xlsx', BOOK)
  expect((await json(book, '--hidden')).tables).toHaveLength(2)
  expect((await json(book, '--sheet', 'Secret')).tables).toMatchObject([{ sheet: 'Secret', columns: ['a', 'b'] }])
})

test('what cannot be read, or is asked wrongly, is one sentence and code 2', async () => {
  const list = file('liste.csv', LIST)
  for (const [args, sentence] of [
    [[join(folder, 'absent.csv')], /« absent.csv »/],
    [[file('photo.xlsx', Buffer.from('89504e470d0a1a0a', 'hex'))], /image/],
    [[list, '--header', 'quatre'], /numéro de ligne/],
    [[list, '--header', '99'], /ligne 99 est vide/],
    [[list, '--encoding', 'klingon'], /« klingon »/],
    [[list, '--sheet', 'Autre'], /« Autre »/],
    [[list, '--couleur'], /--couleur/],
    [[], /Usage/],
  ] as const) {
    const { code, out, err } = await carnet(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(sentence)
    expect(err.trim()).not.toContain('\n')
  }
})
