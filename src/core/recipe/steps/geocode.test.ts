import { expect, it } from 'vitest'
import { INDEX, TOWN } from '../../places/town-for-tests.ts'
import { rowCells, tableFromRows } from '../../table/table.ts'
import { field, modelOf } from '../model-for-tests.ts'
import type { StepWorld } from '../outcome.ts'
import type { Step } from '../step.ts'
import { geocodeRows } from './geocode.ts'

const model = modelOf([
  field('numero', { role: 'house-number' }),
  field('adresse', { role: 'address' }),
  field('cp', { role: 'postcode' }),
  field('commune', { role: 'town' }),
  field('lat', { role: 'latitude' }),
  field('lon', { role: 'longitude' }),
  field('coord', { role: 'lonlat', examples: ['[1.8135, 48.9537]'] }),
])
const world: StepWorld = { model, sources: { tables: [] }, addresses: INDEX, town: TOWN }
const step: Extract<Step, { type: 'geocode' }> = {
  type: 'geocode',
  address: ['adresse', 'commune'],
  into: 'lat-lon',
  columns: ['lat', 'lon'],
  addresses: 'adresses.csv',
}
const shops = (...rows: string[][]) => tableFromRows(['adresse', 'commune', 'lat', 'lon'], rows)

it('writes what is certain, asks the rest with what was read, and never touches a point', () => {
  const table = shops(
    ['12 rue des Lilas', 'VALBOURG SUR ORLE', '', ''],
    ['8 rue des Lilas', '', '', ''],
    ['12 rue des Lilas', 'Paris', '', ''],
    ['5 rue des Charmes', '', '', ''],
    ['12 rue des Lilas', '', '47.1', '3.1'],
    ['12 rue des Lilas', '', '47.1', ''],
    ['', '', '', ''],
  )
  const { table: placed, changed, questions, notes } = geocodeRows(table, step, world)
  expect(placed.rows.map((_, row) => rowCells(placed, row).slice(2))).toEqual([
    ['48', '2.00168'],
    ['', ''],
    ['', ''],
    ['', ''],
    ['47.1', '3.1'],
    ['47.1', ''],
    ['', ''],
  ])
  expect(changed).toBe(2)
  expect(questions?.map(({ line, column }) => [line, column])).toEqual([
    [3, 'lat'],
    [4, 'lat'],
    [5, 'lat'],
    [7, 'lon'],
  ])
  const texts = questions!.map(({ question }) => question)
  expect(texts[0]).toContain('pas son numéro 8 ; le plus proche est le 6')
  expect(texts[1]).toMatch(/J'ai lu « Paris » ; j'attendais .*Valbourg-sur-Orle/)
  expect(texts[2]).toContain('« 5 rue des Charmes »')
  expect(notes).toEqual(['1 ligne n’a pas d’adresse : les coordonnées y restent vides.'])
  expect(geocodeRows(placed, step, world).table).toEqual(placed)
})

it('asks where on a long street that has no number', () => {
  const { table, questions } = geocodeRows(
    shops(['route de la Forêt', '', '', ''], ['place de la République', '', '', '']),
    step,
    world,
  )
  expect(table.columns[2]!.cells).toEqual(['', '48.0144'])
  expect(questions?.[0]?.question).toContain('Cette rue est longue')
})

it('writes a pair as the model’s field wants it, from an address in several columns', () => {
  const table = tableFromRows(['numero', 'adresse', 'cp', 'coord'], [['12 bis', 'rue des Lilas', '99100', '']])
  const done = geocodeRows(
    table,
    { ...step, address: ['numero', 'adresse', 'cp'], into: 'lonlat', columns: ['coord'] },
    world,
  )
  expect(done.table.columns[3]!.cells).toEqual(['[2.00168, 48]'])
})

it('without the address file or without the column, changes nothing and says so', () => {
  const table = shops(['12 rue des Lilas', '', '', ''])
  const { addresses: _, ...blind } = world
  expect(geocodeRows(table, step, blind)).toMatchObject({
    table,
    changed: 0,
    notes: [expect.stringContaining('« adresses.csv »')],
  })
  expect(geocodeRows(table, { ...step, address: ['lieu'] }, world)).toMatchObject({
    changed: 0,
    notes: [expect.stringContaining('« lieu »')],
  })
})
