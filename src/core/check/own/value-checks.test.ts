import { describe, expect, it } from 'vitest'
import type { Town } from '../../models/model.ts'
import { createCommunes } from '../../places/communes/index.ts'
import { field } from '../../recipe/model-for-tests.ts'
import { ColumnRule } from '../column-rule.ts'
import type { CheckOptions } from '../context.ts'

const judge = (text: string, more: Parameters<typeof field>[1] = {}, options: CheckOptions = {}, name = 'champ') =>
  new ColumnRule(field(name, more), { missingValues: [''], customChecks: [] }, options).judge(text)
const codes = (...args: Parameters<typeof judge>) => judge(...args).faults.map(({ code }) => code)
const repair = (...args: Parameters<typeof judge>) => judge(...args).faults[0]?.to

describe('a text', () => {
  it('with spoilt accents is told, with its repair when it is certain', () => {
    expect(codes('Ã‰pÃ´ne')).toEqual(['carnet/mojibake'])
    expect(repair('Ã‰pÃ´ne')).toBe('Épône')
    expect(codes('�p�ne')).toEqual(['carnet/mojibake'])
    expect(repair('�p�ne')).toBeUndefined()
    expect(codes('Épône')).toEqual([])
  })

  it('that a spreadsheet left as a formula or an error is told', () => {
    expect(codes('=SOMME(A1:A3)')).toEqual(['carnet/formula-text'])
    expect(codes('#N/A')).toEqual(['carnet/formula-text'])
    expect(codes('#REF!')).toEqual(['carnet/formula-text'])
    expect(codes('=')).toEqual([])
    expect(codes('#1 de la ville')).toEqual([])
    expect(codes('-12,5')).toEqual([])
  })
})

describe('a SIRET', () => {
  const siret = { role: 'siret' } as const

  it('destroyed by a spreadsheet is told, without any repair', () => {
    for (const text of ['21780217200000', '2,17802E+13', '21780217200000.0']) {
      expect(codes(text, siret)).toContain('carnet/broken-siret')
      expect(repair(text, siret)).toBeUndefined()
    }
    expect(codes('83014132100026', siret)).toEqual([])
  })
})

describe('the number of another commune', () => {
  const communes = createCommunes(
    '78217\tÉpône\t6000\t78680\t217802172\n78029\tAubergenville\t12000\t78410\t217800291\n',
  )
  const town: Town = { insee: '78217', name: 'Épône', postcodes: ['78680'], siren: '217802172' }
  const options = { town, communes }
  const own = (text: string, name: string) => judge(text, { role: 'siren' }, options, name).faults

  it('is a warning where the town speaks of itself, an advice elsewhere', () => {
    expect(own('217800291', 'COLL_SIREN')).toMatchObject([{ code: 'carnet/foreign-siren', level: 'warning' }])
    expect(own('217800291', 'siren_fabricant')).toMatchObject([{ code: 'carnet/foreign-siren', level: 'advice' }])
    expect(own('217802172', 'COLL_SIREN')).toEqual([])
    expect(own('529173189', 'COLL_SIREN')).toEqual([])
  })
})

describe('lost zeros', () => {
  it.each([
    ['insee', '1004', '01004'],
    ['postcode', '1250', '01250'],
  ] as const)('of a code (%s) are told with their repair', (role, text, to) => {
    expect(codes(text, { role })).toEqual(['carnet/lost-zeros'])
    expect(repair(text, { role })).toBe(to)
    expect(codes(to, { role })).toEqual([])
  })

  it('are not seen in a column of numbers', () => expect(codes('1004', { role: 'count' })).toEqual([]))
})

describe('hours', () => {
  it('that are broken though a pattern lets them through are told', () => {
    expect(codes('Mo 08:00-20:00, Th 08:00-20:008:00-20:00', { role: 'hours' })).toEqual(['carnet/broken-hours'])
    expect(codes('Mo-Fr 08:00-20:00', { role: 'hours' })).toEqual([])
  })
})
