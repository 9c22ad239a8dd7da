import { describe, expect, test } from 'vitest'
import { daysOf, isAlways } from './days-of.ts'

describe('daysOf', () => {
  test.each([
    ['du mardi au samedi', [1, 2, 3, 4, 5]],
    ['7 jours sur 7', [0, 1, 2, 3, 4, 5, 6]],
    ['7j/7', [0, 1, 2, 3, 4, 5, 6]],
    ['tous les jours', [0, 1, 2, 3, 4, 5, 6]],
    ['lundi, mercredi et vendredi', [0, 2, 4]],
    ['lun-ven', [0, 1, 2, 3, 4]],
    ['samedi', [5]],
  ])('« %s »', (text, days) => expect(daysOf(text)).toEqual(days))

  test.each(['', 'sur demande', 'heures ouvrables', 'du mardi au samedi de 9h à 12h', 'un samedi sur deux'])(
    '« %s » names no plain days',
    text => expect(daysOf(text)).toBeUndefined(),
  )
})

test.each(['24h/24', '24/24', '24h/24 et 7j/7', 'H24'])('« %s » is always', text => expect(isAlways(text)).toBe(true))
test.each(['', '8h-18h', 'heures ouvrables'])('« %s » is not', text => expect(isAlways(text)).toBe(false))
