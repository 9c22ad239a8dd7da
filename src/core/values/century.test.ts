import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centuryName, readCentury } from './century.ts'
import { romanOf, romanValue } from './roman.ts'

const value = (text: string) => {
  const reading = readCentury(text)
  return reading.status === 'certain' ? reading.value : reading
}
const candidates = (text: string) => {
  const reading = readCentury(text)
  return reading.status === 'doubtful' ? reading.candidates.map(one => one.value) : reading
}

const century = fc.integer({ min: 1, max: 21 })
const suffix = (number: number) => (number === 1 ? 'er' : 'e')

describe('a century written in any accepted way', () => {
  it('reads back', () => {
    fc.assert(
      fc.property(century, number => {
        const roman = romanOf(number)
        const ways = [
          `${roman}${suffix(number)} siècle`,
          `${roman}${suffix(number)} Siecle`,
          `${roman.toLowerCase()}${suffix(number)} s.`,
          `${roman}ème siècle`,
          `${roman}ᵉ siècle`,
          `${roman}° s`,
          `${number}ème siècle`,
          `${number}e s.`,
          `${number}è`,
          `le ${roman}${suffix(number)}`,
          `  ${roman}\u00a0${suffix(number)} siècle `,
        ]
        for (const way of ways) expect(value(way)).toBe(centuryName(number))
      }),
    )
  })

  it('reads words', () => {
    expect(value('seizième siècle')).toBe('XVIe siècle')
    expect(value('Dix-neuvième')).toBe('XIXe siècle')
    expect(value('premier siècle')).toBe('Ier siècle')
    expect(value('vingt et unième siècle')).toBe('XXIe siècle')
  })

  it('reads the century of a year, but asks for the last year of one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2099 }), year => {
        const expected = centuryName(Math.ceil(year / 100))
        if (year % 100 === 0) expect(candidates(String(year))).toEqual([expected, centuryName(year / 100 + 1)])
        else expect(value(String(year))).toBe(expected)
      }),
    )
    expect(value('12/03/1850')).toBe('XIXe siècle')
    expect(value('années 1930')).toBe('XXe siècle')
    expect(value('1480-1520')).toBe('XVe-XVIe siècle')
    expect(value('1532-1540')).toBe('XVIe siècle')
  })

  it('reads ranges and neighbours, and its own writing again without a note', () => {
    fc.assert(
      fc.property(fc.tuple(century, century), ([a, b]) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b)]
        const name = (number: number) => `${romanOf(number)}${suffix(number)}`
        const expected = first === last ? centuryName(first) : `${name(first)}-${name(last)} siècle`
        for (const way of [
          `${name(first)} - ${name(last)} siècles`,
          `${name(first)} siècle au ${name(last)} siècle`,
          `du ${name(first)} au ${name(last)} s.`,
        ]) {
          expect(value(way)).toBe(expected)
        }
        expect(readCentury(expected)).toEqual({ status: 'certain', value: expected })
        expect(readCentury(centuryName(-a))).toEqual({ status: 'certain', value: centuryName(-a) })
      }),
    )
    expect(value('XVe et XVIe siècles')).toBe('XVe-XVIe siècle')
    expect(value('XIX/XX')).toBe('XIXe-XXe siècle')
    expect(value('Ier siècle av. J.-C. - IIe siècle')).toBe('Ier siècle av. J.-C.-IIe siècle')
    expect(value('Ier siècle av. J.-C.-IIe siècle')).toBe('Ier siècle av. J.-C.-IIe siècle')
  })
})

describe('what is uncertain', () => {
  it('is asked', () => {
    expect(candidates('XVIe ?')).toEqual(['XVIe siècle'])
    expect(candidates('17e siècle (?)')).toEqual(['XVIIe siècle'])
    expect(candidates('vers 1850')).toEqual(['XIXe siècle'])
    expect(candidates('XVIe ou XVIIe siècle')).toEqual(['XVIe siècle', 'XVIIe siècle', 'XVIe-XVIIe siècle'])
    expect(candidates('fin XIXe - début XXe')).toEqual(['XIXe-XXe siècle', 'XIXe siècle', 'XXe siècle'])
    expect(candidates('2e quart 17e siècle')).toEqual(['XVIIe siècle'])
    expect(candidates('1ère moitié du XVIIe siècle')).toEqual(['XVIIe siècle'])
    expect(candidates('XIIe et XIXe siècles')).toEqual(['XIIe-XIXe siècle', 'XIIe siècle', 'XIXe siècle'])
    expect(candidates('XVIIe-XVe')).toEqual(['XVe-XVIIe siècle', 'XVIIe siècle', 'XVe siècle'])
    expect(candidates('XVIe siècle, restauré au XIXe')).toEqual(['XVIe siècle', 'XIXe siècle'])
    expect(candidates('16')).toEqual(['XVIe siècle'])
    expect(candidates('XVlle')).toEqual(['XVIIe siècle'])
    expect(candidates('x')).toEqual(['Xe siècle'])
    expect(candidates('Moyen Âge')).toEqual([])
  })

  it('is refused when it is no century', () => {
    for (const text of ['bonjour', 'XXIIe siècle', 'Louis XIV', 'NC', '75001']) {
      expect(readCentury(text).status).toBe('refused')
    }
    expect(readCentury('')).toEqual({ status: 'empty' })
  })
})

describe('Roman numerals', () => {
  it('come back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 39 }), number => {
        expect(romanValue(romanOf(number))).toEqual({ value: number, regular: true })
      }),
    )
    expect(romanValue('XVIIII')).toEqual({ value: 19, regular: false })
  })
})

describe('whatever the text', () => {
  it('never throws, writes one shape only, and never changes without a note', () => {
    const piece = fc.constantFrom(
      'X',
      'V',
      'I',
      'e',
      'è',
      'ème',
      ' siècle',
      ' s.',
      '-',
      ' et ',
      '1',
      '9',
      '16',
      'fin ',
      '?',
      ' av. J.-C.',
      '1850',
      ' ou ',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 9 }).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(text, t => {
        const reading = readCentury(t)
        if (reading.status !== 'certain') return
        expect(reading.value).toMatch(
          /^[IVX]+(?:er|e)(?: siècle(?: av\. J\.-C\.)?)?(?:-[IVX]+(?:er|e) siècle(?: av\. J\.-C\.)?)?$/,
        )
        expect(readCentury(reading.value)).toEqual({ status: 'certain', value: reading.value })
        if (reading.value !== t) expect(reading.note).toBeTruthy()
      }),
      { numRuns: 2000 },
    )
  })
})

describe('in figures', () => {
  const figures = (text: string) => readCentury(text, { format: 'numbers' })

  it.each([
    ['XIIe siècle', '12'],
    ['12ème s.', '12'],
    ['XVIIe-XIXe siècle', '17|18|19'],
    ['XIIe et XIXe siècles', '12|19'],
    ['1532', '16'],
    ['12|16', '12|16'],
    ['Ier siècle av. J.-C.', '-1'],
  ])('« %s » is %s', (text, value) => expect(figures(text)).toMatchObject({ status: 'certain', value }))

  it.each(['fin du XIIe siècle', 'XIIe ou XIIIe siècle', '1500', 'Moyen Âge', 'inconnu'])('« %s » is asked', text =>
    expect(figures(text).status).not.toBe('certain'),
  )
})
