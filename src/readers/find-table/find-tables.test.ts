import { describe, expect, test } from 'vitest'
import { columnNames, rowCells } from '../../core/table/table.ts'
import { findTables } from './find-tables.ts'

import { only, sheet } from './sheets-for-tests.ts'

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
