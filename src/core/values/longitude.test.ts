import { describe, expect, it } from 'vitest'
import { readLongitude } from './longitude.ts'
import type { Reading } from './reading.ts'

const value = (reading: Reading) => (reading.status === 'certain' ? reading.value : reading.status)

describe('longitudes', () => {
  it.each([
    ['1,8135', '1.8135'],
    ['-4,4861', '-4.4861'],
    ['−4,4861', '-4.4861'],
    [`4°29'05"O`, '-4.48472'],
    [`4°29'05"W`, '-4.48472'],
    ['4° 29′ 05″ Ouest', '-4.48472'],
    [`1°48'49" E`, '1.81361'],
    ['E 1.8135', '1.8135'],
    ['Long : 1.8135', '1.8135'],
    ['W 61.0742', '-61.0742'],
    ['0.0004', '0.0004'],
    ['-0', '0'],
  ])('%s', (text, expected) => expect(value(readLongitude(text))).toBe(expected))

  it('asks what no place of France has', () => {
    expect(readLongitude('48.9537').status).toBe('doubtful')
    expect(readLongitude('48.9537 N').status).toBe('doubtful')
    expect(readLongitude('619123').status).toBe('doubtful')
    expect(readLongitude('-61.5').status).toBe('certain')
    expect(readLongitude('-61.5', { department: '78' }).status).toBe('doubtful')
  })

  it('refuses what no longitude can be', () => expect(readLongitude('195').status).toBe('refused'))
})
