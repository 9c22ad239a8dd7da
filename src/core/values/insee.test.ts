import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCommunes } from '../places/communes/index.ts'
import { type InseeOptions, readInsee } from './insee.ts'

const communes = createCommunes(
  [
    '78217\tÉpône\t6000\t78680',
    '01004\tAmbérieu-en-Bugey\t15000\t01500',
    '2A004\tAjaccio\t70000\t20000 20090',
    '2B033\tBastia\t48000\t20200',
    '97411\tSaint-Denis\t150000\t97400',
    '78551\tSaint-Germain-en-Laye\t45000\t78100',
    '78251\tFourqueux\t\t78112\t\t\t78551',
  ].join('\n'),
)

const value = (text: string, options?: InseeOptions) => {
  const reading = readInsee(text, options)
  return reading.status === 'certain' ? reading.value : reading.status
}
const proposed = (text: string, options?: InseeOptions) => {
  const reading = readInsee(text, options)
  return reading.status === 'doubtful' ? reading.candidates.map(candidate => candidate.value) : reading.status
}

describe('INSEE codes', () => {
  it.each([
    ['78217', '78217'],
    ['1004', '01004'],
    ['1004.0', '01004'],
    ['2a004', '2A004'],
    ['2B 033', '2B033'],
    ['97411', '97411'],
    ['98735', '98735'],
    ["'01004", '01004'],
    ['Code INSEE : 78217', '78217'],
  ])('%s', (text, expected) => expect(value(text)).toBe(expected))

  it.each(['974111', '075056', '00123', '123', 'NC', '2C004'])('refuses « %s »', text =>
    expect(value(text)).toBe('refused'),
  )

  it('asks about Corsica as it was before 1976', () => {
    expect(proposed('20004')).toEqual(['2A004', '2B004'])
    expect(proposed('20004', { communes })).toEqual(['2A004'])
    expect(proposed('20200', { communes })).toEqual(['2B033'])
  })

  it('knows which codes exist', () => {
    expect(value('78217', { communes })).toBe('78217')
    expect(value('99999', { communes })).toBe('refused')
    expect(proposed('78680', { communes })).toEqual(['78217'])
    expect(proposed('78251', { communes })).toEqual(['78551', '78251'])
    expect(proposed('EPONE', { communes })).toEqual(['78217'])
  })

  it('never throws, and reads again what it wrote', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9AB .]{1,8}$/)), text => {
        const once = value(text)
        if (/^\d/.test(once)) expect(value(once)).toBe(once)
      }),
    )
  })
})
