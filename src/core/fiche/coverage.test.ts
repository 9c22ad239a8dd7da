import { describe, expect, test } from 'vitest'
import { parseModel } from '../models/parse-model.ts'
import { tableFromRows } from '../table/table.ts'
import { coverageOf } from './coverage.ts'

const cover = (names: string[], rows: string[][], ...fields: object[]) =>
  coverageOf(tableFromRows(names, rows), parseModel({ fields }))

describe('period', () => {
  const days = (...cells: string[]) =>
    cover(
      ['quand'],
      cells.map(cell => [cell]),
      { name: 'quand', type: 'date' },
    ).temporal
  test('first and last day, whatever the writing', () => {
    expect(days('2021-03-05', '', '2019-12-31')).toEqual({ from: '2019-12-31', to: '2021-03-05' })
    expect(days('2021', '2020-02')).toEqual({ from: '2020-02-01', to: '2021-12-31' })
    expect(days('05/03/2021')).toEqual({ from: '2021-03-05', to: '2021-03-05' })
    expect(days('2021-01-01/2021-12-31')).toEqual({ from: '2021-01-01', to: '2021-12-31' })
    expect(days('2021-03-05T14:30:00')).toEqual({ from: '2021-03-05', to: '2021-03-05' })
  })
  test('what is no day of ours says nothing: « never », a day that does not exist, words', () => {
    expect(days('9999-12-31', '2021-02-30', '2021-13-01', 'bientôt', '')).toBeUndefined()
  })
  test('columns that the model does not know are not opened, so they say nothing', () => {
    expect(cover(['nom', 'note'], [['a', '2021-01-01']], { name: 'nom' }).temporal).toBeUndefined()
  })
})

describe('place', () => {
  const fields = [
    { name: 'latitude', type: 'number' },
    { name: 'longitude', type: 'number' },
  ]
  const box = (...rows: string[][]) => cover(['latitude', 'longitude'], rows, ...fields).box
  test('west, south, east, north', () => {
    expect(box(['48.95', '1.81'], ['48.97', '1.79'], ['', ''])).toEqual([1.79, 48.95, 1.81, 48.97])
  })
  test('a point in another region is a mistake, not the town', () => {
    expect(box(['48.95', '1.81'], ['48.96', '1.82'], ['45.64', '0.15'])).toEqual([1.81, 48.95, 1.82, 48.96])
  })
  test('both numbers in one cell', () => {
    const point = cover(['geo'], [['1.81, 48.95'], ['nulle part']], { name: 'geo', type: 'geopoint' })
    expect(point.box).toEqual([1.81, 48.95, 1.81, 48.95])
  })
  test('no place', () => expect(cover(['nom'], [['x']], { name: 'nom' }).box).toBeUndefined())
  test('codes of towns, most frequent first', () => {
    const codes = [['78217'], ['78217'], ['2A004'], ['ici']]
    expect(cover(['code_insee'], codes, { name: 'code_insee' }).communes).toEqual(['78217', '2A004'])
  })
})

test('columns where OpenStreetMap is named', () => {
  const fields = [
    { name: 'nom' },
    { name: 'id_osm', title: 'Identifiant OSM' },
    { name: 'origine' },
    { name: 'osm_vide' },
  ]
  const rows = [['Prosmodie', 'n123', '© OpenStreetMap', '']]
  expect(cover(['nom', 'id_osm', 'origine', 'osm_vide'], rows, ...fields).osm).toEqual(['Identifiant OSM', 'origine'])
})
