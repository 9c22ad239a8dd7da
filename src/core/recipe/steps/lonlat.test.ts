import { describe, expect, it } from 'vitest'
import type { Town } from '../../models/model.ts'
import { findColumn, type Table, tableFromRows } from '../../table/table.ts'
import { modelOf } from '../model-for-tests.ts'
import { replay } from '../replay.ts'
import { sourceOf } from '../sources.ts'
import type { Step } from '../step.ts'

const model = modelOf([])
const run = (table: Table, step: Step, town?: Town) =>
  replay({ version: 1, model: model.id, steps: [{ id: 's1', step, reason: '' }] }, sourceOf(table), {
    model,
    ...(town && { town }),
  })
const cells = (table: Table, name: string) => findColumn(table, name)?.cells

describe('split-lonlat', () => {
  const step: Step = { type: 'split-lonlat', column: 'lieu', longitude: 'lon', latitude: 'lat' }
  const split = (...texts: string[]) =>
    run(
      tableFromRows(
        ['lieu'],
        texts.map(text => [text]),
      ),
      step,
    )

  it('reads every writing of a point by the same rule as the values', () => {
    const done = split('48,9537 ; 1,8135', 'POINT(1.8135 48.9537)', `48°57'13"N 1°48'49"E`, '619123, 6873456')
    expect(cells(done.table, 'lat')).toEqual(['48.9537', '48.9537', '48.95361', '48.955971'])
    expect(cells(done.table, 'lon')).toEqual(['1.8135', '1.8135', '1.81361', '1.895597'])
    expect(done.questions).toEqual([])
  })

  it('asks about what is not one point, and says nothing of empty cells and null words', () => {
    const done = split('devant la mairie', '', 'NC', '48,9,1')
    expect(cells(done.table, 'lat')).toEqual(['', '', '', ''])
    expect(done.questions.map(({ row }) => row)).toEqual([0, 3])
    expect(done.questions[1]!.question).toContain('Propositions')
  })

  it('keeps the coordinates that were there, and the pair itself', () => {
    const table = tableFromRows(['lieu', 'lat'], [['48.9537, 1.8135', '48.9999']])
    const done = run(table, step)
    expect(cells(done.table, 'lat')).toEqual(['48.9999'])
    expect(cells(done.table, 'lieu')).toEqual(['48.9537, 1.8135'])
  })

  it('says that the column is missing', () => {
    const done = run(tableFromRows(['autre'], [['1']]), step)
    expect(done.applied[0]!.notes[0]).toContain('« lieu »')
  })
})

describe('join-lonlat', () => {
  const join = (rows: string[][], format = '[{lon}, {lat}]') =>
    run(tableFromRows(['x', 'y'], rows), { type: 'join-lonlat', longitude: 'x', latitude: 'y', into: 'point', format })

  it('writes the point as the format says', () => {
    const done = join([
      ['1,8135', '48,9537'],
      ['', '48.9'],
    ])
    expect(cells(done.table, 'point')).toEqual(['[1.8135, 48.9537]', ''])
    expect(cells(join([['1.8135', '48.9537']], '{lat},{lon}').table, 'point')).toEqual(['48.9537,1.8135'])
  })

  it('puts exchanged coordinates right, and says so', () => {
    const done = join([['48.9537', '1.8135']])
    expect(cells(done.table, 'point')).toEqual(['[1.8135, 48.9537]'])
    expect(done.applied[0]!.notes[0]).toContain('remises à leur place')
  })

  it('converts metres', () => {
    expect(cells(join([['619123', '6873456']]).table, 'point')).toEqual(['[1.895597, 48.955971]'])
  })
})

describe('reproject', () => {
  const into = (x: string, y: string, crs = 'EPSG:2154'): Step => ({
    type: 'reproject',
    x,
    y,
    crs,
    longitude: 'lon',
    latitude: 'lat',
  })

  it('fills two other columns', () => {
    const done = run(tableFromRows(['X', 'Y'], [['619 123', '6 873 456']]), into('X', 'Y'))
    expect([cells(done.table, 'lon'), cells(done.table, 'lat')]).toEqual([['1.895597'], ['48.955971']])
    expect(cells(done.table, 'X')).toEqual(['619 123'])
  })

  it('replaces the metres of the columns themselves, leaves degrees, asks about the rest', () => {
    const table = tableFromRows(
      ['lon', 'lat'],
      [
        ['1612345', '8187654'],
        ['1.8135', '48.9537'],
        ['', ''],
        ['12', 'abc'],
        ['99999999', '1'],
      ],
    )
    const done = run(table, into('lon', 'lat', 'EPSG:3949'))
    expect(cells(done.table, 'lon')).toEqual(['1.804719', '1.8135', '', '12', '99999999'])
    expect(cells(done.table, 'lat')).toEqual(['48.882768', '48.9537', '', 'abc', '1'])
    expect(done.questions.map(({ row }) => row)).toEqual([3, 4])
  })

  it('asks when the point falls far from the town', () => {
    const town: Town = { insee: '13055', name: 'Marseille', postcodes: [], department: '13' }
    const done = run(tableFromRows(['X', 'Y'], [['619123', '6873456']]), into('X', 'Y'), town)
    expect(cells(done.table, 'lon')).toEqual([''])
    expect(done.questions[0]!.question).toContain('loin de la commune')
  })
})

describe('swap-lonlat', () => {
  it('turns the rows whose contrary alone is in France, and no other', () => {
    const table = tableFromRows(
      ['lon', 'lat'],
      [
        ['1.8135', '48.9537'],
        ['48,9537', '1,8135'],
        ['40.7', '-74.0'],
      ],
    )
    const done = run(table, { type: 'swap-lonlat', longitude: 'lon', latitude: 'lat' })
    expect(cells(done.table, 'lon')).toEqual(['1.8135', '1.8135', '40.7'])
    expect(cells(done.table, 'lat')).toEqual(['48.9537', '48.9537', '-74.0'])
    expect(done.applied[0]!.notes[0]).toContain('Une ligne')
  })
})
