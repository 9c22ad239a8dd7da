import { describe, expect, test } from 'vitest'
import { readPeriod } from './period.ts'

describe('readPeriod', () => {
  test.each([
    ['2017-01-01/2017-12-31', '2017-01-01/2017-12-31'],
    ['2017-01-01_2017-12-31', '2017-01-01/2017-12-31'],
    ['2018/01/30_2018/12/31', '2018-01-30/2018-12-31'],
    ['du 01/02/2018 au 30/06/2018', '2018-02-01/2018-06-30'],
    ['01/02/2018 - 30/06/2018', '2018-02-01/2018-06-30'],
    ['du 1er mars 2018 au 4 avril 2018', '2018-03-01/2018-04-04'],
    ['2017-03-14', '2017-03-14'],
    ['14/03/2017', '2017-03-14'],
  ])('« %s » is %s', (text, value) => expect(readPeriod(text)).toMatchObject({ status: 'certain', value }))

  test('two dates on two lines may be two payments: asked, with the period as candidate', () => {
    expect(readPeriod('28/11/2017\n08/12/2017')).toMatchObject({
      status: 'doubtful',
      candidates: [{ value: '2017-11-28/2017-12-08' }],
    })
  })

  test('a year alone is asked', () => {
    expect(readPeriod('2017')).toMatchObject({
      status: 'doubtful',
      candidates: [{ value: '2017-01-01/2017-12-31' }],
    })
  })

  test.each(['31/12/2018 au 01/01/2018', '22/11/2017\nSolde en 2018', 'à la signature', 'du 31/02/2018 au 01/03/2018'])(
    '« %s » is not guessed',
    text => expect(readPeriod(text).status).not.toBe('certain'),
  )
})
