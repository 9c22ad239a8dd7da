import { describe, expect, test } from 'vitest'
import { parseModel } from '../models/parse-model.ts'
import { unitOfField, unitOfHeader } from './units.ts'

const field = (name: string, title?: string, type = 'number') =>
  parseModel({ fields: [{ name, type, ...(title && { title }) }] }).fields[0]!

describe('the unit that a field wants', () => {
  test.each([
    ['puissance_w', undefined, 'W'],
    ['surface_m2', undefined, 'm²'],
    ['hauteur', 'Hauteur en centimètres', 'cm'],
    ['surface', 'Surface, en mètres carrés', 'm²'],
    ['puissance_nominale', 'Puissance en kW', 'kW'],
    ['montant', 'Montant en euros', '€'],
    ['nb_places', 'Nombre de places', undefined],
    ['annee', 'Année en cours', undefined],
  ])('%s, « %s »: %s', (name, title, unit) => expect(unitOfField(field(name, title))).toBe(unit))

  test('a text has no unit', () =>
    expect(unitOfField(field('hauteur_max', 'en centimètres', 'string'))).toBeUndefined())
})

test.each([
  ['Hauteur (m)', 'm'],
  ['circonference (en cm)', 'cm'],
  ['Surface en hectares', 'ha'],
  ['PUISSANCE_KW', 'kW'],
  ['Nom (usuel)', undefined],
  ['code_a', undefined],
])('« %s » says %s', (header, unit) => expect(unitOfHeader(header)).toBe(unit))
