import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnNames } from '../../core/table/table.ts'
import type { Grid } from '../grid.ts'
import { findTables } from './find-tables.ts'

import { find, only, sheet } from './sheets-for-tests.ts'

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
