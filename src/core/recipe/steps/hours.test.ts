import { describe, expect, it } from 'vitest'
import { findColumn, type Table, tableFromRows } from '../../table/table.ts'
import { readHoursColumn } from './hours.ts'

const table = tableFromRows(
  ['nom', 'horaires'],
  [
    ['Le Fournil', 'Du mardi au samedi de 7h à 13h'],
    ['La Presse', 'Lundi au vendredi'],
    ['Les Halles', ''],
    ['Aux Fleurs', 'Du mardi au samedi de 7h à 13h'],
    ['Le Garage', 'Mo-Fr 08:00-12:00'],
  ],
)
const cells = (of: Table, name: string) => findColumn(of, name)?.cells
const step = (into: string) => ({ type: 'hours', column: 'horaires', into }) as const

describe('the step hours', () => {
  it('writes the hours in their own column and keeps the text', () => {
    const done = readHoursColumn(table, step('opening_hours'))
    expect(cells(done.table, 'opening_hours')).toEqual([
      'Tu-Sa 07:00-13:00',
      '',
      '',
      'Tu-Sa 07:00-13:00',
      'Mo-Fr 08:00-12:00',
    ])
    expect(cells(done.table, 'horaires')).toEqual(cells(table, 'horaires'))
    expect(done.changed).toBe(3)
  })

  it('in the same column, leaves what it does not understand', () => {
    const done = readHoursColumn(table, step('horaires'))
    expect(cells(done.table, 'horaires')).toEqual([
      'Tu-Sa 07:00-13:00',
      'Lundi au vendredi',
      '',
      'Tu-Sa 07:00-13:00',
      'Mo-Fr 08:00-12:00',
    ])
    expect(done.changed).toBe(2)
  })

  it('asks one question a cell, at its line', () => {
    const [question, ...others] = readHoursColumn(table, step('opening_hours')).questions ?? []
    expect(others).toEqual([])
    expect(question).toMatchObject({ row: 1, line: 3, column: 'horaires', value: 'Lundi au vendredi' })
    expect(question?.question).toContain('À quelles heures est-ce ouvert du lundi au vendredi ?')
  })

  it('never overwrites hours that are already there', () => {
    const filled = tableFromRows(['horaires', 'oh'], [['Lundi 9h-12h', 'Tu 09:00-12:00']])
    expect(cells(readHoursColumn(filled, step('oh')).table, 'oh')).toEqual(['Tu 09:00-12:00'])
  })

  it('says that the column is missing', () => {
    const done = readHoursColumn(table, { type: 'hours', column: 'heures', into: 'oh' })
    expect(done.table).toBe(table)
    expect(done.notes?.[0]).toContain('heures')
  })
})
