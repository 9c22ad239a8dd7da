import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { luhn } from './luhn.ts'
import { isSiret, isSiretForFrance } from './sirene-key.ts'
import { isDestroyedSiret, readSiret } from './siret.ts'

const value = (text: string) => {
  const reading = readSiret(text)
  return reading.status === 'certain' ? reading.value : reading.status
}
const proposed = (text: string) => {
  const reading = readSiret(text)
  return reading.status === 'doubtful' ? reading.candidates.map(candidate => candidate.value) : reading.status
}

describe('SIRET', () => {
  it.each([
    ['83014132100026', '83014132100026'],
    ['830 141 321 00026', '83014132100026'],
    ['830\u00A0141\u00A0321\u202F00026', '83014132100026'],
    ['SIRET n° 830 141 321 00026', '83014132100026'],
    ['83014132100026.0', '83014132100026'],
    ['8.3014132100026E13', '83014132100026'],
    ['8,3014132100026E+13', '83014132100026'],
  ])('%s', (text, expected) => expect(value(text)).toBe(expected))

  it('knows La Poste: its establishments follow a rule of their own, its head office the usual one', () => {
    expect(value('35600000049837')).toBe('35600000049837')
    expect(value('35600000000048')).toBe('35600000000048')
    expect(value('35600000049838')).toBe('refused')
    expect(isSiretForFrance('356 000 000 49837')).toBe(true)
  })

  it.each(['529173188', '83014132100020', '830141321', '00000000000000', '0', 'Néant'])('does not take « %s »', text =>
    expect(value(text)).not.toMatch(/^\d/),
  )

  it('asks for the whole number when there is only the SIREN', () => expect(proposed('830141321')).toEqual([]))

  it('asks which of several', () => {
    expect(proposed('83014132100026 / 35600000000048')).toEqual(['83014132100026', '35600000000048'])
  })
})

describe('a SIRET that a spreadsheet destroyed', () => {
  it.each(['21860194600000.0', '45032466000000.0', '45032466000000', '2,17802E+13', '2.1780217E+13', '4,03565E+13'])(
    '%s is recognised, and nothing is guessed',
    text => {
      expect(isDestroyedSiret(text)).toBe(true)
      expect(proposed(text)).toEqual([])
    },
  )

  it('is not a whole one', () => {
    expect(isDestroyedSiret('83014132100026')).toBe(false)
    expect(isDestroyedSiret('4.0356497400034E13')).toBe(false)
    expect(isDestroyedSiret('00000000000000')).toBe(false)
  })
})

describe('lost zeros', () => {
  const ending = (start: string) => [...'0123456789'].map(key => start + key).find(isSiret)
  const withZero = fc
    .stringMatching(/^0[1-9]\d{6}$/)
    .map(start => [...'0123456789'].map(key => start + key).find(luhn)!)
    .map(siren => ending(`${siren}0001`)!)

  it('13 digits become 14 only when the key then agrees', () => {
    fc.assert(
      fc.property(withZero, fc.integer({ min: 1, max: 9 }), (siret, more) => {
        expect(value(siret.slice(1))).toBe(siret)
        const wrong = siret.slice(1, 13) + ((Number(siret[13]) + more) % 10)
        expect(value(wrong)).not.toMatch(/^\d/)
      }),
    )
  })

  it('12 digits are asked', () => {
    fc.assert(
      fc.property(withZero, siret => {
        const short = siret.slice(2)
        expect(readSiret(short).status).not.toBe('certain')
      }),
    )
  })
})

it('never throws, and reads again what it wrote', () => {
  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9 .,E+-]{1,24}$/))
  fc.assert(
    fc.property(cell, text => {
      const once = value(text)
      if (/^\d/.test(once)) expect(value(once)).toBe(once)
    }),
  )
})
