import { expect, test } from 'vitest'
import { type Arrival, arrivalsReducer, asking, pastedText } from './arrivals.ts'

test('a file comes, is asked about, and leaves; the others stay', () => {
  const acts = [
    { type: 'sent', key: 'a', name: 'a.xlsx' },
    { type: 'sent', key: 'b', name: 'b.pdf' },
    { type: 'moved', key: 'b', to: { state: 'refused', reason: 'Ce fichier est protégé.' } },
    { type: 'moved', key: 'a', to: { state: 'asking' } },
  ] as const
  const arrivals = acts.reduce<readonly Arrival[]>(arrivalsReducer, [])
  expect(arrivals.map(({ name, state }) => [name, state])).toEqual([
    ['a.xlsx', 'asking'],
    ['b.pdf', 'refused'],
  ])
  expect(asking(arrivals).map(({ key }) => key)).toEqual(['a'])
  expect(arrivalsReducer(arrivals, { type: 'gone', key: 'a' })).toHaveLength(1)
})

test('what is pasted: the text of a sheet, the table of a page', () => {
  const html = '<p>x</p><table><tr><td>1</td></tr></table>'
  expect(pastedText({ text: 'nom\tville', html })).toBe('nom\tville')
  expect(pastedText({ text: 'nom ville', html })).toBe(html)
  expect(pastedText({ text: 'nom;ville' })).toBe('nom;ville')
})
