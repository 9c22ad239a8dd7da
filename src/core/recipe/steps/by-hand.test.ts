import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnNames, findColumn, rowCells, type Table, tableFromRows } from '../../table/table.ts'
import { addedId, addedIdentity } from '../added.ts'
import { identitiesBy, identityFinder, rowIdentities } from '../identity.ts'
import { field, modelOf } from '../model-for-tests.ts'
import { replay } from '../replay.ts'
import { sourceOf } from '../sources.ts'
import type { AddedRow, Correction, RowIdentity, Step } from '../step.ts'

const model = modelOf([field('nom', { role: 'name' }), field('ville')])
const trees = tableFromRows(
  ['nom', 'ville'],
  [
    ['Chêne', 'Epone'],
    ['Tilleul', 'Épône'],
    ['Orme', ''],
  ],
  { source: 'arbres.csv' },
)
interface Hands {
  readonly corrections?: readonly Correction[]
  readonly deleted?: readonly RowIdentity[]
  readonly added?: readonly AddedRow[]
}
const hands = ({ corrections = [], deleted = [], added = [] }: Hands): Step => ({
  type: 'by-hand',
  corrections,
  deleted,
  added,
})
const run = (table: Table, ...steps: Step[]) =>
  replay(
    { version: 1, model: model.id, steps: steps.map((step, n) => ({ id: `s${n + 1}`, step, reason: '' })) },
    sourceOf(table),
    { model },
  )
const rows = (table: Table) => table.rows.map((_, row) => rowCells(table, row))
const named = (nom: string): RowIdentity => ({ key: { nom } })
const fix = (row: RowIdentity, column: string, was: string, to: string): Correction => ({ row, column, was, to })

describe('cells corrected', () => {
  it('are those of the row named, wherever it stands', () => {
    const done = run(trees, hands({ corrections: [fix(named('Chêne'), 'ville', 'Epone', 'Épône')] }))
    expect(rows(done.table)[0]).toEqual(['Chêne', 'Épône'])
    expect(done.applied[0]).toMatchObject({ changed: 1, rowsBefore: 3, rowsAfter: 3 })
    expect([done.lost, done.questions]).toEqual([[], []])
  })

  it('may be the key itself: the other corrections of the row still find it', () => {
    const done = run(
      trees,
      hands({
        corrections: [fix(named('Orme'), 'nom', 'Orme', 'Orme lisse'), fix(named('Orme'), 'ville', '', 'Mézières')],
      }),
    )
    expect(rows(done.table)[2]).toEqual(['Orme lisse', 'Mézières'])
    const after = run(done.table, hands({ corrections: [fix(named('Orme lisse'), 'ville', 'Mézières', 'Épône')] }))
    expect(rows(after.table)[2]).toEqual(['Orme lisse', 'Épône'])
  })

  it('tell twins apart, and rows without any key by all that they say', () => {
    const twins = tableFromRows(['nom'], [['Banc'], ['Banc']])
    const second = run(twins, hands({ corrections: [fix({ ...named('Banc'), twin: 1 }, 'nom', 'Banc', 'Banc 2')] }))
    expect(rows(second.table)).toEqual([['Banc'], ['Banc 2']])
    const [, hashed] = identitiesBy(trees, [])
    const done = run(
      trees,
      hands({ corrections: [fix(hashed!, 'nom', 'Tilleul', 'Aulne'), fix(hashed!, 'ville', 'Épône', '')] }),
    )
    expect(rows(done.table)[1]).toEqual(['Aulne', ''])
  })

  it('keep the last of two of the same cell, even when it says again what the source says', () => {
    const both = [fix(named('Chêne'), 'ville', 'Epone', 'Aulnay'), fix(named('Chêne'), 'ville', 'Epone', 'Epone')]
    const done = run(trees, hands({ corrections: both }))
    expect(rows(done.table)).toEqual(rows(trees))
    expect(done.applied[0]!.changed).toBe(0)
  })

  it('are kept, and asked about, when the source no longer says what was corrected', () => {
    const done = run(
      trees,
      hands({ corrections: [fix(named('Tilleul'), 'ville', 'Epone', 'Épône (78)')], deleted: [named('Chêne')] }),
    )
    expect(findColumn(done.table, 'ville')!.cells).toEqual(['Épône (78)', ''])
    expect(done.questions).toHaveLength(1)
    expect(done.questions[0]).toMatchObject({ row: 0, line: 3, column: 'ville', value: 'Épône (78)' })
    expect(done.questions[0]!.question).toContain('La source dit maintenant « Épône » ; elle disait « Epone »')
  })

  it('are not asked about when their row is deleted', () => {
    const done = run(
      trees,
      hands({ corrections: [fix(named('Orme'), 'ville', 'Epone', 'Épône')], deleted: [named('Orme')] }),
    )
    expect(done.questions).toEqual([])
  })

  it('are listed, never applied at random, when their row or their column is gone', () => {
    const done = run(
      trees,
      hands({
        corrections: [
          fix(named('Cèdre'), 'ville', '', 'Épône'),
          fix(named('Chêne'), 'hauteur', '', '12'),
          fix(addedIdentity('r1'), 'ville', '', 'x'),
        ],
        deleted: [named('Hêtre')],
      }),
    )
    expect(rows(done.table)).toEqual(rows(trees))
    expect(done.lost.map(({ step, to, reason }) => [step, to, reason])).toEqual([
      ['s1', 'Épône', 'La ligne « Cèdre » n’est pas dans ce fichier.'],
      ['s1', '12', 'La colonne « hauteur » n’est pas dans ce fichier.'],
      ['s1', 'x', 'La ligne ajoutée à la main n’est pas dans ce fichier.'],
      ['s1', undefined, 'La ligne « Hêtre », retirée à la main, n’est pas dans ce fichier.'],
    ])
  })

  it('lose what the spreadsheet held beside the text, and only theirs', () => {
    const native = (shown: string) => ({ type: 'number' as const, value: Number(shown), shown })
    const sized: Table = {
      ...trees,
      columns: [...trees.columns, { name: 'h', cells: ['1', '2', '3'], natives: ['1', '2', '3'].map(native) }],
    }
    const done = run(
      sized,
      hands({ corrections: [fix(named('Orme'), 'h', '3', '30')], added: [{ id: 'r', cells: { h: '4' } }] }),
    )
    expect(findColumn(done.table, 'h')).toEqual({
      name: 'h',
      cells: ['1', '2', '30', '4'],
      natives: [native('1'), native('2'), undefined, undefined],
    })
  })
})

