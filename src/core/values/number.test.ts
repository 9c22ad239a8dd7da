import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDecimal } from './decimal.ts'
import { type NumberOptions, readInteger, readNumber } from './number.ts'
import { profileNumbers } from './number-profile.ts'

const value = (text: string, options?: NumberOptions, reader = readNumber) => {
  const reading = reader(text, options)
  return reading.status === 'certain' ? reading.value : reading
}
const candidates = (text: string, options?: NumberOptions, reader = readNumber) => {
  const reading = reader(text, options)
  return reading.status === 'doubtful' ? reading.candidates.map(one => one.value) : reading
}

const digits = fc.stringMatching(/^[1-9]\d{0,24}$/)
const decimals = fc.stringMatching(/^\d{0,12}$/)
const group = (whole: string, mark: string) => whole.replace(/\B(?=(?:\d{3})+$)/g, mark)

describe('a number written the French way', () => {
  it('reads back digit by digit, with any space between thousands', () => {
    const space = fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009', '’', "'")
    fc.assert(
      fc.property(fc.boolean(), digits, decimals, space, (negative, whole, rest, mark) => {
        const sign = negative ? '-' : ''
        const text = `${sign}${group(whole, mark)}${rest && ','}${rest}`
        const expected = `${sign}${whole}${rest && '.'}${rest}`
        // « 123,456 » alone may be thousands: only its column can tell.
        if (rest.length === 3 && whole.length <= 3) expect(candidates(text)).toContain(expected)
        else expect(value(text)).toBe(expected)
        expect(value(text, { decimal: 'comma' })).toBe(expected)
        expect(value(`${text} €`, { decimal: 'comma' })).toBe(expected)
      }),
    )
  })

  it('reads back with points between thousands', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{3,20}$/), decimals, (whole, rest) => {
        if (rest === '' && whole.length <= 6) return
        expect(value(`${group(whole, '.')}${rest && ','}${rest}`)).toBe(`${whole}${rest && '.'}${rest}`)
        expect(value(`${group(whole, ',')}${rest && '.'}${rest}`)).toBe(`${whole}${rest && '.'}${rest}`)
      }),
    )
  })

  it('keeps a canonical number as it is', () => {
    fc.assert(
      fc.property(fc.boolean(), digits, decimals, (negative, whole, rest) => {
        const text = `${negative ? '-' : ''}${whole}${rest && '.'}${rest}`
        expect(readNumber(text)).toEqual({ status: 'certain', value: text })
      }),
    )
  })

  it('writes scientific notation out without losing a digit', () => {
    // Both sides as whole numbers, 10^-40 as the unit.
    const units = (decimal: string, power = 0): bigint => {
      const [whole = '', rest = ''] = decimal.split('.')
      return BigInt(whole + rest) * 10n ** BigInt(40 + power - rest.length)
    }
    fc.assert(
      fc.property(digits, fc.stringMatching(/^\d{1,8}$/), fc.integer({ min: -20, max: 20 }), (whole, rest, power) => {
        const reading = readNumber(`${whole},${rest}E${power}`)
        const written =
          reading.status === 'doubtful' ? reading.candidates[0]?.value : 'value' in reading ? reading.value : ''
        expect(units(written!)).toBe(units(`${whole}.${rest}`, power))
      }),
    )
    expect(value('1,5E+3')).toBe('1500')
    expect(value('1.5e-3')).toBe('0.0015')
    expect(candidates('2,17802E+13')).toEqual(['21780200000000'])
  })
})

describe('numbers with something around', () => {
  it('takes usual units off and says so', () => {
    for (const text of ['1 234,50 €', '€ 1 234,50', '1.234,50 euros', '1234,50 EUR', '+1 234,50 €']) {
      expect(readNumber(text)).toMatchObject({ value: '1234.50', note: expect.stringContaining('« € » retirée') })
    }
    expect(value('12 %')).toBe('12')
    expect(value('3 m²')).toBe('3')
    expect(value('3,50 m')).toBe('3.50')
    expect(value('1,2 million')).toBe('1200000')
  })

  it('asks about a unit that the column may not want, and converts only when told', () => {
    expect(candidates('350 cm')).toEqual(['350'])
    expect(value('350 cm', { unit: 'centimètres' })).toBe('350')
    expect(candidates('350 cm', { unit: 'm' })).toEqual(['3.50', '350'])
    expect(value('350 cm', { unit: 'm', convert: true })).toBe('3.50')
    expect(candidates('12 k€')).toEqual(['12000', '12'])
    expect(candidates('12 places')).toEqual(['12'])
    expect(value('12 places', { unit: 'place' })).toBe('12')
  })

  it('reads accounting negatives', () => {
    expect(value('(1 200)')).toBe('-1200')
    expect(value('(1 200,50 €)')).toBe('-1200.50')
    expect(candidates('(12)')).toEqual(['-12', '12'])
    expect(candidates('12-')).toEqual(['-12', '12'])
    expect(value('−5')).toBe('-5')
  })

  it('asks about what is approximate, a limit or an interval', () => {
    expect(candidates('environ 12')).toEqual(['12'])
    expect(candidates('~ 12 km')).toEqual(['12'])
    expect(candidates('une douzaine')).toEqual(['12'])
    expect(candidates('plus de 1 000')).toEqual(['1000'])
    expect(candidates('12 et plus')).toEqual(['12'])
    for (const text of ['10-12', '10 à 12', 'entre 10 et 12', 'de 10 à 12', '10 – 12 m'])
      expect(candidates(text)).toEqual(['10', '12'])
    expect(candidates('15 000- 89 999,99')).toEqual(['15000', '89999.99'])
    expect(candidates('12 34')).toEqual(['1234'])
  })

  it('reads small numbers in words', () => {
    expect(value('douze')).toBe('12')
    expect(value('Vingt et un')).toBe('21')
    expect(value('soixante-dix-sept')).toBe('77')
    expect(value('quatre-vingt-onze')).toBe('91')
  })

  it('asks whether « aucun » is zero', () => {
    expect(candidates('aucun')).toEqual(['', '0'])
    expect(value('zéro')).toBe('0')
  })

  it('refuses the rest with a sentence', () => {
    for (const text of [
      '1/2',
      'bonjour',
      '12/5',
      '7 rue de la Paix',
      '06 12 34 56 78 / 01',
      '1.2.3',
      '12,5,3',
      'Infinity',
      '#DIV/0!',
      'NC',
    ]) {
      expect(readNumber(text).status).toBe('refused')
    }
  })
})

