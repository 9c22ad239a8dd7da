import { expect, test } from 'vitest'
import { parseModel } from '../../core/models/parse-model.ts'
import { tableFromRows } from '../../core/table/table.ts'
import { writeGeojson } from './write-geojson.ts'

const modelOf = (...fields: object[]) => parseModel({ fields })
const pointsOf = (names: string[], rows: string[][], ...fields: object[]) =>
  JSON.parse(writeGeojson(tableFromRows(names, rows), modelOf(...fields))).features.map(
    (one: { geometry: { coordinates: number[] } | null }) => one.geometry?.coordinates ?? null,
  )

test('a feature a row, with its cells as they are; a row without a point has no geometry', () => {
  const table = tableFromRows(
    ['nom', 'latitude', 'longitude'],
    [
      ['Gare', '48.9626', '1.8103'],
      ['01004', '', ''],
    ],
  )
  const model = modelOf({ name: 'nom' }, { name: 'latitude', type: 'number' }, { name: 'longitude', type: 'number' })
  expect(JSON.parse(writeGeojson(table, model))).toEqual({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [1.8103, 48.9626] },
        properties: { nom: 'Gare', latitude: '48.9626', longitude: '1.8103' },
      },
      { type: 'Feature', geometry: null, properties: { nom: '01004', latitude: '', longitude: '' } },
    ],
  })
})

test('a point in one cell, in the order that the place tells; what is no point is none', () => {
  const field = { name: 'geo_point', type: 'geopoint' }
  const rows = [['1.8103, 48.9626'], ['48.9626, 1.8103'], ['[1.8103, 48.9626]'], ['près de la gare'], ['']]
  const gare = [1.8103, 48.9626]
  expect(pointsOf(['geo_point'], rows, field)).toEqual([gare, gare, gare, null, null])
})

test('numbers that are nowhere on Earth, and a table without any place', () => {
  const fields = [
    { name: 'lat', type: 'number' },
    { name: 'lon', type: 'number' },
  ]
  expect(
    pointsOf(
      ['lat', 'lon'],
      [
        ['6859000', '612000'],
        ['douze', '1'],
      ],
      ...fields,
    ),
  ).toEqual([null, null])
  expect(pointsOf(['nom'], [['x']], { name: 'nom' })).toEqual([null])
})
