import { describe, expect, test } from 'vitest'
import { search } from './search.ts'
import { distance, folded, stemmed, wordsOf } from './words.ts'

const SETS = [
  'Défibrillateurs de la commune d’Épône, 2021',
  'Parkings à vélos d’Épône, 2021',
  'Monuments historiques d’Épône',
  'Horaires des commerces d’Épône, 2021',
  'Locaux municipaux et bureaux de vote',
  'Lieux de stationnement d’Épône',
]
const found = (text: string) => search(SETS, text, title => [{ text: title, weight: 1 }])

describe('search of the catalogue', () => {
  test.each([
    ['defibrillateur', [SETS[0]]],
    ['DÉFIBRILLATEURS', [SETS[0]]],
    ['defribillateur', [SETS[0]]],
    ['vélo parking', [SETS[1]]],
    ['monument historique', [SETS[2]]],
    ['comerces', [SETS[3]]],
    ['commer', [SETS[3]]],
    ['local municipal', [SETS[4]]],
    ['bureau', [SETS[4]]],
    ['les lieux de stationement', [SETS[5]]],
    ['piscine', []],
    ['vélo piscine', []],
  ])('« %s »', (text, wanted) => {
    expect(found(text)).toEqual(wanted)
  })

  test('nothing asked, or only small words: everything, in order', () => {
    expect(found('')).toEqual(SETS)
    expect(found(' de la ')).toEqual(SETS)
  })

  test('what is nearer comes first', () => {
    const parts = (title: string) => [{ text: title, weight: 1 }]
    expect(search(['Communes', 'Commune'], 'commune', parts)).toEqual(['Communes', 'Commune'])
    expect(search(['Commerces', 'Commerce de gros commerciaux', 'Commer'], 'commer', parts)[0]).toBe('Commer')
  })

  test('a heavier part counts more', () => {
    const items = [
      { title: 'Budget', about: 'vélos' },
      { title: 'Vélos', about: '' },
    ]
    const [first] = search(items, 'velo', ({ title, about }) => [
      { text: title, weight: 5 },
      { text: about, weight: 1 },
    ])
    expect(first?.title).toBe('Vélos')
  })
})

test('words', () => {
  expect(folded('Œuvres d’Épône')).toBe('oeuvres d’epone')
  expect(wordsOf('Les jeux de l’hôpital, 2021')).toEqual(['jeu', 'hopital', '2021'])
  expect(['vélos', 'locaux', 'eaux', 'jeux', 'prix', 'adresse', 'bus'].map(folded).map(stemmed)).toEqual([
    ...['velo', 'local', 'eau', 'jeu', 'pri', 'adresse', 'bus'],
  ])
  expect(distance('abcd', 'abdc', 2)).toBe(1)
  expect(distance('abcd', 'wxyz', 2)).toBeGreaterThan(2)
})
