import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReadOptions, ReadTable } from '../../core/table/read-result.ts'
import { columnNames, rowCells } from '../../core/table/table.ts'
import type { Grid } from '../grid.ts'
import { findTables } from './find-tables.ts'

/** A sheet drawn in text: one line a row, cells between bars; an empty line is a blank row. */
function sheet(drawn: string, more: Partial<Grid> = {}): Grid {
  const lines = drawn.replace(/^\n/, '').trimEnd().split('\n')
  const rows = lines.flatMap((line, i) =>
    line.trim() === '' ? [] : [{ line: i + 1, cells: line.split('|').map(cell => cell.trim()) }],
  )
  return { sheet: 'Feuille1', merges: [], hiddenRows: [], hiddenColumns: [], rows, ...more }
}

const seen = ({ headerRow, table, setAside }: ReadTable) => ({
  headerRow,
  names: columnNames(table),
  lines: table.rows.map(row => row.line),
  aside: setAside.map(({ row, reason }) => `${row} ${reason}`),
})
const find = (grid: Grid, options: ReadOptions = {}) => findTables(grid, options).map(seen)
const only = (grid: Grid, options: ReadOptions = {}) => {
  const tables = find(grid, options)
  expect(tables).toHaveLength(1)
  return tables[0]!
}

describe('above the table', () => {
  test('titles, a card and blank lines are set aside', () => {
    expect(
      only(
        sheet(`
          Commerces de la ville | | |
          Mise à jour : | 03/10/2023 | |

          Service : | Économie | |

          Nom | Adresse | Téléphone | Ouvert
          Boulangerie du Lac | 3 rue du Lac | 0130000001 | oui
          Presse de la Gare | 1 place de la Gare | 0130000002 | non
          Fleurs | 8 rue Haute | 0130000003 | oui`),
      ),
    ).toEqual({
      headerRow: 6,
      names: ['Nom', 'Adresse', 'Téléphone', 'Ouvert'],
      lines: [7, 8, 9],
      aside: [
        '1 titre au-dessus du tableau',
        '2 titre au-dessus du tableau',
        '3 ligne vide',
        '4 titre au-dessus du tableau',
        '5 ligne vide',
      ],
    })
  })

  test('a long title alone in its merged cell is never taken for the titles of columns', () => {
    const drawn = `

      | Ce document a été exporté

      | Nom de la feuille | Nom du tableau

      | Accueil |
      | | Tableau 1`
    expect(only(sheet(drawn, { merges: [[1, 1, 1, 20]] }))).toMatchObject({
      headerRow: 4,
      names: ['Nom de la feuille', 'Nom du tableau'],
      lines: [6, 7],
    })
  })

  test('a table that starts at once has nothing above it', () => {
    expect(only(sheet('nom|note\nA|1\nB|2'))).toEqual({
      headerRow: 1,
      names: ['nom', 'note'],
      lines: [2, 3],
      aside: [],
    })
  })

  test('a date over dates is no title, a date over numbers is one', () => {
    expect(only(sheet('12|rue A|78680|2024-01-02\n13|rue B|78680|2024-01-03'))).toMatchObject({ headerRow: 0 })
    expect(only(sheet('Quartier|01/01/2024|01/02/2024\nCentre|12|15\nGare|3|4'))).toMatchObject({ headerRow: 1 })
  })

  test('a table with no titles at all keeps its first row', () => {
    const bare = ['A|2021-01-05|12.5\nB|2021-02-06|13\nA|2021-03-01|14.5', '0\n59\n60']
    for (const drawn of bare) expect(only(sheet(drawn))).toMatchObject({ headerRow: 0, lines: [1, 2, 3] })
    expect(only(sheet('2006-04-12|12.5'))).toMatchObject({ headerRow: 0, lines: [1] })
    expect(only(sheet('2021|2022\n5|6\n7|8'))).toMatchObject({ headerRow: 1, names: ['2021', '2022'] })
  })
})

