import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CalendarDay,
  dayNumber,
  dayOfNumber,
  isoDay,
  MONTHS,
  monthLength,
  WEEKDAYS,
  weekdayOf,
} from './calendar.ts'
import { type DateOptions, readDate } from './date.ts'

const day = fc
  .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .filter(([year, month, number]) => number <= monthLength(year, month))
  .map(([year, month, number]): CalendarDay => ({ year, month, day: number }))

const two = (number: number) => String(number).padStart(2, '0')
const ENGLISH = 'January February March April May June July August September October November December'.split(' ')
const SHORT = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ')

/** The ways of writing one day that leave a single meaning. */
const WAYS: Record<string, (day: CalendarDay) => string> = {
  ISO: isoDay,
  'ISO with slashes': d => isoDay(d).replaceAll('-', '/'),
  'ISO with points, no zeros': d => `${d.year}.${d.month}.${d.day}`,
  'ISO compact': d => isoDay(d).replaceAll('-', ''),
  'ISO with an hour': d => `${isoDay(d)}T08:30:00`,
  'French slashes': d => `${two(d.day)}/${two(d.month)}/${d.year}`,
  'French no zeros': d => `${d.day}/${d.month}/${d.year}`,
  'French dashes': d => `${two(d.day)}-${two(d.month)}-${d.year}`,
  'French points': d => `${two(d.day)}.${two(d.month)}.${d.year}`,
  'French spaces': d => ` ${two(d.day)} / ${two(d.month)} / ${d.year}\u00a0`,
  'French compact': d => `${two(d.day)}${two(d.month)}${d.year}`,
  'French with an hour': d => `le ${two(d.day)}/${two(d.month)}/${d.year} à 18h30`,
  'French words': d => `${d.day === 1 ? '1er' : d.day} ${MONTHS[d.month - 1]} ${d.year}`,
  'French capitals': d => `${d.day} ${MONTHS[d.month - 1]} ${d.year}`.toUpperCase(),
  'French short months': d => `${d.day} ${SHORT[d.month - 1]} ${d.year}`,
  'Excel short months': d => `${two(d.day)}-${SHORT[d.month - 1]!.replace('.', '')}-${d.year}`,
  'weekday and words': d => `${WEEKDAYS[weekdayOf(d)]} ${d.day} ${MONTHS[d.month - 1]} ${d.year}`,
  'weekday and numbers': d => `${WEEKDAYS[weekdayOf(d)]} ${two(d.day)}/${two(d.month)}/${d.year}`,
  'English words': d => `${ENGLISH[d.month - 1]} ${d.day}, ${d.year}`,
  'English short': d => `${d.day} ${ENGLISH[d.month - 1]!.slice(0, 3)} ${d.year}`,
}

const certainValue = (text: string, options?: DateOptions) => {
  const reading = readDate(text, options)
  return reading.status === 'certain' ? reading.value : reading
}
const candidates = (text: string, options?: DateOptions) => {
  const reading = readDate(text, options)
  return reading.status === 'doubtful' ? reading.candidates.map(({ value }) => value) : reading
}
const reason = (text: string, options?: DateOptions) => {
  const reading = readDate(text, options)
  return reading.status === 'refused' ? reading.reason : reading
}

describe('a date written in any accepted way', () => {
  for (const [name, write] of Object.entries(WAYS)) {
    it(`reads back: ${name}`, () => {
      fc.assert(
        fc.property(day, d => {
          expect(certainValue(write(d))).toBe(isoDay(d))
        }),
      )
    })
  }

  it('is written back in the model’s own format', () => {
    fc.assert(
      fc.property(day, d => {
        expect(certainValue(isoDay(d), { format: '%d/%m/%Y' })).toBe(`${two(d.day)}/${two(d.month)}/${d.year}`)
      }),
    )
  })

  it('reads the American order only when the column proves it', () => {
    fc.assert(
      fc.property(day, d => {
        const text = `${two(d.month)}/${two(d.day)}/${d.year}`
        expect(certainValue(text, { order: 'month-first' })).toBe(isoDay(d))
        const alone = readDate(text)
        if (d.day > 12) expect(candidates(text)).toEqual([isoDay(d)])
        else if (d.day !== d.month) expect(alone).not.toMatchObject({ status: 'certain', value: isoDay(d) })
      }),
    )
  })

  it('reads two digits of year as Excel and Python agree, and asks between', () => {
    fc.assert(
      fc.property(day, d => {
        const text = `${two(d.day)}/${two(d.month)}/${two(d.year % 100)}`
        const short = d.year % 100
        if (short >= 30 && short < 69) {
          const answer = candidates(text)
          if (Array.isArray(answer)) expect(answer).toContain(isoDay(d))
        } else if (d.year >= 2000 === short < 50) {
          expect(certainValue(text)).toBe(isoDay(d))
          expect(readDate(text)).toMatchObject({ note: expect.stringContaining(`deux chiffres lue ${d.year}`) })
        }
      }),
    )
  })

  it('proposes the day of an Excel serial', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 73_000 }), serial => {
        const expected = isoDay(dayOfNumber(dayNumber({ year: 1970, month: 1, day: 1 }) + serial - 25_569))
        expect(candidates(String(serial))).toContain(expected)
        expect(certainValue(String(serial), { serials: '1900' })).toBe(expected)
        expect(certainValue(String(serial), { yearOfFile: Number(expected.slice(0, 4)) })).toBe(expected)
      }),
    )
  })
})

