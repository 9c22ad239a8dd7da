import { describe, expect, test } from 'vitest'
import { isBrand } from './brands.ts'
import { plainHeader } from './header-words.ts'
import { readPerson } from './read-person.ts'

describe('a text read as a name', () => {
  test.each([
    'Jean Dupont',
    'DUPONT Jean',
    'BOISSEAU CÉLINE',
    'M. et Mme ROUX Philippe',
    'M OU MME PICARD LUC',
    'Mme Vve Thuillier',
    'Consorts Delaunay',
    'INDIVISION VASSEUR',
    'Dr Sauvage',
  ])('« %s » is somebody', text => expect(readPerson(text).reading).toBe('sure'))

  test.each(['Alexia Moulin', 'Boulanger Cécile'])('« %s » may be: the family name is a thing', text =>
    expect(readPerson(text).reading).toBe('likely'),
  )

  test.each(['Claude Monet à Giverny', 'Garage Martin', 'SCI Les Érables', 'famille nombreuse', 'DUPONT 2024'])(
    '« %s » is nobody by itself',
    text => expect(['no', 'bare', 'likely']).toContain(readPerson(text).reading),
  )

  test('what towns name their streets after is honoured', () =>
    expect(readPerson('Victor Hugo').reading).toBe('honoured'))
})

test('a brand is known with its branch, and half of it is not one', () => {
  expect(isBrand(['franck', 'provost', 'epone'])).toBe(true)
  expect(isBrand(['franck', 'martin'])).toBe(false)
})

test.each([
  ['nomusage', 'nom usage'],
  ['dt nais', 'date naissance'],
  ['telportable', 'tel portable'],
  ['portage repas', 'portage repas'],
  ['nomenclature', 'nomenclature'],
])('the header « %s » reads « %s »', (written, read) => expect(plainHeader(written)).toBe(read))
