import { expect, test } from 'vitest'
import { isMixedAsName, isNobody, isShapedAsName, namedUnder, withoutContact } from './cells.ts'

test.each([
  'Małgorzata Żurawska',
  'LEFEBVRE J.C.',
  'BONNET/JEAN MARIE',
  'Roche (Christian)',
  'Sylvie (sœur) 06 12 34 56 78',
  'Mme Vve Lenoir née Hatté',
  'M. Vidalenc père 04 65 71 18 03',
])('« %s » is written as a name', text => expect(isShapedAsName(text)).toBe(true))

test.each([
  'Service Jeunesse',
  'SARL Logival',
  'Mme le Maire',
  'Ville de Dieppe',
  'lot 12',
  'son mari',
  'ne rien indiquer',
])('« %s » is not', text => expect(isShapedAsName(text)).toBe(false))

test('capitals then a first name are a person’s, capitals alone may be anything', () => {
  expect(isMixedAsName('SZYMCZAK Bogna')).toBe(true)
  expect(isMixedAsName('SZYMCZAK BOGNA')).toBe(false)
  expect(isMixedAsName('Bogna Szymczak')).toBe(false)
})

test('a phone, a mail or a word of kin is taken from a name', () => {
  expect(withoutContact('PONS Éric 0612345678')).toBe('PONS Éric')
  expect(withoutContact('Thuy Nguyen <thuy@postale.example>').trim()).toBe('Thuy Nguyen')
  expect(namedUnder('PONS Éric 0612345678')).toBe(true)
})

test('functions, orders and towns are nobody; « Saint-Aubin » may be somebody', () => {
  expect(['M. le 3e adjoint', 'Sœurs de la Providence', 'Région Bretagne', 'vacant'].map(isNobody)).toEqual(
    Array(4).fill(true),
  )
  expect(isNobody('Saint-Aubin')).toBe(false)
})
