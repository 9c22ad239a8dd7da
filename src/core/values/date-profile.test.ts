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