describe('titles of columns', () => {
  test('merged titles over two lines are joined', () => {
    const drawn = `
      Nom | Montant | | Adresse |
      | 2022 | 2023 | Rue | Ville
      Judo | 100 | 200 | 3 rue Haute | Épône
      Tennis | 300 | 400 | 5 rue Basse | Épône`
    const merges = [
      [0, 0, 1, 0],
      [0, 1, 0, 2],
      [0, 3, 0, 4],
    ] as const
    expect(only(sheet(drawn, { merges }))).toEqual({
      headerRow: 2,
      names: ['Nom', 'Montant / 2022', 'Montant / 2023', 'Adresse / Rue', 'Adresse / Ville'],
      lines: [3, 4],
      aside: ['1 première ligne des titres de colonnes'],
    })
  })

  test('over three levels, a title merged down to the last belongs to the titles', () => {
    const drawn = `
      Quartier | Habitants | | | | Élu
      | Femmes | | Hommes | |
      | 2020 | 2021 | 2020 | 2021 |
      Centre | 320 | 325 | 310 | 312 | A
      Gare | 80 | 81 | 75 | 79 | B`
    const merges = [
      [0, 0, 2, 0],
      [0, 1, 0, 4],
      [1, 1, 1, 2],
      [1, 3, 1, 4],
      [0, 5, 2, 5],
    ] as const
    expect(only(sheet(drawn, { merges }))).toEqual({
      headerRow: 3,
      names: [
        'Quartier',
        'Habitants / Femmes / 2020',
        'Habitants / Femmes / 2021',
        'Habitants / Hommes / 2020',
        'Habitants / Hommes / 2021',
        'Élu',
      ],
      lines: [4, 5],
      aside: ['1 première ligne des titres de colonnes', '2 première ligne des titres de colonnes'],
    })
  })

  test('titles merged over five lines, some of them blank, are titles down to the last', () => {
    const drawn = `
      Région | Apport | Effet cumulé |


      | | depuis le trimestre | depuis le début
      | (%) | |
      A | B | C | D`
    const merges = [
      [0, 0, 4, 0],
      [0, 1, 3, 1],
      [0, 2, 2, 3],
      [3, 2, 4, 2],
      [3, 3, 4, 3],
    ] as const
    expect(only(sheet(drawn, { merges }))).toMatchObject({
      headerRow: 5,
      names: ['Région', 'Apport / (%)', 'Effet cumulé / depuis le trimestre', 'Effet cumulé / depuis le début'],
      lines: [6],
    })
  })

  test('titles over two lines without merges are joined too, when the data prove it', () => {
    const drawn = `
      Nom | Adresse | | Places |
      | Rue | Ville | Vélos | Autos
      Gare | 3 rue Haute | Épône | 10 | 200
      Mairie | 5 rue Basse | Épône | 5 | 40`
    expect(only(sheet(drawn))).toEqual({
      headerRow: 2,
      names: ['Nom', 'Adresse / Rue', 'Adresse / Ville', 'Places / Vélos', 'Places / Autos'],
      lines: [3, 4],
      aside: ['1 première ligne des titres de colonnes'],
    })
  })

  test('a first row of data under a blank title stays data', () => {
    const drawn = `
      Nom | Rue | | Ville
      Gare | | bis | Épône
      Mairie | rue Basse | | Épône`
    expect(only(sheet(drawn))).toMatchObject({ headerRow: 1, lines: [2, 3] })
  })

  test('groups over complete titles are set aside and the titles stay as they are', () => {
    const drawn = `
      Attribuant | | Bénéficiaire |
      Nom attribuant | SIRET attribuant | Nom bénéficiaire | Montant
      Ville | 21780217200012 | Judo | 100
      Ville | 21780217200012 | Tennis | 200`
    const merges = [
      [0, 0, 0, 1],
      [0, 2, 0, 3],
    ] as const
    expect(only(sheet(drawn, { merges }))).toMatchObject({
      headerRow: 2,
      names: ['Nom attribuant', 'SIRET attribuant', 'Nom bénéficiaire', 'Montant'],
      aside: ['1 titres qui regroupent les colonnes'],
    })
  })

  test('titles repeated at each printed page are set aside', () => {
    expect(only(sheet('nom|note\nA|1\nnom|note\nB|2'))).toMatchObject({
      lines: [2, 4],
      aside: ['3 titres de colonnes répétés'],
    })
  })

  test('years as titles are titles', () => {
    expect(only(sheet('Équipement|2021|2022|2023\nPiscine|100|200|300\nStade|10|20|30'))).toMatchObject({
      headerRow: 1,
      names: ['Équipement', '2021', '2022', '2023'],
      lines: [2, 3],
    })
  })

  test('cells beyond the titles are kept in columns named by their place', () => {
    const { names } = only(sheet('nom|note\nA|1|en plus\nB|2'))
    expect(names).toEqual(['nom', 'note', 'colonne 3'])
  })

  test('names that objects have keep their cells', () => {
    const [found] = findTables(sheet('__proto__|constructor|toString\na|b|c\nd|e|f'))
    expect(columnNames(found!.table)).toEqual(['__proto__', 'constructor', 'toString'])
    expect(rowCells(found!.table, 1)).toEqual(['d', 'e', 'f'])
  })
})