describe('dates that nobody may decide alone', () => {
  it('asks when the column mixes both orders', () => {
    expect(candidates('03/04/2021', { order: 'unknown' })).toEqual(['2021-04-03', '2021-03-04'])
    expect(certainValue('04/04/2021', { order: 'unknown' })).toBe('2021-04-04')
    expect(certainValue('25/04/2021', { order: 'unknown' })).toBe('2021-04-25')
    expect(candidates('04/25/2021', { order: 'unknown' })).toEqual(['2021-04-25'])
    expect(candidates('04/25/21', { order: 'unknown' })).toEqual(['2021-04-25'])
    expect(certainValue('25/04/98', { order: 'unknown' })).toBe('1998-04-25')
  })

  it('never swaps in silence, in either order', () => {
    expect(candidates('10/13/2021', { order: 'day-first' })).toEqual(['2021-10-13'])
    expect(candidates('13/10/2021', { order: 'month-first' })).toEqual(['2021-10-13'])
    expect(candidates('2021-17-10')).toEqual(['2021-10-17'])
  })

  it('proposes October 2017 for 2021-10-17 in a file of 2017', () => {
    const reading = readDate('2021-10-17', { yearOfFile: 2017 })
    expect(reading).toMatchObject({ status: 'doubtful', question: expect.stringContaining('2017') })
    expect(candidates('2021-10-17', { yearOfFile: 2017 })).toEqual(['2017-10-21', '2017-10-17', '2021-10-17'])
    expect(candidates('2015-01-20', { yearOfFile: 2017 })).toEqual(['2015-01-20', '2017-01-20'])
    expect(certainValue('2017-10-17', { yearOfFile: 2017 })).toBe('2017-10-17')
  })

  it('tells the month that a spreadsheet took for a day', () => {
    const question = (text: string, yearOfFile: number) => {
      const reading = readDate(text, { yearOfFile })
      return reading.status === 'doubtful' ? reading.question : reading.status
    }
    expect(question('2021-10-17', 2017)).toContain('s’agit-il d’octobre 2017, écrit « 10-17 »')
    expect(question('2021-05-16', 2016)).toContain('de mai 2016')
    expect(question('2021-05-16', 2017)).not.toContain('s’agit-il')
    expect(question('05-16', 2016)).toContain('(mai 2016), il manque le jour')
    expect(question('05-16', 2021)).not.toContain('mai')
    expect(certainValue('05-16', { yearOfFile: 2016, format: '%Y-%m' })).toBe('2016-05')
  })

  it('lets a neighbouring year be, unless it is a reversed date', () => {
    expect(certainValue('2016-12-05', { yearOfFile: 2017 })).toBe('2016-12-05')
    expect(candidates('2016-12-17', { yearOfFile: 2017 })).toEqual(['2016-12-17', '2017-12-16', '2017-12-17'])
  })

  it('asks for a day or a year that is missing', () => {
    for (const text of ['10/2021', '2021-10', 'octobre 2021', 'oct-21', '2021', '17 octobre']) {
      expect(readDate(text)).toMatchObject({
        status: 'doubtful',
        candidates: [],
        question: expect.stringContaining('il manque'),
      })
    }
    for (const text of ['printemps 2021', 'avant 1950', '2e trimestre 2021']) expect(candidates(text)).toEqual([])
    for (const text of ['04-15', '04/15', '03/04']) expect(candidates(text)).toEqual([])
    expect(candidates('25/12', { yearOfFile: 2021 })).toEqual(['2021-12-25'])
    expect(candidates('17 octobre', { yearOfFile: 2021 })).toEqual(['2021-10-17'])
  })

  it('asks about dashes and two digits, which may start with the year', () => {
    expect(candidates('21-10-17')).toEqual(['2017-10-21', '2021-10-17'])
    expect(certainValue('21-10-17', { yearOfFile: 2021 })).toBe('2021-10-17')
    expect(certainValue('98-10-17')).toBe('1998-10-17')
    expect(certainValue('21-10-17', { order: 'day-first' })).toBe('2017-10-21')
  })

  it('asks about a weekday that is not that day’s, a slip in a month, a strange year', () => {
    expect(readDate('lundi 17 octobre 2021')).toMatchObject({
      question: expect.stringContaining('un dimanche, pas un lundi'),
    })
    expect(candidates('17 d\uFFFDcembre 2021')).toEqual(['2021-12-17'])
    expect(certainValue('17 dÃ©cembre 2021')).toBe('2021-12-17')
    expect(candidates('17 ocotbre 2021')).toEqual(['2021-10-17'])
    expect(candidates('17 jui 2021')).toEqual(['2021-06-17', '2021-07-17'])
    expect(candidates('17/10/0021')).toEqual(['2021-10-17', '0021-10-17'])
    expect(candidates('31/12/9999')).toEqual(['9999-12-31'])
  })

  it('proposes each of several dates, and a date among words', () => {
    expect(candidates('du 12/03/2021 au 15/03/2021')).toEqual(['2021-03-12', '2021-03-15'])
    expect(candidates('2018-01-04_2021-06-21')).toEqual(['2018-01-04', '2021-06-21'])
    expect(candidates('2019-02-15/2022-02-14')).toEqual(['2019-02-15', '2022-02-14'])
    expect(candidates('12/03/2021-15/03/2021')).toEqual(['2021-03-12', '2021-03-15'])
    expect(candidates('Vu le 3 mai 2021 par le maire')).toEqual(['2021-05-03'])
  })

  it('asks the day of a moment in UTC that is the next day in Paris', () => {
    expect(candidates('2021-10-16T22:00:00Z')).toEqual(['2021-10-17', '2021-10-16'])
    expect(candidates('2021-12-16T22:00:00Z')).toMatchObject({ value: '2021-12-16' })
    expect(candidates('2021-12-16T23:00:00+00:00')).toEqual(['2021-12-17', '2021-12-16'])
  })
})

