import { expect, test } from 'vitest'
import { choicesInPattern } from './choices-in-pattern.ts'

test.each([
  ['^(a|b c){1}(\\|(a|b c))*$|^(non renseigné){1}$', ['a', 'b c']],
  ['(?:(?:^|\\|)(Fixe|Langues \\(autres\\)))+$', ['Fixe', 'Langues (autres)']],
])('%s', (pattern, values) => expect(choicesInPattern(pattern)).toEqual(values))

test.each(['^\\d{5}$', '^(a|b)$', '^([013-9]\\d|2[AB1-9])\\d{3}$', '(', '^-?\\d{1,2}(\\|-?\\d{1,2})*$'])(
  '%s is no list of choices',
  pattern => expect(choicesInPattern(pattern)).toBeUndefined(),
)
