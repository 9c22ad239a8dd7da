import { describe, expect, test } from 'vitest'
import { nearlyOsm } from './nearly-osm.ts'
import { readHours } from './read-hours.ts'

describe('OpenStreetMap hours typed in haste', () => {
  test.each([
    ['MO-SAT 09:00-18:30', 'Mo-Sa 09:00-18:30'],
    ['Mon-Fri 9:00-17:00', 'Mo-Fr 09:00-17:00'],
    ['mo-fr 08:00-12:00,mo-fr 14:00-19:00', 'Mo-Fr 08:00-12:00, Mo-Fr 14:00-19:00'],
    ['Mo-Su 8:00-12:00,Mo-Su 14:00-18:00', 'Mo-Su 08:00-12:00, Mo-Su 14:00-18:00'],
    ['Mo-Fr 08h00-18h00', 'Mo-Fr 08:00-18:00'],
  ])('« %s »', (text, value) => {
    expect(nearlyOsm(text)).toBe(value)
    expect(readHours(text).status).toBe('certain')
  })

  test.each([
    'mar 9h-12h',
    'Sa 9h-12h',
    'lundi 9:00-12:00',
    'Mo-Fr 08:00-20',
    'Mo Fr 14:00-17:00',
    'Mo-Fr 08:00-12:00 sauf PH',
    '',
  ])('« %s » is left to the French reader', text => expect(nearlyOsm(text)).toBeUndefined())
})
