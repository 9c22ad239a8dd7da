import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitAddress } from './split.ts'

/** number | street | postcode | town | complement */
const parts = (text: string): string => {
  const { number, street, postcode, town, complement } = splitAddress(text)
  return [number, street, postcode, town, complement].join('|')
}

describe('an address taken apart', () => {
  it.each([
    ['12 bis rue des Lilas 99100 Valbourg', '12 bis|rue des Lilas|99100|Valbourg|'],
    ['12, rue des Lilas', '12|rue des Lilas|||'],
    ['Rue des Lilas, 12', '12|Rue des Lilas|||'],
    ['Rue des Lilas n° 12', '12|Rue des Lilas|||'],
    ['n°12 rue des Lilas', '12|rue des Lilas|||'],
    ['0012 RUE DES LILAS', '12|RUE DES LILAS|||'],
    ['3D impasse du Four', '3D|impasse du Four|||'],
    ['12-14 rue des Lilas', '12-14|rue des Lilas|||'],
    ['12 - 14 rue des Lilas', '12 - 14|rue des Lilas|||'],
    ['12/14 rue des Lilas', '12/14|rue des Lilas|||'],
    ['12 et 14, rue des Lilas', '12 et 14|rue des Lilas|||'],
    ['12, 14 rue des Lilas', '12, 14|rue des Lilas|||'],
    ['12 r des Lilas', '12|r des Lilas|||'],
    ['12 R rue des Lilas', '12 R|rue des Lilas|||'],
    ['face au 12 rue des Lilas', '|face au 12 rue des Lilas|||'],
    ['entre le 12 et le 14 rue des Lilas', '|entre le 12 et le 14 rue des Lilas|||'],
  ])('reads the number of « %s »', (text, expected) => expect(parts(text)).toBe(expected))

  it.each([
    ['rue du 8 mai 1945', '|rue du 8 mai 1945|||'],
    ['3 place du 8 mai 1945', '3|place du 8 mai 1945|||'],
    ['8 mai 1945 (rue du)', '|8 mai 1945 (rue du)|||'],
    ['lieu-dit La Falaise', '|lieu-dit La Falaise|||'],
    ['ZA de la Couronne', '|ZA de la Couronne|||'],
    ['12 A LA FERME', '12|A LA FERME|||'],
    ['12 rue de la Porte 3', '12|rue de la Porte 3|||'],
    ['gymnase', '|gymnase|||'],
    ['', '||||'],
  ])('leaves « %s » whole', (text, expected) => expect(parts(text)).toBe(expected))

  it.each([
    ['12 rue des Lilas, Valbourg (99100)', '12|rue des Lilas|99100|Valbourg|'],
    ['99100 Valbourg 12 rue des Lilas', '12|rue des Lilas|99100|Valbourg|'],
    ['Rue des Lilas\n99 100 Valbourg', '|Rue des Lilas|99100|Valbourg|'],
    ['12 rue des Lilas 75012 PARIS 12', '12|rue des Lilas|75012|PARIS 12|'],
    ['CS 40012 99100 VALBOURG', '||99100|VALBOURG|CS 40012'],
    ['12 rue des Lilas, 99100 Valbourg, France', '12|rue des Lilas|99100|Valbourg|France'],
  ])('finds the town of « %s »', (text, expected) => expect(parts(text)).toBe(expected))

  it.each([
    ['Mairie, 1 place de la République', '1|place de la République|||Mairie'],
    ['Mairie 1 place de la République', '1|place de la République|||Mairie'],
    ['Résidence Les Lilas 12 rue du Bac', '12|rue du Bac|||Résidence Les Lilas'],
    ['12 rue des Lilas Bat. 3', '12|rue des Lilas|||Bat. 3'],
    ['Bât B 3e étage 12 rue du Bac', '12|rue du Bac|||3e étage, Bât B'],
    ['02 AVENUE FOCH CAGE B 99100 VALBOURG', '2|AVENUE FOCH|99100|VALBOURG|CAGE B'],
    ['12 rue du Bac (près du lavoir) 99100 Valbourg', '12|rue du Bac|99100|Valbourg|près du lavoir'],
    ['4 rue Haute lieu-dit Le Bas', '4|rue Haute|||lieu-dit Le Bas'],
    ['12 rue du Bac\nBP 12\n99100 VALBOURG', '12|rue du Bac|99100|VALBOURG|BP 12'],
  ])('keeps the complement of « %s »', (text, expected) => expect(parts(text)).toBe(expected))

  it('keeps « CEDEX » apart: its postcode is not that of the commune', () => {
    expect(splitAddress('12 RUE DES LILAS - 99102 VALBOURG CEDEX 2')).toEqual({
      number: '12',
      street: 'RUE DES LILAS',
      postcode: '99102',
      town: 'VALBOURG',
      complement: '',
      cedex: 'CEDEX 2',
    })
  })

  it('loses no letter and no digit, whatever the text', () => {
    const piece = fc.constantFrom(
      '12',
      'bis',
      'rue',
      'des',
      'Lilas',
      ',',
      ' - ',
      '99100',
      'Valbourg',
      'BP 4',
      'Bât B',
      'CEDEX',
      '\n',
      'de',
      "l'",
      '(',
      '8 mai',
      '2e étage',
      'n°',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const text = pieces.join(' ')
        const letters = (one: string) =>
          [
            ...one
              .toLowerCase()
              .replace(/n\s?°/g, '')
              .replace(/[^\p{L}\p{N}]/gu, ''),
          ]
            .sort()
            .join('')
        expect(letters(Object.values(splitAddress(text)).join(''))).toBe(letters(text))
      }),
      { numRuns: 500 },
    )
  })
})
