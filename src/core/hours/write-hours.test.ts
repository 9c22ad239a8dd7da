import { describe, expect, test } from 'vitest'
import { sameHours } from './evaluate.ts'
import { PHRASES } from './phrases-for-tests.ts'
import { readHours } from './read-hours.ts'
import { writeHours } from './write-hours.ts'

const textOf = (value: string): string | undefined => {
  const written = writeHours(value)
  return written.status === 'written' ? written.text : undefined
}

/** The sentence, read again. */
const andBack = (value: string): string | undefined => {
  const reading = readHours(textOf(value) ?? '')
  return reading.status === 'certain' ? reading.value : undefined
}

describe('writeHours', () => {
  test.each([
    [
      'Tu-Sa 09:00-12:30,14:00-18:00; PH off',
      'du mardi au samedi de 9 h à 12 h 30 et de 14 h à 18 h ; fermé les jours fériés',
    ],
    ['24/7', '24 h/24, 7 j/7'],
    ['Mo-Fr 00:00-24:00', 'du lundi au vendredi 24 h/24'],
    ['Mo-Fr 09:00-17:00; We 09:00-12:00', 'lundi, mardi, jeudi et vendredi de 9 h à 17 h ; mercredi de 9 h à 12 h'],
    ['Mo-Fr 09:00-12:00; Sa off', 'du lundi au vendredi de 9 h à 12 h ; samedi fermé'],
    [
      'We 14:00-18:00; SH off; SH Mo-Fr 10:00-18:00',
      'en période scolaire : mercredi de 14 h à 18 h ; pendant les vacances scolaires : du lundi au vendredi de 10 h à 18 h',
    ],
    ['Sa[1,-1] 09:00-12:00', '1er et dernier samedi du mois de 9 h à 12 h'],
    ['week 02-52/2 Tu 09:00-12:00', 'les semaines paires : mardi de 9 h à 12 h'],
    ['Mo 09:00-12:00 || "sur rendez-vous"', 'lundi de 9 h à 12 h ; et sur rendez-vous'],
    ['Fr 20:00-02:00', 'vendredi de 20 h à 2 h'],
    ['', ''],
  ])('« %s »', (value, text) => expect(textOf(value)).toBe(text))

  test.each([
    'mardi 9h-12h',
    'Mo-Fr 10:00+',
    'Mo-Fr sunrise-sunset',
    '2026 Mo 09:00-12:00',
    'Mo 09:00-12:00 "entrée par la cour"',
  ])('« %s »: says that it cannot', value =>
    expect(writeHours(value)).toMatchObject({ status: 'refused', reason: expect.stringContaining('«') }),
  )

  const beyondPlainWeeks = PHRASES.map(([, value]) => value).filter(value =>
    /["[]|week|SH|PH|[A-Z][a-z]{2}\b|off/.test(value),
  )

  test.each([...new Set(beyondPlainWeeks)])('« %s » there and back', value => {
    const back = andBack(value)
    expect(back).toBeDefined()
    expect(sameHours(back!, value), `${textOf(value)} → ${back}`).toBe(true)
  })
})
