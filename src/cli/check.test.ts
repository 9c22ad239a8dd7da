import { describe, expect, test } from 'vitest'
import type { Report } from '../core/check/index.ts'
import { tableFromRows } from '../core/table/table.ts'
import { writeXlsx } from '../writers/xlsx/write-xlsx.ts'
import { call, testFolder } from './call-for-tests.ts'

const { path: inFolder, write: file } = testFolder()

const MODEL = file(
  'modele.json',
  JSON.stringify({
    name: 'bancs',
    version: 'v1.2.0',
    title: 'Bancs publics',
    fields: [
      { name: 'id', constraints: { required: true, unique: true } },
      { name: 'pose_le', type: 'date' },
      { name: 'places', type: 'integer', constraints: { minimum: 1 } },
    ],
  }),
)

const check = (path: string, ...more: string[]) => call('check', path, '--model', MODEL, ...more)
async function report(path: string, ...more: string[]): Promise<Report & { code: number }> {
  const { code, out } = await check(path, '--json', ...more)
  return { ...JSON.parse(out), code }
}
const told = ({ findings }: Report) => findings.map(({ level, code, row }) => `${level} ${code} ${row ?? ''}`.trim())

const GOOD = 'id;pose_le;places\nB1;2020-05-04;3\nB2;2021-06-07;2\n'

describe('carnet check', () => {
  test('a valid file: exit 0, the contract of --json', async () => {
    const path = file('bon.csv', GOOD)
    expect(await report(path)).toEqual({
      code: 0,
      valid: true,
      model: { id: 'bancs', version: '1.2.0' },
      rows: 2,
      fields: 3,
      conformity: 100,
      findings: [],
      counts: {},
    })
    const { code, out } = await check(path)
    expect(code).toBe(0)
    expect(out).toBe('Bancs publics (bancs 1.2.0) : 2 lignes, 3 colonnes.\nCe fichier est conforme au modèle.\n')
  })

  test('errors: exit 1, the line that a person sees, a fix when it is certain', async () => {
    const answer = await report(file('faux.csv', 'id;pose_le;places\nB1;04/05/2020;0\n\nB1;2021-06-07;2;x\n'))
    expect(answer.code).toBe(1)
    expect(told(answer)).toEqual([
      'error type-error 2',
      'error constraint-error/minimum 2',
      'error blank-row 3',
      'error extra-cell 4',
      'error constraint-error/unique 4',
    ])
    expect(answer.findings[0]).toEqual({
      level: 'error',
      code: 'type-error',
      row: 2,
      column: 'pose_le',
      value: '04/05/2020',
      message: "J'ai lu « 04/05/2020 » : j'attendais une date qui existe, écrite sous la forme AAAA-MM-JJ.",
      fix: { type: 'replace-values', column: 'pose_le', values: [{ from: '04/05/2020', to: '2020-05-04' }] },
    })
    expect(answer.counts['type-error']).toBe(1)
  })

  test('in words: errors by column and kind, then the rest', async () => {
    const rows = Array.from({ length: 12 }, (_, n) => `B${n};04/05/20${10 + n};1`)
    const { out } = await check(
      file('mots.csv', `id;pose_le;places;couleur\n${rows.map(row => `${row};vert`).join('\n')}\n`),
    )
    expect(out).toBe(
      [
        'Bancs publics (bancs 1.2.0) : 12 lignes, 4 colonnes.',
        "Ce fichier n'est pas encore conforme. Conformité : 75 %.",
        '',
        'À corriger :',
        "  - « pose_le » (12 lignes : 2, 3, 4, 5, 6, 7, 8, 9…). J'ai lu « 04/05/2010 » : j'attendais une date qui existe, écrite sous la forme AAAA-MM-JJ. Correction sûre pour toutes.",
        '',
        'À vérifier :',
        '  - La colonne « couleur » est en plus : le modèle ne la connaît pas, elle n’est pas vérifiée.',
        '',
      ].join('\n'),
    )
  })

  test('a title above the table: the lines stay those of the file', async () => {
    const answer = await report(
      file('titre.csv', 'Les bancs de la commune;;\n;;\nid;pose_le;places\nB1;hier;3\nB2;2021-06-07;2\n'),
    )
    expect(told(answer)).toEqual(['error type-error 4'])
  })

  test('a workbook: the sheet that looks like the model, what was left out, blank rows among the data', async () => {
    const notes = {
      name: 'Notes',
      table: tableFromRows(
        ['quoi', 'qui'],
        [
          ['à faire', 'Léa'],
          ['fait', 'Max'],
        ],
      ),
    }
    const rows = [
      ['B1', '2020-05-04', '3'],
      ['', '', ''],
      ['B2', '2021-06-07', '0'],
    ]
    const bancs = { name: 'Bancs', table: tableFromRows(['id', 'pose_le', 'places'], rows) }
    const path = file('bancs.xlsx', await writeXlsx([notes, bancs]))
    const answer = await report(path)
    expect(told(answer)).toEqual(['error constraint-error/minimum 4', 'advice carnet/other-table', 'error blank-row 3'])
    const one = await report(path, '--sheet', 'Notes')
    expect(one.findings.some(({ code, column }) => code === 'missing-label' && column === 'id')).toBe(true)
  })

  test('an encoding that is not UTF-8 is read', async () => {
    const latin = Buffer.from('id;pose_le;places\nBanc de l\xe9cole;2020-05-04;3\n', 'latin1')
    expect((await report(file('latin.csv', latin))).valid).toBe(true)
  })

  test('built-in models by id and by alias', async () => {
    const path = file('vide.csv', 'id,nom\n')
    expect((await call('check', path, '--model', 'schema-stationnement', '--json')).code).toBe(1)
    expect((await call('check', path, '--model', 'stationnement')).code).toBe(1)
  })

  test('cannot be read, or a bad call: exit 2, one French sentence', async () => {
    const good = file('bon2.csv', GOOD)
    const cases = [
      ['check', inFolder('absent.csv'), '--model', MODEL],
      ['check', inFolder(''), '--model', MODEL],
      ['check', file('vide2.csv', ''), '--model', MODEL],
      ['check', file('image.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])), '--model', MODEL],
      ['check', good, '--model', 'inconnu'],
      ['check', good, '--model', inFolder('absent.json')],
      ['check', good, '--model', good],
      ['check', good, '--model', 'http://127.0.0.1/modele.json'],
      ['check', good],
      ['check', '--model', MODEL],
      ['check', good, '--model', MODEL, '--insee', '99999'],
      ['check', good, '--model', MODEL, '--vite'],
      ['check', good, '--model', MODEL, '--sheet', 'Feuil1'],
    ]
    for (const args of cases) {
      const { code, out, err } = await call(...args)
      expect([code, out, args.join(' ')]).toEqual([2, '', args.join(' ')])
      expect(err.trimEnd()).toMatch(/^[^\n]{15,}$/)
      expect(err).not.toMatch(/Carnet s'est arrêté sur une erreur de sa part|undefined|Error/)
    }
  })
})