describe('questions of earlier steps', () => {
  const dated = tableFromRows(
    ['nom', 'date'],
    [
      ['Chêne', 'vers 1900'],
      ['Orme', 'vers 1950'],
    ],
  )
  const read: Step = { type: 'normalise', column: 'date', kind: 'date' }

  it('are withdrawn from the cells that a hand has corrected, and from no other', () => {
    expect(run(dated, read).questions).toHaveLength(2)
    const done = run(dated, read, hands({ corrections: [fix(named('Chêne'), 'date', 'vers 1900', '1900-01-01')] }))
    expect(done.questions.map(({ row, value }) => [row, value])).toEqual([[1, 'vers 1950']])
  })

  it('about the source itself too, and by a correction that keeps what was there', () => {
    const moved = hands({ corrections: [fix(named('Orme'), 'date', '1950', '1951')] })
    expect(run(dated, moved).questions).toHaveLength(1)
    const confirmed = hands({ corrections: [fix(named('Orme'), 'date', '1951', '1951')] })
    expect(run(dated, moved, confirmed).questions).toEqual([])
  })
})

describe('rows deleted', () => {
  it('are set aside as they were corrected, and come back whole', () => {
    const batch = hands({ corrections: [fix(named('Orme'), 'ville', '', 'Épône')], deleted: [named('Orme')] })
    const done = run(trees, batch)
    expect(done.table.rows).toHaveLength(2)
    expect(done.setAside).toEqual([
      {
        ref: trees.rows[2],
        identity: named('Orme'),
        reason: 'ligne retirée à la main',
        cells: { nom: 'Orme', ville: 'Épône' },
      },
    ])
    const back = run(trees, batch, { type: 'restore-row', row: done.setAside[0]!.identity })
    expect(rows(back.table)[2]).toEqual(['Orme', 'Épône'])
    expect([back.setAside, back.lost]).toEqual([[], []])
  })

  it('are found by their name before the corrections, and named twice are deleted once', () => {
    const done = run(
      trees,
      hands({
        corrections: [fix(named('Orme'), 'nom', 'Orme', 'Aulne')],
        deleted: [named('Orme'), named('orme')],
      }),
    )
    expect(done.setAside.map(({ identity, cells }) => [identity.key.nom, cells.nom])).toEqual([['Orme', 'Aulne']])
  })
})

