import { expect, test } from 'vitest'
import { parseModel } from '../../../../src/core/models/parse-model.ts'
import { pointFields } from './form.ts'
import { cellsOfSpot, placeFault, spotOf } from './place.ts'

const fields = (...all: object[]) => pointFields(parseModel({ name: 'x', fields: all }).fields)!
const TWO = fields({ name: 'longitude', type: 'number' }, { name: 'latitude', type: 'number' })
const ONE = fields({ name: 'position', type: 'geopoint' })
const ARRAY = fields({ name: 'coordonneesXY', type: 'geopoint', format: 'array' })
const SPOT = { longitude: 1.8135, latitude: 48.9537 }

test.each([
  ['two columns', TWO],
  ['one column', ONE],
  ['one column, as a list', ARRAY],
])('%s: what is written is read back', (_, point) => {
  expect(spotOf(point, cellsOfSpot(point, SPOT))).toEqual(SPOT)
})

test('what a phone says is rounded to ten centimetres', () => {
  expect(cellsOfSpot(TWO, { longitude: 1.81350000001, latitude: 48.953712345 })).toEqual({
    longitude: '1.8135',
    latitude: '48.953712',
  })
})

test('no place: half of it, or words', () => {
  expect(spotOf(TWO, { longitude: '1.8' })).toBeUndefined()
  expect(spotOf(ONE, { position: 'devant la mairie' })).toBeUndefined()
})

test('a pair pasted from a map, latitude first, is understood', () => {
  expect(spotOf(ONE, { position: '48.9537, 1.8135' })).toEqual(SPOT)
})

test('outside the town is said, inside is not', () => {
  const town = {
    insee: '78217',
    name: 'Épône',
    postcodes: [],
    department: '78',
    box: [1.78, 48.93, 1.85, 48.98],
  } as const
  expect(placeFault(SPOT, town)).toBeUndefined()
  expect(placeFault({ longitude: 1.83, latitude: 48.9 }, town)).toMatch(/hors de la commune/)
  expect(placeFault({ longitude: 48.9537, latitude: 1.8135 }, town)).toMatch(/inversées/)
})
