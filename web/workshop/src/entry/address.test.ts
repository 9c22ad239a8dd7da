import { expect, test } from 'vitest'
import { parseModel } from '../../../../src/core/models/parse-model.ts'
import { addressIn, cellsOfAddress } from './address.ts'

const fields = (...names: string[]) => parseModel({ name: 'x', fields: names.map(name => ({ name })) }).fields
const NEAR = { label: '12 Rue des Lilas', number: '12', street: 'Rue des Lilas', metres: 3 }

test('an address in one column, or in two', () => {
  const [one, two] = [fields('nom', 'adresse'), fields('numero_voie', 'nom_voie')]
  expect(addressIn(one, { adresse: ' 12 rue des Lilas ' })).toBe('12 rue des Lilas')
  expect(addressIn(two, { numero_voie: '12', nom_voie: 'rue des Lilas' })).toBe('12 rue des Lilas')
  expect(addressIn(one, {})).toBe('')
  expect(cellsOfAddress(one, NEAR)).toEqual({ adresse: '12 Rue des Lilas' })
  expect(cellsOfAddress(two, NEAR)).toEqual({ numero_voie: '12', nom_voie: 'Rue des Lilas' })
  expect(cellsOfAddress(fields('nom'), NEAR)).toEqual({})
})
