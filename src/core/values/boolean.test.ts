import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BooleanOptions, readBoolean } from './boolean.ts'

const value = (text: string, options?: BooleanOptions) => {
  const reading = readBoolean(text, options)
  return reading.status === 'certain' ? reading.value : reading.status
}

const YES = [
  'oui',
  'Oui',
  'OUI',
  'o',
  'vrai',
  'VRAI',
  'V',
  'true',
  'TRUE',
  'yes',
  'y',
  '1',
  '1.0',
  'x',
  'X',
  '✓',
  '✔️',
  '☑',
  '✅',
  'Oui !',
  '(oui)',
  'avec',
  'on',
  ' oui ',
  'ok',
]
const NO = ['non', 'Non', 'N', 'faux', 'F', 'false', 'no', '0', '0,0', '✗', '❌', '☐', 'sans', 'off', 'ko', 'absent']

describe('booleans', () => {
  it.each(YES)('« %s » is a yes', text => expect(value(text)).toBe('true'))
  it.each(NO)('« %s » is a no', text => expect(value(text)).toBe('false'))

  it('are written in the words of the model', () => {
    const options = { trueValues: ['oui', 'true', '1'], falseValues: ['non', 'false', '0'] }
    expect(value('VRAI', options)).toBe('oui')
    expect(value('x', options)).toBe('oui')
    expect(value('✗', options)).toBe('non')
    expect(value('1', options)).toBe('1')
  })

  it('keep a word that the model itself takes, whatever it means elsewhere', () => {
    expect(value('non', { trueValues: ['non'], falseValues: ['oui'] })).toBe('non')
  })

  it('are asked when the rest of the sentence would be lost', () => {
    expect(readBoolean('oui, sur demande')).toMatchObject({ status: 'doubtful', candidates: [{ value: 'true' }] })
    expect(readBoolean('Non accessible')).toMatchObject({ status: 'doubtful', candidates: [{ value: 'false' }] })
  })

  it.each(['oui/non', 'oui et non', '2', 'en partie', 'NC', '-', 'peut-être'])('refuses « %s »', text =>
    expect(value(text)).toBe('refused'),
  )

  it('leave an empty cell empty, never throw, and read again what they wrote', () => {
    expect(value('  ')).toBe('empty')
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...YES, ...NO))
    fc.assert(
      fc.property(cell, text => {
        const once = readBoolean(text)
        if (once.status === 'certain') expect(value(once.value)).toBe(once.value)
      }),
    )
  })
})