describe('one mark before three digits', () => {
  it('is asked unless the column proves its decimal sign', () => {
    expect(candidates('1,234')).toEqual(['1.234', '1234'])
    expect(value('1,234', { decimal: 'comma' })).toBe('1.234')
    expect(value('1,234', { decimal: 'point' })).toBe('1234')
    expect(value('0,234')).toBe('0.234')
    expect(value('1234,567')).toBe('1234.567')
  })

  it('leaves a decimal that software wrote, unless commas are the column’s sign', () => {
    expect(readNumber('1.234')).toEqual({ status: 'certain', value: '1.234' })
    expect(candidates('1.234', { decimal: 'comma' })).toEqual(['1234', '1.234'])
    expect(candidates('1.234 €')).toEqual(['1.234', '1234'])
    expect(value('1.234', { decimal: 'comma', native: { type: 'number', value: 1.234, shown: '1,234' } })).toBe('1.234')
  })

  it('is proven by the other cells', () => {
    expect(profileNumbers(['1,234', '12,5', ''])).toEqual({ decimal: 'comma' })
    expect(profileNumbers(['1,234', '12.5'])).toEqual({ decimal: 'point' })
    expect(profileNumbers(['1,234', '2,345', '1.234'])).toEqual({ decimal: 'unknown' })
    expect(profileNumbers(['12,5', '12.5'])).toEqual({ decimal: 'unknown' })
    expect(profileNumbers(['1.234,50 €', '12 €', '3'])).toEqual({ decimal: 'comma', unit: '€' })
    expect(profileNumbers(['3 m', '3 cm'])).toEqual({ decimal: 'unknown' })
  })
})

describe('cells of spreadsheets', () => {
  it('keeps the number of a cell, and asks about percents, dates and booleans', () => {
    expect(value('12.5', { native: { type: 'number', value: 12.5, shown: '13' } })).toBe('12.5')
    expect(candidates('0.125', { native: { type: 'number', value: 0.125, shown: '12,5 %' } })).toEqual([
      '12.5',
      '0.125',
    ])
    expect(candidates('2021-05-12', { native: { type: 'date', serial: 44328, shown: '12-mai' } })).toEqual(['12.5'])
    expect(readNumber('true', { native: { type: 'boolean', value: true, shown: 'VRAI' } }).status).toBe('refused')
  })
})

describe('readInteger', () => {
  it('wants whole numbers', () => {
    expect(value('12 500', {}, readInteger)).toBe('12500')
    expect(value('12,0', {}, readInteger)).toBe('12')
    expect(value('007', {}, readInteger)).toBe('7')
    expect(readInteger('12,5')).toMatchObject({ status: 'refused', reason: expect.stringContaining('entier') })
    expect(candidates('1,234', {}, readInteger)).toEqual(['1234'])
    expect(candidates('12.000', {}, readInteger)).toEqual(['12000', '12'])
    expect(candidates('12 habitants', {}, readInteger)).toEqual(['12'])
  })
})

describe('whatever the text', () => {
  it('never throws, and never changes anything without a note', () => {
    const piece = fc.constantFrom(
      ...'0123456789., -()€%e+'.split(''),
      '\u00a0',
      ' m²',
      'environ ',
      ' à ',
      'E+',
      'mille',
      'k€',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 10 }).map(parts => parts.join('')),
    )
    const options = fc.record({ decimal: fc.constantFrom('comma' as const, 'point' as const, 'unknown' as const) })
    fc.assert(
      fc.property(text, options, (t, o) => {
        for (const reader of [readNumber, readInteger]) {
          const reading = reader(t, o)
          const values =
            reading.status === 'certain'
              ? [reading.value]
              : reading.status === 'doubtful'
                ? reading.candidates.map(c => c.value)
                : []
          // An empty cell may be proposed for « aucun » or « NP ».
          for (const one of values) expect(one === '' || isDecimal(one)).toBe(true)
          if (reading.status === 'certain' && reading.value !== t) expect(reading.note).toBeTruthy()
        }
      }),
      { numRuns: 2000 },
    )
  })
})
