import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { luhn } from './luhn.ts'
import { readSiren } from './siren.ts'

const value = (text: string) => {
  const reading = readSiren(text)
  return reading.status === 'certain' ? reading.value : reading.status
}
const proposed = (text: string) => {
  const reading = readSiren(text)
  return reading.status === 'doubtful' ? reading.candidates.map(candidate => candidate.value) : reading.status
}

describe('SIREN', () => {
  it.each([
    ['217802172', '217802172'],
    [' 217 802 172 ', '217802172'],
    ['217.802.172', '217802172'],
    ['SIREN : 217 802 172', '217802172'],
    ['N° 217802172', '217802172'],
    ['217802172.0', '217802172'],
    ["'217802172", '217802172'],
    ['２１７８０２１７２', '217802172'],
    ['2,17802172E+08', '217802172'],
    ['005520135', '005520135'],
    ['5520135', 'refused'],
    ['356000000', '356000000'],
  ])('%s', (text, expected) => expect(value(text)).toBe(expected))

  it('puts back the zero that Excel ate only when the key then agrees', () => {
    const start = fc.stringMatching(/^0[1-9]\d{6}$/)
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 9 }), (digits, more) => {
        const siren = [...'0123456789'].map(key => digits + key).find(luhn)!
        expect(value(siren.slice(1))).toBe(siren)
        expect(value(siren.slice(1, 8) + ((Number(siren[8]) + more) % 10))).toBe('refused')
      }),
    )
  })

  it.each(['123456789', '21780217', '2178021722', '000000000', 'NC', 'mairie'])('refuses « %s »', text =>
    expect(value(text)).toBe('refused'),
  )

  it('asks when digits are lost, or when there is more than a SIREN', () => {
    expect(proposed('2.17802E+08')).toEqual([])
    expect(proposed('83014132100026')).toEqual(['830141321'])
    expect(proposed('FR12217802172')).toEqual(['217802172'])
    expect(proposed('217 802 172 RCS Versailles')).toEqual(['217802172'])
  })

  it('never throws, and reads again what it wrote', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9 .,E+-]{1,20}$/))
    fc.assert(
      fc.property(cell, text => {
        const once = value(text)
        if (/^\d{9}$/.test(once)) expect(value(once)).toBe(once)
      }),
    )
  })

  it('loses no digit, and takes one wrong digit for a fault', () => {
    const eight = fc.stringMatching(/^[1-9]\d{7}$/)
    fc.assert(
      fc.property(eight, fc.nat(8), fc.integer({ min: 1, max: 9 }), (start, at, more) => {
        const siren = [...'0123456789'].map(key => start + key).find(luhn)!
        expect(value(siren.replace(/(\d{3})(?=\d)/g, '$1 '))).toBe(siren)
        const wrong = siren.slice(0, at) + ((Number(siren[at]) + more) % 10) + siren.slice(at + 1)
        expect(value(wrong)).toBe('refused')
      }),
    )
  })
})
