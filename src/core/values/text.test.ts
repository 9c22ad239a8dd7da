import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparisonKey, oneLine, readText, stripAccents, tidyText } from './text.ts'

describe('tidyText', () => {
  it.each([
    ['  Épône\u00A0 ', 'Épône'],
    ['rue\u2009des \t Lilas', 'rue des Lilas'],
    ['zero\u200Bwidth\uFEFF', 'zerowidth'],
    ['cafe\u0301', 'café'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\n\n\n\nb', 'a\n\nb'],
    ['gauche\u202Eetiord', 'gaucheetiord'],
    ['👩\u200D🚒', '👩\u200D🚒'],
    ['a\u0000b', 'ab'],
  ])('%j', (text, expected) => expect(tidyText(text)).toBe(expected))

  it('says what it did, keeps what is tidy, and calls blanks empty', () => {
    expect(readText('Épône')).toEqual({ status: 'certain', value: 'Épône' })
    expect(readText(' Épône')).toMatchObject({ status: 'certain', value: 'Épône', note: expect.any(String) })
    expect(readText(' \u00A0 ')).toEqual({ status: 'empty' })
    expect(oneLine('a\nb')).toBe('a b')
  })

  it('done twice is done once, and loses no letter nor digit', () => {
    const letters = (text: string) =>
      text
        .normalize('NFC')
        .match(/[\p{L}\p{N}]/gu)
        ?.join('') ?? ''
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const once = tidyText(text)
        expect(tidyText(once)).toBe(once)
        expect(letters(once)).toBe(letters(text))
      }),
    )
  })
})

describe('keys', () => {
  it('keep what two writings have in common', () => {
    expect(comparisonKey('CAFÉ  de la Gare')).toBe(comparisonKey('café de la gare'))
    expect(comparisonKey('Boucherie & Fils')).toBe('boucherie et fils')
    expect(comparisonKey('Œuvre d’art')).toBe('oeuvre d art')
    expect(comparisonKey('Café de la Gare', { articles: 'drop' })).toBe('cafe gare')
    expect(comparisonKey('La', { articles: 'drop' })).toBe('la')
    expect(stripAccents('ÉPÔNE Æ')).toBe('EPONE AE')
  })
})
