import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CkanProblem } from './problem.ts'
import { parseSearch } from './solr.ts'

const is = (text: string, field?: string, how = 'word') => ({
  type: 'is',
  ...(field !== undefined && { field }),
  text,
  how,
})

test('what catalogs are asked in', () => {
  expect(parseSearch('')).toEqual({ type: 'all' })
  expect(parseSearch('*:*')).toEqual({ type: 'all' })
  expect(parseSearch('vélo piste')).toEqual({ type: 'and', of: [is('vélo'), is('piste')] })
  expect(parseSearch('a OR b AND c')).toEqual({ type: 'or', of: [is('a'), { type: 'and', of: [is('b'), is('c')] }] })
  expect(parseSearch('organization:epone AND -tags:"deux mots"')).toEqual({
    type: 'and',
    of: [is('epone', 'organization'), { type: 'not', of: is('deux mots', 'tags', 'phrase') }],
  })
  expect(parseSearch('tags:(a OR b*)')).toEqual({ type: 'or', of: [is('a', 'tags'), is('b', 'tags', 'prefix')] })
  expect(parseSearch('metadata_modified:[2021-01-01T00:00:00Z TO *]')).toEqual({
    type: 'range',
    field: 'metadata_modified',
    from: '2021-01-01T00:00:00Z',
    to: '*',
  })
  expect(parseSearch('NOT (a b)')).toEqual({ type: 'not', of: { type: 'and', of: [is('a'), is('b')] } })
  expect(parseSearch('res_format:*')).toEqual(is('', 'res_format', 'prefix'))
})

test('whatever is written is read, or refused as a wrong search', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'é*',
      '"x y"',
      '"',
      '(',
      ')',
      '[',
      ']',
      ':',
      'AND',
      'OR',
      'NOT',
      'TO',
      '-',
      '+',
      '-a',
      '*',
      '\\',
      '&&',
      '{',
      '}',
      ' ',
    ],
  )
  const text = fc.oneof(
    fc.array(piece, { maxLength: 15 }).map(pieces => pieces.join(' ')),
    fc.array(piece, { maxLength: 15 }).map(pieces => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
  )
  fc.assert(
    fc.property(text, written => {
      try {
        parseSearch(written)
      } catch (error) {
        expect(error).toBeInstanceOf(CkanProblem)
      }
    }),
    { numRuns: 3000 },
  )
  expect(() => parseSearch('('.repeat(500))).toThrow(CkanProblem)
  expect(() => parseSearch('NOT '.repeat(1500))).toThrow(CkanProblem)
})
