import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePattern } from './pattern.ts'

const judge = (pattern: string, text: string): boolean | undefined => {
  const compiled = compilePattern(pattern)
  if ('unusable' in compiled) throw new Error(compiled.unusable)
  return compiled.test(text)
}
const unusable = (pattern: string) => {
  const compiled = compilePattern(pattern)
  return 'unusable' in compiled ? compiled.unusable : undefined
}

describe('as Python’s re.match of ^pattern$', () => {
  test.each([
    ['^\\d{5}$', '78680', true],
    ['\\d{5}', '78680', true],
    ['\\d{5}', '7868', false],
    ['\\d{5}', 'x78680', false],
    // No group around: `^a` or `b$`.
    ['a|b', 'ax', true],
    ['a|b', 'xb', true],
    ['a|b', 'xa', false],
    // Escapes that the `u` flag would refuse.
    ["[\\w\\-\\.\\']+@mairie\\.fr", "l'accueil.été-2@mairie.fr", true],
    ['[-\\w]+', 'Épône-sur-Œil', true],
    ['\\w+', 'Mézières', true],
    ['\\w+', 'a b', false],
    ['\\W', 'é', false],
    ['[^\\W]+', 'abc', true],
    ['(?P<an>\\d{4})-\\d\\d', '2026-03', true],
    ['\\A\\d+\\Z', '12', true],
    // Python's `$` stands before a last line ending too.
    ['\\d+', '12\n', true],
    ['\\d+', '12\n\n', false],
    ['(?!0)\\d+', '12', true],
    ['(?!0)\\d+', '012', false],
    ['(\\d)\\1', '33', true],
    ['(\\d)\\1', '34', false],
    ['', '', true],
  ])('%j on %j: %j', (pattern, text, expected) => {
    expect(judge(pattern, text)).toBe(expected)
  })

  test('the patterns of real schemas', () => {
    const insee = '^([013-9]\\d|2[AB1-9])\\d{3}$'
    expect(['78217', '2A004', '20004', '7821'].map(code => judge(insee, code))).toEqual([true, true, false, false])
    const days = '^((lundi|mardi|dimanche)(\\|)?)*$|^(non renseigné){1}'
    expect(['lundi|mardi', 'non renseigné', 'lundi,mardi'].map(text => judge(days, text))).toEqual([true, true, false])
    const services = '(?:(?:^|\\|)(Fixe|Itinérant))+$'
    expect(['Fixe', 'Fixe|Itinérant', 'Fixe, Itinérant'].map(text => judge(services, text))).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('a foreign pattern cannot hang', () => {
  const a = 'a'.repeat(100_000)
  test.each([
    '^(a+)+$',
    '(a|a)*',
    '(a|aa)+',
    '(a*)*b',
    'a*a*a*a*a*b',
    `${'a?'.repeat(40)}${'a'.repeat(40)}`,
    '(a?){40}a{40}',
    '((a{1,9}){1,9}){1,9}b',
    '(.*)(.*)(.*)(.*)(.*)[^a]',
    '([a-z]+)*\\d',
  ])('%s', pattern => {
    for (const text of [a, `${a}!`, `${'a'.repeat(60)}!`]) expect(typeof judge(pattern, text)).toBe('boolean')
  })

  test('neither engine can judge it: said so, for the pattern or for the text', () => {
    expect(unusable('(?=(a+)+$)a+')).toContain('temps sans fin')
    expect(unusable('((a+)+)\\1')).toContain('temps sans fin')
    expect(judge('(?!b).*a.*', 'aaa')).toBe(true)
    expect(judge('(?!b).*a.*', a)).toBeUndefined()
  })

  test('a pattern that is none', () => {
    expect(unusable('(')).toContain('mal écrit')
    expect(unusable('[')).toContain('mal écrit')
  })
})

test('both engines agree on what both can judge', () => {
  const piece = fc.constantFrom('a', 'b', '[ab]', '.', '\\d', '(a|b)', '(ab)', 'é', '\\w')
  const times = fc.constantFrom('', '?', '*', '+', '{2}', '{1,3}')
  const pattern = fc.array(fc.tuple(piece, times), { minLength: 1, maxLength: 5 }).map(parts => parts.flat().join(''))
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '1', '\n'), maxLength: 12 })
  fc.assert(
    fc.property(pattern, text, (pattern, text) => {
      // So many choices that only the linear-time engine may judge.
      const padded = `(?:${pattern})(?:z?){30}`
      expect(judge(padded, text)).toBe(judge(`(?:${pattern})`, text))
    }),
  )
})
