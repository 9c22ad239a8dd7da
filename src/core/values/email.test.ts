import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmail, readEmail } from './email.ts'

const value = (text: string) => {
  const reading = readEmail(text)
  return reading.status === 'certain' ? reading.value : reading.status
}

test.each([
  ['mairie@epone.fr', 'mairie@epone.fr'],
  [' mairie@EPONE.fr ', 'mairie@epone.fr'],
  ['Jean.Martin@exemple.fr', 'Jean.Martin@exemple.fr'],
  ['mailto:mairie@epone.fr?subject=Bonjour', 'mairie@epone.fr'],
  ['<mairie@epone.fr>', 'mairie@epone.fr'],
  ['mairie@epone.fr;', 'mairie@epone.fr'],
  ['Courriel : mairie@epone.fr', 'mairie@epone.fr'],
  ['mairie (at) epone.fr', 'mairie@epone.fr'],
  ['mairie[at]epone[point]fr', 'mairie@epone.fr'],
  ['contact@café.fr', 'contact@café.fr'],
])('%s gives %s', (text, expected) => expect(value(text)).toBe(expected))

test('the right address has no note, a changed one has', () => {
  expect(readEmail('mairie@epone.fr')).toEqual({ status: 'certain', value: 'mairie@epone.fr' })
  expect(readEmail('mairie@EPONE.FR')).toHaveProperty('note')
})

test.each([
  ['mairie@epone.fr ; accueil@epone.fr', ['mairie@epone.fr', 'accueil@epone.fr']],
  ['mairie@epone.fr/accueil@epone.fr', ['mairie@epone.fr', 'accueil@epone.fr']],
  ['Jean Martin <jean@exemple.fr>', ['jean@exemple.fr']],
  ['mairie @epone.fr', ['mairie@epone.fr']],
  ['mairie@epone,fr', ['mairie@epone.fr']],
  ['élus@epone.fr', ['elus@epone.fr']],
])('%s is asked', (text, expected) => {
  const reading = readEmail(text)
  expect(reading.status === 'doubtful' && reading.candidates.map(candidate => candidate.value)).toEqual(expected)
})

test.each(['mairie', 'mairie@', '@epone.fr', 'mairie@epone', 'a@b@', 'NC', 'x'.repeat(5000)])('%s is refused', text =>
  expect(readEmail(text).status).toBe('refused'),
)

test('an empty cell is empty', () => expect(readEmail('\u00A0').status).toBe('empty'))

test('random text never throws; a certain value is an address that reads again as itself', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'abcé@.,; <>()-_'), maxLength: 30 })
  fc.assert(
    fc.property(fc.oneof(fc.string(), signs, fc.emailAddress()), text => {
      const reading = readEmail(text)
      if (reading.status !== 'certain') return
      expect(isEmail(reading.value)).toBe(true)
      expect(readEmail(reading.value)).toEqual({ status: 'certain', value: reading.value })
    }),
    { numRuns: 1000 },
  )
})
