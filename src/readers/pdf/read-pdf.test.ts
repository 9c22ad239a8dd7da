import { describe, expect, test } from 'vitest'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { readPdf } from './read-pdf.ts'

/** A PDF written by hand: `draw` holds the operators of each page, in points from the bottom left corner, A4. */
function pdf(pages: readonly string[]): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, n) => `${4 + n * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...pages.flatMap((draw, n) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + n * 2} 0 R>>`,
      `<</Length ${draw.length}>>\nstream\n${draw}\nendstream`,
    ]),
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, n) => {
    const place = file.length
    file += `${n + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}

const text = (x: number, y: number, words: string, size = 10) =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${words.replace(/[()\\]/g, '\\$&')}) Tj ET\n`
const rule = (x0: number, y0: number, x1: number, y1: number) => `${x0} ${y0} m ${x1} ${y1} l S\n`

/** Rows of text at fixed places, from `top` down. */
const rowsAt = (xs: readonly number[], rows: readonly (readonly string[])[], top: number, step = 20) =>
  rows
    .map((cells, r) => cells.map((cell, c) => (cell === '' ? '' : text(xs[c]!, top - r * step, cell))).join(''))
    .join('')

const cells = async (bytes: Uint8Array, n = 0) => (await readPdf(bytes)).grids[n]?.rows.map(row => row.cells)

const SHOPS = [
  ['Nom', 'Adresse', 'Téléphone'],
  ['Boulangerie Épi', '12 rue des Lilas', '01 30 00 00 01'],
  ['Garage du Centre', '3 place de la Mairie', '01 30 00 00 02'],
  ['Fleurs', '', '01 30 00 00 03'],
]

describe('tables without lines', () => {
  test('columns are found by the blank between them; text elsewhere is told', async () => {
    const page = `${text(50, 800, 'Liste des commerces', 14)}${rowsAt([50, 200, 380], SHOPS, 770)}${text(50, 500, 'Document établi par la mairie le 12 mars, sans garantie.')}`
    const { grids, warnings } = await readPdf(pdf([page]))
    expect(grids).toHaveLength(1)
    expect(grids[0]?.rows.map(row => row.cells)).toEqual([['Liste des commerces', '', ''], ...SHOPS])
    expect(warnings.join(' ')).toContain('lignes de texte hors des tableaux')
  })

  test('numbers set to the right, a title over two columns', async () => {
    const right = (x: number, y: number, words: string) => text(x - words.length * 5.56, y, words)
    const page = [
      text(200, 780, 'Montants votés (en euros)'),
      rowsAt([50], [['Article'], ['60611'], ['6135'], ['6574']], 760),
      ...[
        ['2020', '2021'],
        ['1200', '13500'],
        ['15', '7'],
        ['120000', '98000'],
      ].map(([a, b], n) => right(260, 760 - n * 20, a!) + right(360, 760 - n * 20, b!)),
    ].join('')
    expect((await cells(pdf([page])))?.slice(-4)).toEqual([
      ['Article', '2020', '2021'],
      ['60611', '1200', '13500'],
      ['6135', '15', '7'],
      ['6574', '120000', '98000'],
    ])
  })

  test('the end of a long cell goes on with its row', async () => {
    const page =
      rowsAt(
        [50, 200],
        [
          ['Nom', 'Objet'],
          ['Club', 'Achat de matériel sportif pour la'],
          ['Amis', 'Fête'],
        ],
        700,
        30,
      ) + text(200, 659, 'saison 2021')
    expect(await cells(pdf([page]))).toEqual([
      ['Nom', 'Objet'],
      ['Club', 'Achat de matériel sportif pour la saison 2021'],
      ['Amis', 'Fête'],
    ])
  })

  test('long cells that stand on the foot of their row keep their first lines, with or without groups of rows', async () => {
    const xs = [50, 200, 350, 420]
    const titles = ['Association', 'Adresse du siège social', 'Aide', 'Date']
    const long = [
      ['', '12 rue de la République', '', ''],
      ['Judo', '78680 Épône', '100', '01/02/2024'],
      ['', '3 avenue de la Division', '', ''],
      ['Tennis', 'Leclerc', '200', '03/02/2024'],
      ['Amis de la bibliothèque', '', '', ''],
      ['municipale et des lettres', '7 rue Haute', '300', '04/02/2024'],
    ]
    expect(await cells(pdf([rowsAt(xs, [titles, ...long], 700, 12)]))).toEqual([
      titles,
      ['Judo', '12 rue de la République 78680 Épône', '100', '01/02/2024'],
      ['Tennis', '3 avenue de la Division Leclerc', '200', '03/02/2024'],
      ['Amis de la bibliothèque municipale et des lettres', '7 rue Haute', '300', '04/02/2024'],
    ])
    const grouped = [
      ['Sports', '', '', ''],
      ['Judo', '12 rue Haute', '100', '01/02/2024'],
      ['Culture', '', '', ''],
      ['Chorale des deux rives', '1 rue de la République', '200', '03/02/2024'],
      ['Loisirs', '', '', ''],
      ['Échecs', '7 rue Haute', '300', '04/02/2024'],
    ]
    expect(await cells(pdf([rowsAt(xs, [titles, ...grouped], 700, 12)]))).toEqual([titles, ...grouped])
  })

  test('a table over several pages is one; its repeated titles are kept once, and told', async () => {
    const page = (from: number) =>
      rowsAt([50, 250], [['Nom', 'Ville'], ...Array.from({ length: 5 }, (_, n) => [`École ${from + n}`, 'Épône'])], 780)
    const { grids, warnings } = await readPdf(pdf([page(1), page(6), page(11)]))
    expect(grids).toHaveLength(1)
    expect(grids[0]?.rows).toHaveLength(16)
    expect(grids[0]?.rows[15]).toEqual({ line: 16, cells: ['École 15', 'Épône'] })
    expect(warnings.join(' ')).toContain('répétés sur 2 pages')
  })
})

describe('tables with lines drawn around their cells', () => {
  const xs = [50, 150, 300, 400]
  const ys = [700, 660, 640, 600]
  const grid = [...ys.map(y => rule(xs[0]!, y, xs[3]!, y)), ...xs.map(x => rule(x, ys[0]!, x, ys[3]!))].join('')

  test('the number of the page is no row, however near the table', async () => {
    const grid = (top: number) =>
      [50, 200, 350].map(x => rule(x, top, x, top - 690)).join('') +
      Array.from({ length: 24 }, (_, n) => rule(50, top - n * 30, 350, top - n * 30)).join('')
    const page = (n: number) =>
      grid(800) +
      rowsAt([60, 210], [['Nom', 'Places'], ...Array.from({ length: 21 }, (_, r) => [`P${n}-${r}`, `${r}`])], 780, 30) +
      text(180, 118, n === 1 ? 'Page 1 sur 2' : '2')
    const { grids, warnings } = await readPdf(pdf([page(1), page(2)]))
    expect(grids[0]?.rows).toHaveLength(43)
    expect(grids[0]?.rows.flatMap(row => row.cells).join(' ')).not.toContain('sur')
    expect(warnings.join(' ')).toContain('2 lignes de texte hors des tableaux')
  })

  test('cells of several lines, centred or not, are read whole; a narrow gap separates all the same', async () => {
    const page =
      grid +
      text(55, 675, 'Nom') +
      text(155, 685, 'Adresse') +
      text(155, 672, 'complète') +
      text(305, 675, 'Tél') +
      text(55, 646, 'Boulangerie Martin') +
      text(152, 646, '12 rue A') +
      text(305, 646, '01') +
      text(55, 615, 'Garage') +
      text(155, 625, '3 place de la') +
      text(155, 610, 'Mairie')
    expect(await cells(pdf([page]))).toEqual([
      ['Nom', 'Adresse complète', 'Tél'],
      ['Boulangerie Martin', '12 rue A', '01'],
      ['Garage', '3 place de la Mairie', ''],
    ])
  })

  test('the title above is kept above', async () => {
    const page =
      text(50, 715, 'Subventions 2021') +
      grid +
      rowsAt([55, 155, 305], [['a', 'b', 'c']], 675) +
      rowsAt([55, 155, 305], [['d', 'e', 'f']], 646) +
      text(55, 615, 'g')
    expect(await cells(pdf([page]))).toEqual([
      ['Subventions 2021', '', ''],
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['g', '', ''],
    ])
  })
})

describe('what cannot be read is refused with a sentence', () => {
  test.each([
    ['a scan', pdf(['0.5 g 0 0 595 842 re f']), /numérisé/],
    [
      'prose',
      pdf([text(50, 700, 'Le conseil municipal,') + text(50, 680, 'après en avoir délibéré, décide :')]),
      /aucun tableau/,
    ],
    [
      'a list with bullets',
      pdf([
        rowsAt(
          [50, 70],
          [
            ['-', 'Écoles et crèches'],
            ['-', 'Mairie'],
            ['-', 'Poste'],
          ],
          700,
        ),
      ]),
      /aucun tableau/,
    ],
    ['no PDF', new TextEncoder().encode('bonjour'), /abîmé/],
    ['a truncated PDF', pdf([rowsAt([50, 250], SHOPS, 700)]).subarray(0, 80), /abîmé|numérisé/],
  ])('%s', async (_, bytes, sentence) => {
    await expect(readPdf(bytes)).rejects.toThrow(UnreadableFile)
    await expect(readPdf(bytes)).rejects.toThrow(sentence)
  })
})
