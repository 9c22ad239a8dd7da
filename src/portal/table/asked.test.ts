import { expect, test } from 'vitest'
import type { PublishedColumn } from '../../publication/published.ts'
import { tableAsked, tableQuery, tableSearch } from './asked.ts'

const column = (name: string): PublishedColumn => ({
  name,
  title: '',
  description: '',
  type: 'string',
  format: 'default',
})
const version = { columns: [column('nom'), column('voie & n°')] }

test('an address comes back as it was read', () => {
  const text = '?q=boulangerie+%26+co&colonne=nom&tri=voie+%26+n%C2%B0&sens=decroissant&page=3'
  const asked = tableAsked(Object.fromEntries(new URLSearchParams(text)), version)
  expect(asked).toEqual({ words: 'boulangerie & co', column: 'nom', sort: 'voie & n°', descending: true, page: 3 })
  expect(tableSearch(asked)).toBe(text)
  expect(tableQuery(asked)).toMatchObject({ offset: 100, limit: 50, where: { type: 'search', columns: ['nom'] } })
})

test('what the set has not is left aside', () => {
  const asked = tableAsked({ q: ['a', 'b'], colonne: 'autre', tri: '__proto__', page: '-1', sens: 'x' }, version)
  expect(asked).toEqual({ words: 'a', descending: false, page: 1 })
  expect(tableSearch({ ...asked, words: '' })).toBe('')
})
