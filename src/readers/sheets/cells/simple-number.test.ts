import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileFormat, tokenize } from './format.ts'
import { formatNumber } from './format-number.ts'

test('the quick way shows what the general way shows', () => {
  const code = fc.constantFrom('0', '00000', '#,##0', '#,##0.00', '0.0', '#,##0.00 "€"', '"n° "0', '0.000000')
  const value = fc.oneof(
    fc.double({ min: 0, max: 1e12, noNaN: true }),
    fc.integer({ min: 0, max: 1_000_000 }),
    fc.integer({ min: 0, max: 10_000_000 }).map(cents => cents / 100),
    fc.integer({ min: 0, max: 1_000_000 }).map(half => half / 1000 + 0.0005),
  )
  fc.assert(
    fc.property(code, value, (text, number) => {
      const general = formatNumber(number, [{ tokens: tokenize(text), simple: undefined }])
      expect(compileFormat(text).show(number, false)).toBe(general)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['#,##0.00 "€"', 1234567.891, '1\u202f234\u202f567,89 €'],
  ['0.00', 1.005, '1,01'],
  ['00000', 1001, '01001'],
  ['#,##0;-#,##0', -1234, '-1\u202f234'],
  ['0.00', 0.995, '1,00'],
])('%s of %d is %s', (code, value, shown) => {
  expect(compileFormat(code).show(value, false)).toBe(shown)
  expect(formatNumber(value, [])).toBe(String(value).replace('.', ','))
})
