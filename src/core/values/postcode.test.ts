import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCommunes } from '../places/communes/index.ts'
import { type PostcodeOptions, readPostcode } from './postcode.ts'

const value = (text: string, options?: PostcodeOptions) => {
  const reading = readPostcode(text, options)
  return reading.status === 'certain' ? reading.value : reading.status
}
const proposed = (text: string, options?: PostcodeOptions) => {
  const reading = readPostcode(text, options)
  return reading.status === 'doubtful' ? reading.candidates.map(candidate => candidate.value) : reading.status
}

describe('postcodes', () => {
  it.each([
    ['78680', '78680'],
    ['1250', '01250'],
    ['1250.0', '01250'],
    ['59440.0', '59440'],
    ['78 680', '78680'],
    ['F-78680', '78680'],
    ['78680 CEDEX', '78680'],
    ['75941 Cedex 19', '75941'],
    ['20000', '20000'],
    ['97400', '97400'],
    ['97150', '97150'],
    ['98800', '98800'],
  ])('%s', (text, expected) => expect(value(text)).toBe(expected))

  it.each(['00000', '99123', '786800', '123', 'NC', 'Épône'])('refuses « %s »', text =>
    expect(value(text)).toBe('refused'),
  )

  it('asks when a word or a second code would be lost', () => {
    expect(proposed('78680 Épône')).toEqual(['78680'])
    expect(proposed('78680-78410')).toEqual(['78680', '78410'])
  })

  it('asks when it is the INSEE code of a town of Corsica', () => {
    const communes = createCommunes('2A004\tAjaccio\t70000\t20000 20090')
    expect(proposed('2A004', { communes })).toEqual(['20000', '20090'])
    expect(proposed('2A004')).toEqual([])
  })

  it('loses no digit, never throws, and reads again what it wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 95999 }), code => {
        expect(value(String(code))).toBe(String(code).padStart(5, '0'))
      }),
    )
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9 .F-]{1,9}$/)), text => {
        const once = value(text)
        if (/^\d/.test(once)) expect(value(once)).toBe(once)
      }),
    )
  })
})
