import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLatitude } from './latitude.ts'
import type { Reading } from './reading.ts'

const value = (reading: Reading) => (reading.status === 'certain' ? reading.value : reading.status)
const proposed = (reading: Reading) =>
  reading.status === 'doubtful' ? reading.candidates.map(candidate => candidate.value) : reading.status
const note = (reading: Reading) => (reading.status === 'certain' ? reading.note : undefined)

describe('latitudes', () => {
  it.each([
    ['48,9537', '48.9537'],
    [' 48.9537 ', '48.9537'],
    ['48.95370', '48.95370'],
    ['48.9537°', '48.9537'],
    ['48.9537 N', '48.9537'],
    ['N48.9537', '48.9537'],
    ['lat. : 48,9537', '48.9537'],
    [`48°57'13"N`, '48.95361'],
    [`48°57'13,2"`, '48.953667'],
    ['48° 57’ 13’’ Nord', '48.95361'],
    ['48º57′13″', '48.95361'],
    ['48d 57m 13s', '48.95361'],
    ['48:57:13', '48.95361'],
    ['N48 57.217', '48.953617'],
    ['20°52′44″ S', '-20.87889'],
    ['-20,8789', '-20.8789'],
    ['48.95371234567', '48.9537123'],
  ])('%s', (text, expected) => expect(value(readLatitude(text))).toBe(expected))

  it.each(['95', "48°61'N", '-48.95 N', 'N 48.95 S', 'Épône', '48.95.3', '5,E'])('refuses « %s »', text =>
    expect(readLatitude(text).status).toBe('refused'),
  )

  it('asks what no place of France has', () => {
    expect(proposed(readLatitude('1.8135'))).toEqual(['1.8135'])
    expect(proposed(readLatitude('40.1'))).toEqual(['40.1'])
    expect(proposed(readLatitude('1.8135 E'))).toEqual(['1.8135'])
    expect(value(readLatitude('4.9224'))).toBe('4.9224')
    expect(readLatitude('4.9224', { department: '78' }).status).toBe('doubtful')
  })

  it('asks rather than put a point or a sign back by itself', () => {
    expect(proposed(readLatitude('48953700'))).toContain('48.953700')
    expect(proposed(readLatitude('48.953.700', { department: '78' }))).toEqual(['48.953700'])
    expect(proposed(readLatitude('48 57 13'))).toEqual(['48.95361'])
    expect(proposed(readLatitude('6873456'))).toEqual([])
    expect(proposed(readLatitude('48.9537, 1.8135'))).toEqual(['48.9537'])
  })

  it('tells how coarse a writing is', () => {
    expect(note(readLatitude('48.95'))).toContain('trop vague')
    expect(note(readLatitude('48.953'))).toContain('100 m')
    expect(note(readLatitude('48.9537'))).toBeUndefined()
    expect(note(readLatitude('48,9537'))).toContain('à 10 m près')
  })

  it('leaves empty cells empty and words for nothing refused', () => {
    expect(readLatitude(' ')).toEqual({ status: 'empty' })
    expect(readLatitude('NC').status).toBe('refused')
  })
})

describe('properties', () => {
  const angle = fc.record({
    degrees: fc.integer({ min: 42, max: 50 }),
    minutes: fc.integer({ min: 0, max: 59 }),
    seconds: fc.integer({ min: 0, max: 59 }),
  })

  it('says the same second that was written', () => {
    fc.assert(
      fc.property(angle, ({ degrees, minutes, seconds }) => {
        const read = Number(value(readLatitude(`${degrees}°${minutes}'${seconds}"N`)))
        expect(Math.round(read * 3600)).toBe((degrees * 60 + minutes) * 60 + seconds)
      }),
    )
  })

  it('reads again what it wrote, and never throws', () => {
    const piece = fc.constantFrom('48', '57', '.', ',', ' ', '°', "'", '"', 'N', 'S', '-', '+', ':')
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 9 }).map(all => all.join('')),
    )
    fc.assert(
      fc.property(cell, text => {
        const once = readLatitude(text)
        if (once.status === 'certain') expect(value(readLatitude(once.value))).toBe(once.value)
      }),
      { numRuns: 1000 },
    )
  })

  it('loses no digit of decimal degrees, up to seven', () => {
    const decimals = fc.stringMatching(/^\d{1,7}$/)
    fc.assert(
      fc.property(fc.integer({ min: 42, max: 50 }), decimals, (whole, rest) => {
        expect(value(readLatitude(`${whole},${rest}`))).toBe(`${whole}.${rest}`)
      }),
    )
  })
})
