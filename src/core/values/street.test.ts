import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INDEX } from '../places/town-for-tests.ts'
import { readStreet } from './street.ts'

const written = (text: string, more = {}) => {
  const reading = readStreet(text, more)
  return reading.status === 'certain' ? reading.value : reading.status
}

describe('a street’s name as French writes it', () => {
  it.each([
    ['12 AV. DU GAL DE GAULLE', '12 avenue du Général de Gaulle'],
    ["RUE DE L'EGLISE", "Rue de l'Église"],
    ['12 BIS ALL DES TILLEULS', '12 bis allée des Tilleuls'],
    ['IMP. DU FOUR', 'Impasse du Four'],
    ['PL JEAN XXIII', 'Place Jean XXIII'],
    ['ZA DE LA COURONNE', 'ZA de la Couronne'],
    ['RUE DU 8 MAI 1945', 'Rue du 8 Mai 1945'],
    ['bd St Michel', 'boulevard Saint-Michel'],
    ['Bd. Voltaire', 'Boulevard Voltaire'],
    ['chem. des Vignes', 'chemin des Vignes'],
    ['r. des Lilas', 'rue des Lilas'],
  ])('« %s » is « %s »', (text, value) => expect(written(text)).toBe(value))

  it.each(['rue des Lilas', '12 Rue des Lilas', 'Rue Gal', 'Rue du Mal', 'RN10', 'R Martin', '12'])(
    '« %s » stays',
    text => {
      expect(readStreet(text)).toEqual({ status: 'certain', value: text })
    },
  )

  it('written again, it does not change', () => {
    const word = fc.constantFrom(
      'AV',
      'bd',
      'Rue',
      'r.',
      'DU',
      'de',
      "L'EGLISE",
      'St',
      'Gal',
      'GAULLE',
      'Lilas',
      '12',
      'XIV',
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), words => {
        const once = written(words.join(' '))
        expect(written(once)).toBe(once)
      }),
    )
  })
})

describe('with the town’s streets', () => {
  const official = (text: string) => written(text, { addresses: INDEX })
  it.each([
    ['12 av gal de gaulle', '12 avenue du Général de Gaulle'],
    ['RUE JEAN JAURES', 'Rue Jean Jaurès'],
    ['rue jean jaurès', 'rue jean jaurès'],
    ['r. de la Victoire', 'Rue du 8 Mai 1945'],
    ['rue Inconnue', 'rue Inconnue'],
  ])('« %s » is « %s »', (text, value) => expect(official(text)).toBe(value))
})

it('refuses what says that there is nothing', () => {
  expect(readStreet('néant').status).toBe('refused')
  expect(readStreet(' ')).toEqual({ status: 'empty' })
})
