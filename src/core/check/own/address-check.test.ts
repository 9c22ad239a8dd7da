import { expect, test } from 'vitest'
import { parseModel } from '../../models/parse-model.ts'
import { type AddressPoint, boxOf, createAddressIndex } from '../../places/address-index.ts'
import { tableFromRows } from '../../table/table.ts'
import { checkTable } from '../index.ts'

const point = (number: string, street: string, longitude: number, latitude: number): AddressPoint => ({
  number,
  street,
  postcode: '78680',
  insee: '78217',
  town: 'Épône',
  oldTown: '',
  aliases: [],
  locality: '',
  longitude,
  latitude,
})
const addresses = createAddressIndex([
  point('1', 'Rue Haute', 1.815, 48.955),
  point('3', 'Rue Haute', 1.8152, 48.9551),
  point('2', 'Place du Marché', 1.82, 48.957),
])
const MODEL = parseModel(
  {
    name: 'lieux',
    fields: [
      { name: 'adresse', type: 'string' },
      { name: 'longitude', type: 'number' },
      { name: 'latitude', type: 'number' },
    ],
  },
  { kind: 'carnet', fields: { adresse: { role: 'address' } } },
)
const town = { insee: '78217', name: 'Épône', postcodes: ['78680'], department: '78', box: boxOf(addresses)! }
const check = (...rows: string[][]) =>
  checkTable(tableFromRows(['adresse', 'longitude', 'latitude'], rows), MODEL, { addresses, town }).findings.map(
    ({ code, row, column }) => [code, row, column],
  )

test('an address that exists, its point beside it: nothing to say', () => {
  expect(check(['1 rue Haute', '1.815', '48.955'], ['2 PL. DU MARCHE', '', ''])).toEqual([])
})

test('a street that the town does not have is told on the address', () => {
  expect(check(['4 sente des Brumes', '1.815', '48.955'])).toContainEqual(['carnet/unknown-address', 2, 'adresse'])
})

test('a point elsewhere than its address is told', () => {
  expect(check(['1 rue Haute', '1.83', '48.975'])).toContainEqual(['carnet/point-far-from-address', 2, 'adresse'])
})

test('without an address file nothing is looked for', () => {
  const table = tableFromRows(['adresse', 'longitude', 'latitude'], [['4 sente des Brumes', '', '']])
  expect(checkTable(table, MODEL, {}).findings).toEqual([])
})

test('the box holds every address', () => {
  expect(boxOf(addresses)).toEqual([1.815, 48.955, 1.82, 48.957])
  expect(boxOf(createAddressIndex([]))).toBeUndefined()
})
