import { describe, expect, test } from 'vitest'
import { brokenHours, isOpeningHours, openIntervals, sameHours, validHours } from './evaluate.ts'

describe('isOpeningHours, the official check', () => {
  test.each([
    '24/7',
    'Mo-Fr',
    'Mo-Fr 09:00-12:00,14:00-17:00',
    'Mo-Fr 9:00-12:00, 14:00-17:00',
    'Mo 10:00-12:00, We 10:00-12:00',
    'Apr 01-Sep 30 Mo-Sa 09:00-19:00; PH off',
    'Oct-Mar: Sa[1,-1] 10:00+',
    'week 01-53/2 Mo 09:00-12:00',
    'SH Mo-Fr 10:00-19:00',
    'Mo 09:00-12:00 || "sur rendez-vous"',
    'Mo-Fr 08:30-17:00 "sur rendez-vous; ou pas"',
    'easter -2 days off',
    '(sunrise-00:30)-sunset',
  ])('« %s » passes', value => expect(isOpeningHours(value)).toBe(true))

  test.each([
    '',
    'Lu-Ve',
    'lundi à dimanche',
    'true',
    'Mo 08:00-20',
    'Mo 09:00-12:00;',
    'Mo "sans fin',
    '25:00-26:00',
    'Mo-Fr 9h-12h',
  ])('« %s » does not', value => expect(isOpeningHours(value)).toBe(false))

  test('a long hostile value is answered at once', () => {
    expect(isOpeningHours(`${'Mo 10:00-12:00, '.repeat(300)}x`)).toBe(false)
  })
})

describe('brokenHours', () => {
  test.each([
    ['Mo 08:00-20:00, We 08:00-20, Th 08:00-20:008:00-20:00', 'j’attendais'],
    ['Mo-Su 0:00-25:00', '25:00'],
    ['Mo 09:75-12:00', 'minutes'],
    ['Mo 14:00-07:00', 'la fin est avant le début'],
    ['Mo-Su 00:00-00:00', 'même heure'],
    ['Mo 08:00-12:00,11:00-17:00', 'se chevauchent'],
    ['Mo-Fr', 'les heures manquent'],
    ['Feb 30 09:00-12:00', 'n’existe pas'],
  ])('« %s » is told', (value, words) => expect(brokenHours(value)).toContain(words))

  test.each(['24/7', 'Fr 20:00-02:00', 'Mo-Su 04:30-01:30', 'Mo-Fr 19:00-09:00', 'PH off', 'Mo-Fr 00:00-24:00', ''])(
    '« %s » is real',
    value => expect(brokenHours(value)).toBeUndefined(),
  )
})

describe('sameHours', () => {
  test('compares what is open, not the writing', () => {
    expect(sameHours('Tu,Th,Fr 09:00-12:00; We 10:00-11:00', 'Tu-Fr 09:00-12:00; We 10:00-11:00')).toBe(true)
    expect(sameHours('Mo 09:00-12:00', 'Mo 09:00-12:01')).toBe(false)
    expect(sameHours('Mo 09:00-12:00', 'Mo 09:00-12:00 "sur rendez-vous"')).toBe(false)
    expect(sameHours('We 14:00-18:00; SH off; SH Mo-Fr 14:00-18:00', 'We 14:00-18:00; SH Mo-Fr 14:00-18:00')).toBe(true)
  })
  test('a day of the year that differs is seen', () => {
    expect(sameHours('Mo-Fr 09:00-12:00', 'Mo-Fr 09:00-12:00; May 08 off')).toBe(false)
    expect(sameHours('Mo-Fr 09:00-12:00', 'Mo-Fr 09:00-12:00; PH off')).toBe(false)
  })
  test('what cannot be evaluated is not the same as anything else', () => {
    expect(sameHours('mardi du 9', 'Tu')).toBe(false)
  })
})

describe('school holidays beyond the library', () => {
  test('our calendar of the zone gives the same as the library where both know', () => {
    const place = { latitude: 45.7, longitude: 4.8, region: 'Auvergne-Rhône-Alpes' }
    // The library adds the name of the holidays as a comment: only the times are compared.
    const times = (value: string) => openIntervals(value, 2026, place)?.map(({ from, to }) => [from, to])
    expect(times('SH Mo-Fr 10:00-19:00')).toEqual(
      times(
        '2025 Dec 21-2026 Jan 04,2026 Feb 08-2026 Feb 22,2026 Apr 05-2026 Apr 19,2026 Jul 05-2026 Aug 31,2026 Oct 18-2026 Nov 01,2026 Dec 20-2027 Jan 03 Mo-Fr 10:00-19:00',
      ),
    )
  })
  test('the year when the library throws is answered from our calendar', () => {
    expect(openIntervals('Mo 10:00-12:00; SH off', 2027)?.length).toBeGreaterThan(15)
    expect(openIntervals('Mo 10:00-12:00; SH off', 2040)).toBeUndefined()
  })
  test('an unknown region does not throw', () => {
    expect(validHours('Mo 10:00-12:00; SH off')).toBe(true)
    const place = { latitude: 42, longitude: 9, region: 'Nulle-Part' }
    expect(openIntervals('Mo 10:00-12:00; SH off', 2026, place)).toBeDefined()
  })
})
