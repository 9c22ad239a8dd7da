import { expect, test } from 'vitest'
import { Layers } from './layers.ts'

test('what this page wrote shows above what the server says, until it is acknowledged', () => {
  const layers = new Layers()
  layers.receive(1, 'server', 3)
  layers.write('a', 1, 'mine')
  layers.receive(1, 'other', 4)
  expect(layers.value(1)).toBe('mine')
  expect(layers.acknowledge('a', 5)).toEqual([1])
  expect(layers.value(1)).toBe('mine')
  expect(layers.isPending(1)).toBe(false)
})

test('the echo of an older act does not come back over a newer one', () => {
  const layers = new Layers()
  layers.write('a', 1, 'first')
  layers.write('b', 1, 'second')
  layers.acknowledge('a', 1)
  expect(layers.value(1)).toBe('second')
  layers.acknowledge('b', 2)
  layers.receive(1, 'first', 1)
  expect(layers.value(1)).toBe('second')
})

test('in a conflict the value that stayed shows', () => {
  const layers = new Layers()
  layers.write('a', 1, 'mine')
  layers.acknowledge('a', 7, new Map([[1, 'theirs']]))
  expect(layers.value(1)).toBe('theirs')
})

test('a refusal shows again what was there, an undo what the table says', () => {
  const layers = new Layers()
  layers.write('a', 1, 'mine')
  expect(layers.refuse('a')).toEqual([1])
  expect(layers.value(1)).toBeUndefined()
  layers.receive(1, 'x', 1)
  layers.receive(1, undefined, 2)
  expect([layers.value(1), [...layers.served()]]).toEqual([undefined, []])
})
