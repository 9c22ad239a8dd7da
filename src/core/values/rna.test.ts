import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readRna } from './rna.ts'

const value = (text: string) => {
  const reading = readRna(text)
  return reading.status === 'certain' ? reading.value : reading.status
}

it.each([
  ['W781234567', 'W781234567'],
  ['w 781 234 567', 'W781234567'],
  ['N° RNA : W781234567', 'W781234567'],
  ['W9R1234567', 'W9R1234567'],
  ['W2A1234567', 'W2A1234567'],
])('%s', (text, expected) => expect(value(text)).toBe(expected))

it.each(['12233', 'W78123456', '781234567', 'NC', 'X781234567'])('refuses « %s »', text =>
  expect(value(text)).toBe('refused'),
)

it('never throws, and reads again what it wrote', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^W[0-9A-Z ]{8,12}$/)), text => {
      const once = value(text)
      if (once.startsWith('W')) expect(value(once)).toBe(once)
    }),
  )
})
