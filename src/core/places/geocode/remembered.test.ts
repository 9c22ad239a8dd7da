import { expect, it } from 'vitest'
import { createAddressIndex } from '../address-index.ts'
import { INDEX, POINTS, TOWN } from '../town-for-tests.ts'
import { geocode, rememberedGeocode } from './index.ts'

const query = { text: '12 r. des lilas' }

it('answers what geocode answers, and looks for an address once', () => {
  const first = rememberedGeocode(INDEX, TOWN)(query)
  expect(first).toEqual(geocode(query, INDEX, TOWN))
  expect(rememberedGeocode(INDEX, TOWN)({ ...query })).toBe(first)
})

it('does not take the answer of another address file, nor of another town', () => {
  const away = { ...TOWN, insee: '99002', name: 'Ailleurs', postcodes: ['99200'] }
  const small = createAddressIndex(POINTS.filter(({ street }) => street !== 'Rue des Lilas'))
  const first = rememberedGeocode(INDEX, TOWN)(query)
  expect(rememberedGeocode(small, TOWN)(query)).toEqual(geocode(query, small, TOWN))
  expect(rememberedGeocode(small, TOWN)(query).found[0]?.label).not.toBe(first.found[0]?.label)
  expect(rememberedGeocode(INDEX, away)(query)).not.toBe(first)
})
