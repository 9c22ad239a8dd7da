import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPhoneForFrance, readPhone } from './phone.ts'

const value = (text: string) => {
  const reading = readPhone(text)
  return reading.status === 'certain' ? reading.value : reading.status
}
const candidates = (text: string) => {
  const reading = readPhone(text)
  return reading.status === 'doubtful' ? reading.candidates.map(candidate => candidate.value) : reading.status
}

describe('one number', () => {
  test.each([
    ['02 61 91 13 45', '+33261911345'],
    ['02.61.91.13.45', '+33261911345'],
    ['  026  191  13  45  ', '+33261911345'],
    ['+33 (0)2 61 91 13 45', '+33261911345'],
    ['+33 02 61 91 13 45', '+33261911345'],
    ['0033 2 61 91 13 45', '+33261911345'],
    ['33261911345', '+33261911345'],
    ['261911345', '+33261911345'],
    ['261911345.0', '+33261911345'],
    ['Tél. : 02 61 91 13 45', '+33261911345'],
    ['06 12 34 56 78 (portable)', '+33612345678'],
    ['08 00 12 34 56', '+33800123456'],
    ['0590 12 34 56', '+590590123456'],
    ['+33 590 12 34 56', '+590590123456'],
    ['0692 12 34 56', '+262692123456'],
    ['0596 60 12 34', '+596596601234'],
    ['0594 30 12 34', '+594594301234'],
    ['0269 61 12 34', '+262269611234'],
    ['0696 20 12 34', '+596696201234'],
    ['+33 5 96 60 12 34', '+596596601234'],
    ['+32 2 512 34 56', '+3225123456'],
  ])('%s gives %s', (text, expected) => expect(value(text)).toBe(expected))

  test.each(['15', '17', '112', '115', '3010', '3949', '116117', '118218'])('short number %s is kept', text =>
    expect(readPhone(text)).toEqual({ status: 'certain', value: text }),
  )

  test('a number already right has no note; a lost zero has one that says so', () => {
    expect(readPhone('+33261911345')).toEqual({ status: 'certain', value: '+33261911345' })
    expect(readPhone('261911345')).toMatchObject({ note: expect.stringContaining('zéro du début') })
  })
})

describe('asked or refused', () => {
  test.each([
    ['02 61 91 13 45 / 06 12 34 56 78', ['+33261911345', '+33612345678']],
    ['02 61 91 13 45 ou 06.12.34.56.78', ['+33261911345', '+33612345678']],
    ['0261911345 0612345678', ['+33261911345', '+33612345678']],
    ['261911345 - 612345678', ['+33261911345', '+33612345678']],
    ['02 61 91 13 45/46', ['+33261911345', '+33261911346']],
    ['15 / 112', ['15', '112']],
    ['02 61 91 13 45 poste 12', ['+33261911345']],
    ['Mme Martin 02 61 91 13 45', ['+33261911345']],
    ['07 00 00 00 00', ['+33700000000']],
    ['78680', ['78680']],
    ['2,61E+08', []],
  ])('%s is asked', (text, expected) => expect(candidates(text)).toEqual(expected))

  test.each(['619 13 45', '02 61 91 13', 'mairie', 'NC', '0000000000', '1'.repeat(10_000)])('%s is refused', text =>
    expect(readPhone(text)).toMatchObject({ status: 'refused', reason: expect.stringMatching(/\S/) }),
  )

  test('an empty cell is empty', () => expect(readPhone(' \u00A0')).toEqual({ status: 'empty' }))
})

describe('phone-number-value, as Validata', () => {
  test.each([
    '02 61 91 13 45',
    '0261911345',
    '  026  191  13  45  ',
    '+33 2 61 91 13 45',
    '115',
    '3949',
    '+3225123456',
  ])('accepts %s', text => expect(isPhoneForFrance(text)).toBe(true))
  test.each(['619 13 45', '', 'mairie', '0590123456', '02 61 91 13 45 / 06 12 34 56 78', '02 61 91 13 45 poste 12'])(
    'refuses %s',
    text => expect(isPhoneForFrance(text)).toBe(false),
  )
})

test('random text never throws; what is certain reads again as itself and passes the check of Validata', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'0123456789 +.-/()abc,;\u00A0é'), maxLength: 40 })
  fc.assert(
    fc.property(fc.oneof(fc.string(), signs), text => {
      isPhoneForFrance(text)
      const reading = readPhone(text)
      if (reading.status !== 'certain') return
      expect(readPhone(reading.value)).toEqual({ status: 'certain', value: reading.value })
    }),
    { numRuns: 2000 },
  )
})

test('every French number comes back from its usual writings', () => {
  const national = fc
    .tuple(fc.constantFrom('1', '2', '3', '4', '5'), fc.stringMatching(/^[1-9]\d{7}$/))
    .map(p => p.join(''))
  fc.assert(
    fc.property(national, fc.constantFrom('', ' ', '.', '-', '\u00A0'), (digits, sign) => {
      const reading = readPhone(`+33${digits}`)
      if (reading.status !== 'certain' || !reading.value.startsWith('+33')) return
      const pairs = `0${digits}`.match(/../g)!.join(sign)
      expect(value(pairs)).toBe(reading.value)
      expect(value(digits)).toBe(reading.value)
    }),
  )
})
