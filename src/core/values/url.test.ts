import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUrl, readUrl } from './url.ts'

const value = (text: string) => {
  const reading = readUrl(text)
  return reading.status === 'certain' ? reading.value : reading.status
}

test.each([
  ['https://www.epone.fr', 'https://www.epone.fr'],
  ['HTTP://Epone.fr/Plan%20du%20site?a=1&b=2#haut', 'HTTP://Epone.fr/Plan%20du%20site?a=1&b=2#haut'],
  [' https://epone.fr/ ', 'https://epone.fr/'],
  ['www.epone.fr', 'https://www.epone.fr'],
  ['epone.fr/mairie', 'https://epone.fr/mairie'],
  ['//epone.fr', 'https://epone.fr'],
  ['http:/epone.fr', 'http://epone.fr'],
  ['http//epone.fr', 'http://epone.fr'],
  ['htpps://epone.fr', 'https://epone.fr'],
  ['https://épône.fr/été', 'https://épône.fr/été'],
])('%s gives %s', (text, expected) => expect(value(text)).toBe(expected))

test('nothing is changed nor told of a right address; an added scheme is told', () => {
  expect(readUrl('http://epone.fr/A b'.replace(' ', '+'))).toEqual({ status: 'certain', value: 'http://epone.fr/A+b' })
  expect(readUrl('www.epone.fr')).toHaveProperty('note', expect.stringContaining('https://'))
})

test.each([
  ['www.epone.fr et www.nezel.fr', ['https://www.epone.fr', 'https://www.nezel.fr']],
  ['site : https://epone.fr', ['https://epone.fr']],
  ['musee.museum', ['https://musee.museum']],
])('%s is asked', (text, expected) => {
  const reading = readUrl(text)
  expect(reading.status === 'doubtful' && reading.candidates.map(candidate => candidate.value)).toEqual(expected)
})

test.each(['https://epone.fr/plan du site', 'mairie', 'mairie@epone.fr', 'plan.pdf', 'ftp', 'NC', 'https://', 'non'])(
  '%s is refused',
  text => expect(readUrl(text)).toMatchObject({ status: 'refused', reason: expect.stringMatching(/\S/) }),
)

test('random text never throws; a certain value is an address that reads again as itself', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'htps:/.wfr é?#@'), maxLength: 30 })
  fc.assert(
    fc.property(fc.oneof(fc.string(), signs, fc.webUrl()), text => {
      const reading = readUrl(text)
      if (reading.status !== 'certain') return
      expect(isUrl(reading.value)).toBe(true)
      expect(readUrl(reading.value)).toEqual({ status: 'certain', value: reading.value })
    }),
    { numRuns: 1000 },
  )
})

test('addresses that are right stay as they are', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), url => {
      if (isUrl(url)) expect(readUrl(url)).toEqual({ status: 'certain', value: url })
    }),
  )
})
