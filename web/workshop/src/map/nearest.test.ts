import { expect, test } from 'vitest'
import { type AddressPoint, createAddressIndex } from '../../../../src/core/places/address-index.ts'
import { nearestAddress, nearInWords } from './nearest.ts'

const at = (number: string, street: string, longitude: number, latitude: number): AddressPoint => ({
  number,
  street,
  longitude,
  latitude,
  postcode: '78680',
  insee: '78217',
  town: 'Épône',
  oldTown: '',
  aliases: [],
  locality: '',
})
const INDEX = createAddressIndex([
  at('12', 'Rue des Lilas', 1.8, 48.95),
  at('14 bis', 'Rue des Lilas', 1.801, 48.95),
  at('', 'Chemin du Moulin', 1.82, 48.96),
])

test('the nearest number, or the place without numbers', () => {
  expect(nearestAddress(INDEX, { longitude: 1.8009, latitude: 48.95 })).toMatchObject({ label: '14bis Rue des Lilas' })
  expect(nearestAddress(INDEX, { longitude: 1.82, latitude: 48.961 })).toMatchObject({ label: 'Chemin du Moulin' })
  expect(nearestAddress(createAddressIndex([]), { longitude: 0, latitude: 0 })).toBeUndefined()
})

test('in words', () => {
  expect(nearInWords({ label: '12 Rue des Lilas', metres: 29.6 })).toBe('à 30 m de 12 Rue des Lilas')
  expect(nearInWords({ label: '12 Rue des Lilas', metres: 5100 })).toMatch(/5 km/)
  expect(nearInWords(undefined)).toBe('')
})