describe('dates that do not exist', () => {
  it('says why', () => {
    expect(reason('29/02/2021')).toContain("2021 n'est pas une année bissextile")
    expect(reason('29/02/1900')).toContain("1900 n'est pas une année bissextile")
    expect(certainValue('29/02/2000')).toBe('2000-02-29')
    expect(reason('31/04/2021')).toContain("avril n'a que 30 jours")
    expect(reason('31 avril 2021')).toContain("avril n'a que 30 jours")
    expect(reason('2021-13-32')).toContain('mois 13')
    expect(reason('0000-00-00')).toContain('laissez plutôt la cellule vide')
    expect(reason('NC')).toContain('laissez plutôt la cellule vide')
    expect(reason('99999')).toContain('vraisemblable')
    expect(reason('bonjour')).toContain("j'attendais une date")
  })

  it('refuses every impossible day of the calendar', () => {
    const impossible = fc
      .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 29, max: 31 }))
      .filter(([year, month, number]) => number > monthLength(year, month))
    fc.assert(
      fc.property(impossible, ([year, month, number]) => {
        for (const text of [
          `${number}/${two(month)}/${year}`,
          `${year}-${two(month)}-${number}`,
          `${number} ${MONTHS[month - 1]} ${year}`,
        ]) {
          expect(readDate(text).status).toBe('refused')
        }
      }),
    )
  })
})

describe('cells of spreadsheets and partial formats', () => {
  it('keeps a native date as it is', () => {
    expect(readDate('2021-10-17', { native: { type: 'date', serial: 44486, shown: '17/10/21' } })).toEqual({
      status: 'certain',
      value: '2021-10-17',
    })
  })

  it('has enough with a year when the model wants no more', () => {
    expect(certainValue('2021', { format: '%Y' })).toBe('2021')
    expect(certainValue('octobre 2021', { format: '%Y-%m' })).toBe('2021-10')
    expect(certainValue('17/10/2021', { format: '%Y' })).toBe('2021')
  })
})

describe('whatever the text', () => {
  it('never throws, and never changes anything without a note', () => {
    const piece = fc.constantFrom(
      ...'0123456789/-. :hT'.split(''),
      'oct',
      'mars',
      '2021',
      '1er ',
      'lundi ',
      ' à ',
      'é',
      '\u00a0',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 14 }).map(parts => parts.join('')),
    )
    const order = fc.constantFrom('day-first' as const, 'month-first' as const, 'unknown' as const)
    fc.assert(
      fc.property(
        text,
        order,
        fc.option(fc.integer({ min: 1950, max: 2050 }), { nil: undefined }),
        (t, o, yearOfFile) => {
          const reading = readDate(t, { order: o, ...(yearOfFile === undefined ? {} : { yearOfFile }) })
          if (reading.status !== 'certain') return
          expect(reading.value).toMatch(/^\d{4}-\d{2}-\d{2}$/)
          if (reading.value !== t) expect(reading.note).toBeTruthy()
        },
      ),
      { numRuns: 2000 },
    )
  })
})
