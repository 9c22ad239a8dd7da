import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readChoices } from './choices.ts'

const DAYS = ['7j/7', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche', 'jours fériés']
const HOURS = ['heures ouvrables', 'heures de nuit', '24h/24']
const WASTE = ['verre', 'papier', 'carton', 'ordures ménagères', 'déchets verts']

describe('readChoices', () => {
  test.each([
    ['lundi|mardi', DAYS, 'lundi|mardi'],
    ['Lundi, Mardi et vendredi', DAYS, 'lundi|mardi|vendredi'],
    ['du mardi au samedi', DAYS, 'mardi|mercredi|jeudi|vendredi|samedi'],
    ['7 jours sur 7', DAYS, '7j/7'],
    ['7J/7', DAYS, '7j/7'],
    ['samedi ; jours feries', DAYS, 'samedi|jours fériés'],
    ['24/24', HOURS, '24h/24'],
    ['24H/24', HOURS, '24h/24'],
    ['en permanence', HOURS, '24h/24'],
    ['Heures ouvrables', HOURS, 'heures ouvrables'],
    ['Verre / Papier', WASTE, 'verre|papier'],
    ['verre\ncartons', WASTE, 'verre|carton'],
    ['Ordures ménagères et déchets verts', WASTE, 'ordures ménagères|déchets verts'],
  ])('« %s »', (text, values, value) =>
    expect(readChoices(text, { values })).toMatchObject({ status: 'certain', value }),
  )

  test.each([
    ['verre, batteries', WASTE],
    ['selon le gardien', HOURS],
    ['un samedi sur deux', DAYS],
  ])('« %s » is asked, the whole of it', (text, values) =>
    expect(readChoices(text, { values }).status).not.toBe('certain'),
  )

  test('a certain value holds only values of the list, and reads as itself', () => {
    const piece = fc.constantFrom(...WASTE, 'VERRE', 'cartons', 'autre chose')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), fc.constantFrom('|', ', ', ' et ', ' / '), (pieces, mark) => {
        const reading = readChoices(pieces.join(mark), { values: WASTE })
        if (reading.status !== 'certain') return
        for (const one of reading.value.split('|')) expect(WASTE).toContain(one)
        expect(readChoices(reading.value, { values: WASTE })).toMatchObject({ value: reading.value })
      }),
    )
  })
})
