import { expect, it } from 'vitest'
import { mayBeInDepartment, mayBeInFrance } from './department-place.ts'
import { isAxisOfFrance, isInFranceForValidata, whereInFrance } from './france.ts'

it.each([
  ['la France métropolitaine', 1.8, 48.9],
  ['la France métropolitaine', 9.2, 42.1],
  ['la Guadeloupe', -61.5, 16.2],
  ['Saint-Martin et Saint-Barthélemy', -63.1, 18.07],
  ['la Martinique', -61.0, 14.6],
  ['la Guyane', -52.3, 4.9],
  ['La Réunion', 55.5, -21.1],
  ['Mayotte', 45.2, -12.8],
  ['Saint-Pierre-et-Miquelon', -56.2, 46.8],
])('%s', (name, longitude, latitude) => {
  expect(whereInFrance(longitude, latitude)).toBe(name)
  expect(whereInFrance(latitude, longitude)).toBeUndefined()
})

it('agrees with Validata on its own boxes: borders and two territories are out', () => {
  expect(isInFranceForValidata(2.294481, 48.85837)).toBe(true)
  expect(isInFranceForValidata(48.85837, 2.294481)).toBe(false)
  expect(isInFranceForValidata(48.85837, 52)).toBe(false)
  expect(isInFranceForValidata(-5.141277, 48)).toBe(false)
  expect(isInFranceForValidata(-56.2, 46.8)).toBe(false)
})

it('tells one end of France from the other', () => {
  expect(mayBeInDepartment(1.81, 48.95, '78')).toBe(true)
  expect(mayBeInDepartment(5.37, 43.3, '78')).toBe(false)
  expect(mayBeInDepartment(-54.0, 3.6, '973')).toBe(true)
  expect(mayBeInDepartment(1.81, 48.95, 'inconnu')).toBe(true)
  expect(mayBeInFrance(-2.93, 43.26)).toBe(false)
})

it('knows which latitudes and longitudes a department may have', () => {
  expect(isAxisOfFrance('latitude', 48.9)).toBe(true)
  expect(isAxisOfFrance('latitude', 1.8)).toBe(false)
  expect(isAxisOfFrance('longitude', -61.5, '971')).toBe(true)
  expect(isAxisOfFrance('longitude', -61.5, '33')).toBe(false)
})
