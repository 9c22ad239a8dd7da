import { describe, expect, it } from 'vitest'
import { readDate } from './date.ts'
import { profileDates } from './date-profile.ts'

describe('profileDates', () => {
  it('takes the order that days above 12 prove', () => {
    expect(profileDates(['03/04/2021', '25/04/2021'])).toMatchObject({ order: 'day-first', proven: true })
    expect(profileDates(['03/04/2021', '04/25/2021'])).toMatchObject({ order: 'month-first', proven: true })
    expect(profileDates(['13/04/2021', '04/25/2021'])).toMatchObject({ order: 'unknown', proven: true })
    expect(profileDates(['03/04/2021', '', 'NC'])).toMatchObject({ order: 'day-first', proven: false })
  })

  it('lets one slip in ten be', () => {
    const column = [...Array.from({ length: 12 }, (_, i) => `${13 + i}/04/2021`), '04/25/2021']
    expect(profileDates(column).order).toBe('day-first')
  })

  it('does not take « 21-10-17 » for a proof', () => {
    expect(profileDates(['21-10-17', '05-03-17']).order).toBe('unknown')
    expect(profileDates(['21-10-17', '05-03-98']).order).toBe('unknown')
    expect(profileDates(['21-10-98', '05-03-17']).order).toBe('day-first')
  })

  it('finds the year that dominates, and none in a column of births', () => {
    expect(profileDates(['2017-01-03', '12/05/2017', '3 mai 2017', '2021-10-17']).yearOfFile).toBe(2017)
    expect(profileDates(['1961-01-03', '1982-05-12', '2003-05-03', '2017-10-17']).yearOfFile).toBeUndefined()
    expect(profileDates(['2017-01-03', '2021-10-17']).yearOfFile).toBeUndefined()
  })

  it('finds the year of a column that a spreadsheet reversed as a whole', () => {
    const column = ['2021-10-17', '2005-03-17', '2030-06-17', '2012-06-17']
    const { order, yearOfFile } = profileDates(column)
    expect(yearOfFile).toBe(2017)
    expect(readDate(column[2]!, { order, yearOfFile: yearOfFile! })).toMatchObject({
      status: 'doubtful',
      candidates: [{ value: '2017-06-30' }, { value: '2017-06-17' }, { value: '2030-06-17' }],
    })
    expect(profileDates(['2015-01-01', '2016-02-01', '2017-03-01', '2018-04-01']).yearOfFile).toBeUndefined()
  })
})

describe('a column whose days and months a spreadsheet exchanged', () => {
  const own = ['2021-04-03', '2021-07-11', '2021-01-12', '2021-05-05', '2021-12-02']
  const native = (shown: string) => ({ type: 'date' as const, serial: 44_000, shown })
  const natives = [...own.map(native), undefined]

  it('is seen by its texts above 12, and every other date is asked', () => {
    const profile = profileDates([...own, '25/04/2021'], natives)
    expect(profile.swapped).toBe(true)
    expect(readDate('2021-04-03', { ...profile, native: native('4/3/2021') })).toMatchObject({
      status: 'doubtful',
      candidates: [{ value: '2021-03-04' }, { value: '2021-04-03' }],
    })
    expect(readDate('2021-05-05', { ...profile, native: native('5/5/2021') }).status).toBe('certain')
    expect(readDate('25/04/2021', profile)).toMatchObject({ status: 'certain', value: '2021-04-25' })
  })

  it('is not seen when one of its own dates has a day above 12, or one text has not', () => {
    expect(
      profileDates([...own, '2021-04-25', '25/04/2021'], [...natives.slice(0, 5), native(''), undefined]).swapped,
    ).toBeUndefined()
    expect(profileDates([...own, '05/04/2021'], natives).swapped).toBeUndefined()
  })

  it('finds the year of months that a spreadsheet took for days', () => {
    expect(profileDates(['2021-05-16', '2021-11-16', '2021-03-16', '2021-05-16']).yearOfFile).toBe(2016)
    expect(profileDates(['2021-05-15', '2021-11-15', '2021-03-15', '2021-06-15']).yearOfFile).toBe(2021)
    expect(profileDates(['2021-05-16', '2021-05-16', '2021-05-16', '2021-05-16']).yearOfFile).toBe(2021)
  })
})
