import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scrubber } from './scrub.ts'

const scrub = scrubber('06 12 34 56 78')

test('a text is taken out of what holds it; the rest stays', () => {
  expect(scrub('Anne, 06 12 34 56 78')).toBe('Anne, ')
  expect(scrub('rien ici')).toBe('rien ici')
  expect(scrubber('abcd')('1 ababcdcd 2')).toBe('1  2')
})

test('in JSON, and in JSON within JSON', () => {
  const within = JSON.stringify({ body: JSON.stringify([['tel', '06 12 34 56 78']]), seq: 3 })
  expect(JSON.parse(scrub(within))).toEqual({ body: '[["tel",""]]', seq: 3 })
  expect(JSON.parse(scrubber('L"été')(JSON.stringify({ to: 'dit L"été' })))).toEqual({ to: 'dit ' })
  const untouched = '{ "a":  1 }'
  expect(scrub(untouched)).toBe(untouched)
})

test('names of columns, where objects are cells by column', () => {
  const step = JSON.stringify({ op: 'row', now: { a: 1 }, row: { key: { '06 12 34 56 78': 'x' } } })
  expect(JSON.parse(scrub(step))).toEqual({ op: 'row', now: { a: 1 }, row: { key: { '': 'x' } } })
})

test('a number that a spreadsheet held; not a number of the program', () => {
  const cell = JSON.stringify({ line: 612345678, natives: [{ type: 'number', value: 612345678, shown: '612345678' }] })
  expect(JSON.parse(scrubber('612345678')(cell))).toEqual({
    line: 612345678,
    natives: [{ type: 'number', value: 0, shown: '' }],
  })
})

test('words of the program are not touched', () => {
  const step = JSON.stringify({
    id: 'main-3',
    step: { type: 'by-hand', corrections: [{ column: 'by-hand', to: 'by-hand' }] },
  })
  expect(JSON.parse(scrubber('by-hand')(step))).toEqual({
    id: 'main-3',
    step: { type: 'by-hand', corrections: [{ column: '', to: '' }] },
  })
})

test('a short text goes where it is all that the cell holds', () => {
  const short = scrubber('Léo')
  expect([short('Léo'), short('Léo Martin'), short('["Léo","Léonie"]')]).toEqual(['', 'Léo Martin', '["","Léonie"]'])
})

test('nothing of the text is left, whatever holds it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), fc.jsonValue(), (text, value) => {
      const held = JSON.stringify({ cells: [text, `${text}.`], note: { to: text }, value })
      const left = JSON.parse(scrubber(text)(held))
      expect([left.cells[0], left.note.to]).toEqual(['', ''])
      expect(left.cells[1].includes(text)).toBe(false)
    }),
  )
})