describe('inside and below', () => {
  test('group rows and totals are set aside, and what follows them is kept', () => {
    const drawn = `
      Nom | Adresse | Places
      Quartier Nord | |
      Parking A | 1 rue A | 10
      Parking B | 2 rue B | 20
      Sous-total | | 30

      Quartier Sud | |
      Parking C | 3 rue C | 5
      TOTAL | | 35`
    const merges = [
      [1, 0, 1, 2],
      [6, 0, 6, 2],
    ] as const
    expect(only(sheet(drawn, { merges }))).toEqual({
      headerRow: 1,
      names: ['Nom', 'Adresse', 'Places'],
      lines: [3, 4, 8],
      aside: [
        '2 ligne de regroupement',
        '5 ligne de total',
        '6 ligne vide',
        '7 ligne de regroupement',
        '9 ligne de total',
      ],
    })
  })

  test('a shop whose name begins like a total is a shop', () => {
    const drawn = `
      Nom | Adresse | Téléphone
      Total Access | 3 rue du Lac | 0130000001
      Totalement Fleurs | 1 rue Haute | 0130000002
      Garage | 2 rue Basse | 0130000003`
    expect(only(sheet(drawn)).lines).toEqual([2, 3, 4])
  })

  test('notes under the table are set aside', () => {
    const drawn = `
      Nom | Adresse | Places
      Parking A | 1 rue A | 10
      Parking B | 2 rue B | 20

      * sauf jours de marché
      Source : services techniques`
    expect(only(sheet(drawn)).aside).toEqual(['4 ligne vide', '5 note sous le tableau', '6 note sous le tableau'])
  })

  test('a pivot table under the data is set aside', () => {
    const drawn = `
      Nom | Rue | Type | Montant
      Judo | rue A | numéraire | 100
      Tennis | rue B | nature | 200
      Danse | rue C | numéraire | 300

      Étiquettes de lignes | Somme de Montant
      nature | 200
      numéraire | 400
      Total général | 600`
    const { lines, aside } = only(sheet(drawn))
    expect(lines).toEqual([2, 3, 4])
    expect(aside.filter(one => one.includes('pivot'))).toHaveLength(4)
  })

  test('a pivot of LibreOffice too', () => {
    const drawn = `
      Nom | Rue | Type | Montant
      Judo | rue A | numéraire | 100
      Tennis | rue B | nature | 200
      Danse | rue C | numéraire | 300

      Type |
      nature | 200
      numéraire | 400
      Total Résultat | 600`
    const { lines, aside } = only(sheet(drawn))
    expect(lines).toEqual([2, 3, 4])
    expect(aside).toHaveLength(5)
  })

  test('lines with holes are lines of the table', () => {
    const drawn = `
      Nom | Adresse | Téléphone | Site
      Judo | | |
      Tennis | 3 rue B | | http://tennis.fr
      | | 0130000001 |`
    expect(only(sheet(drawn)).lines).toEqual([2, 3, 4])
  })
})