describe('rows added', () => {
  it('come last, and what they hold in columns of their own is kept', () => {
    const added: AddedRow[] = [
      { id: 'r1', cells: { nom: 'Saule', hauteur: '9' } },
      { id: 'r2', cells: { ville: 'Épône', constructor: 'oui' } },
    ]
    const done = run(trees, hands({ added }))
    expect(columnNames(done.table)).toEqual(['nom', 'ville', 'hauteur', 'constructor'])
    expect(rows(done.table).slice(2)).toEqual([
      ['Orme', '', '', ''],
      ['Saule', '', '9', ''],
      ['', 'Épône', '', 'oui'],
    ])
    expect(done.table.rows.slice(3).map(({ source, sheet }) => [source, sheet])).toEqual([
      ['saisie', 'r1'],
      ['saisie', 'r2'],
    ])
  })

  it('make a table where there was none', () => {
    const done = run(tableFromRows([], []), hands({ added: [{ id: 'r1', cells: { nom: 'Saule' } }] }))
    expect([columnNames(done.table), rows(done.table)]).toEqual([['nom'], [['Saule']]])
  })

  it('are rows like any other for the steps that follow', () => {
    const add = hands({ added: [{ id: 'r1', cells: { nom: 'Saule' } }] })
    const next = hands({ corrections: [fix(named('Saule'), 'ville', '', 'Épône')] })
    const done = run(trees, add, next, { type: 'delete-row', row: named('Chêne') })
    expect(rows(done.table).at(-1)).toEqual(['Saule', 'Épône'])
    expect(addedId(rowIdentities(done.table, model).at(-1)!)).toBeUndefined()
  })

  it('have, while they are typed, an identity that no row of a table has', () => {
    expect(addedId(addedIdentity('r1'))).toBe('r1')
    expect(addedId(named('r1'))).toBeUndefined()
  })
})

describe('properties', () => {
  const cell = fc.constantFrom('', 'a', 'b', 'é', 'E')
  const table = fc.array(fc.tuple(cell, cell), { maxLength: 15 }).map(lines => tableFromRows(['nom', 'ville'], lines))
  const identity: fc.Arbitrary<RowIdentity> = fc
    .record({ nom: cell, twin: fc.nat(2) })
    .map(({ nom, twin }) => ({ key: { nom }, ...(twin > 0 && { twin }) }))
  const column = fc.constantFrom('nom', 'ville', 'absente')
  const batch = fc
    .record({
      corrections: fc.array(fc.record({ row: identity, column, was: cell, to: cell })),
      deleted: fc.array(identity, { maxLength: 5 }),
      added: fc.array(fc.record({ id: fc.uuid(), cells: fc.dictionary(column, cell) }), { maxLength: 4 }),
    })
    .map(hands)

  it('rows in = rows out + set aside − added, and every hand act is applied or listed', () => {
    fc.assert(
      fc.property(table, batch, (start, step) => {
        const done = run(start, step)
        if (step.type !== 'by-hand') return
        expect(start.rows.length).toBe(done.table.rows.length + done.setAside.length - step.added.length)
        for (const { cells } of done.table.columns) expect(cells).toHaveLength(done.table.rows.length)
        const find = identityFinder(start)
        const unknown = [
          ...step.corrections.filter(({ row, column }) => find(row) === undefined || !findColumn(start, column)),
          ...step.deleted.filter(row => find(row) === undefined),
        ]
        expect(done.lost).toHaveLength(unknown.length)
        for (const question of done.questions)
          expect(findColumn(done.table, question.column)!.cells[question.row!]).toBe(question.value)
      }),
    )
  })

  it('corrections alone read each cell they name as they say', () => {
    fc.assert(
      fc.property(table, fc.array(fc.tuple(fc.nat(), fc.constantFrom('nom', 'ville'), cell)), (start, wanted) => {
        fc.pre(start.rows.length > 0)
        const identities = identitiesBy(start, ['nom'])
        const expected = new Map(wanted.map(([n, name, to]) => [`${n % start.rows.length} ${name}`, to]))
        const corrections = wanted.map(([n, name, to]) => fix(identities[n % start.rows.length]!, name, '', to))
        const { table: after } = run(start, hands({ corrections }))
        for (const name of ['nom', 'ville'])
          start.rows.forEach((_, row) => {
            const before = findColumn(start, name)!.cells[row]!
            expect(findColumn(after, name)!.cells[row]).toBe(expected.get(`${row} ${name}`) ?? before)
          })
      }),
    )
  })

  it('ten thousand corrections read the table as many times as one', () => {
    const reads = (corrections: number): number => {
      let count = 0
      const cells = Array.from({ length: 5_000 }, (_, row) => `n${row}`)
      const watched = new Proxy(cells, {
        get: (target, name, receiver) => {
          if (typeof name === 'string' && /^\d+$/.test(name)) count++
          return Reflect.get(target, name, receiver)
        },
      })
      const start: Table = {
        ...tableFromRows(
          ['nom'],
          cells.map(text => [text]),
        ),
        columns: [{ name: 'nom', cells: watched }],
      }
      const done = run(
        start,
        hands({
          corrections: Array.from({ length: corrections }, (_, n) => fix(named(`n${n % 5_000}`), 'nom', 'x', `c${n}`)),
        }),
      )
      expect(done.questions).toHaveLength(Math.min(corrections, 5_000))
      return count
    }
    expect(reads(10_000)).toBeLessThanOrEqual(reads(1) + 10_000)
  })
})
