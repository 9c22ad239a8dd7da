import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertUnit, sameUnit, splitUnit, unitSymbol } from './unit.ts'

describe('splitUnit', () => {
  it('parts a number from its unit', () => {
    expect(splitUnit('3,50 mètres carrés')).toEqual({ number: '3,50', unit: 'm²' })
    expect(splitUnit('1 234,50€')).toEqual({ number: '1 234,50', unit: '€' })
    expect(splitUnit('€ 12')).toEqual({ number: '12', unit: '€' })
    expect(splitUnit('22kVA')).toEqual({ number: '22', unit: 'kVA' })
    expect(splitUnit('12 places')).toEqual({ number: '12', unit: 'places' })
    expect(splitUnit('12')).toBeUndefined()
    expect(splitUnit('m²')).toBeUndefined()
  })

  it('knows units in any writing', () => {
    expect(unitSymbol('M2')).toBe('m²')
    expect(unitSymbol('Kilomètres')).toBe('km')
    expect(unitSymbol('chaises')).toBeUndefined()
    expect(sameUnit('hectares', 'ha')).toBe(true)
    expect(sameUnit('places', 'Place')).toBe(true)
    expect(sameUnit('m', 'm²')).toBe(false)
  })
})

describe('convertUnit', () => {
  it('moves the point only', () => {
    expect(convertUnit('350', 'cm', 'm')).toBe('3.50')
    expect(convertUnit('1.5', 'ha', 'm²')).toBe('15000')
    expect(convertUnit('-0.5', 'km', 'm')).toBe('-500')
    expect(convertUnit('2.5', 'M€', '€')).toBe('2500000')
    expect(convertUnit('1', 'kg', 'm')).toBeUndefined()
  })

  it('comes back to the same number', () => {
    const pair = fc.constantFrom(['mm', 'km'], ['m²', 'ha'], ['l', 'm³'], ['g', 't'], ['W', 'MW'])
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{0,12}$/), pair, (number, [small, big]) => {
        const back = convertUnit(convertUnit(number, small!, big!)!, big!, small!)
        expect(back).toBe(number)
      }),
    )
  })
})