describe('several tables', () => {
  test('one under the other, each with its title', () => {
    const drawn = `
      Parkings
      Nom | Places
      P1 | 10
      P2 | 20

      Défibrillateurs
      Lieu | Étage | Accès
      Mairie | 1 | libre
      Stade | 0 | clé`
    expect(find(sheet(drawn)).map(({ headerRow, lines }) => ({ headerRow, lines }))).toEqual([
      { headerRow: 2, lines: [3, 4] },
      { headerRow: 7, lines: [8, 9] },
    ])
  })

  test('side by side with the same titles', () => {
    const drawn = `
      Nom | Places | | Nom | Places
      P1 | 10 | | P3 | 30
      P2 | 20 | | P4 | 40`
    expect(find(sheet(drawn)).map(({ names, lines }) => ({ names, lines }))).toEqual([
      { names: ['Nom', 'Places'], lines: [2, 3] },
      { names: ['Nom', 'Places'], lines: [2, 3] },
    ])
  })

  test('a table with an empty column stays one table', () => {
    const drawn = `
      Nom | Adresse | | Places
      P1 | rue A | | 10
      P2 | rue B | | 20`
    expect(only(sheet(drawn)).names).toEqual(['Nom', 'Adresse', 'Places'])
  })
})

describe('what a person imposes', () => {
  const drawn = `
    Liste | 2023
    Nom | Places
    P1 | 10`

  test('the line of titles', () => {
    expect(only(sheet(drawn), { headerRow: 2 })).toMatchObject({ headerRow: 2, names: ['Nom', 'Places'], lines: [3] })
    expect(only(sheet(drawn), { headerRow: 1 })).toMatchObject({ headerRow: 1, names: ['Liste', '2023'] })
  })

  test('hidden lines and columns are announced, and read only when asked for', () => {
    const grid = sheet('Nom|Mobile|Places\nP1|0600000001|10\nP2|0600000002|20\nP3|0600000003|30', {
      hiddenRows: [3],
      hiddenColumns: [1],
    })
    const [found] = findTables(grid)
    expect(columnNames(found!.table)).toEqual(['Nom', 'Places'])
    expect(found!.table.rows.map(row => row.line)).toEqual([2, 4])
    expect(found!.hidden).toEqual({ sheets: [], rows: [3], columns: ['Mobile'] })
    expect(found!.setAside).toEqual([{ row: 3, reason: 'ligne masquée', cells: ['P2', '0600000002', '20'] }])
    const [all] = findTables(grid, { hidden: true })
    expect(all!.table.rows).toHaveLength(3)
    expect(columnNames(all!.table)).toEqual(['Nom', 'Mobile', 'Places'])
  })
})

test('a ghost line a million lines down changes nothing', () => {
  const grid = sheet('Nom|Places\nP1|10\nP2|20')
  expect(only({ ...grid, rows: [...grid.rows, { line: 1_048_576, cells: [' '] }] })).toMatchObject({
    headerRow: 1,
    lines: [2, 3],
    aside: ['4 1048573 lignes vides'],
  })
})

test('any sheet: each line that is not blank is in a table, a row of titles or set aside, once', () => {
  const cell = fc.constantFrom('', '', 'Nom', 'Total', '12', '2021-01-05', 'rue Haute', 'a@b.fr', 'Source : mairie')
  const rows = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 25 })
  fc.assert(
    fc.property(rows, fc.boolean(), (lines, merged) => {
      const grid: Grid = {
        rows: lines.map((cells, i) => ({ line: i + 1, cells })),
        ...(merged && { merges: [[0, 0, 0, 3]] }),
      }
      const filled = grid.rows.filter(row => row.cells.some(text => text.trim() !== '')).map(row => row.line)
      const counted = findTables(grid).map(({ headerRow, table, setAside }) => [
        headerRow,
        ...table.rows.map(row => row.line),
        ...setAside.filter(({ reason }) => !/vides?$/.test(reason)).map(({ row }) => row),
      ])
      // Tables side by side share their lines: a set of all of them.
      expect(new Set(counted.flat().filter(line => line > 0))).toEqual(new Set(filled))
      for (const found of counted) expect(new Set(found).size).toBe(found.length)
    }),
    { numRuns: 500 },
  )
})
