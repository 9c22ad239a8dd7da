import { describe, expect, test } from 'vitest'
import { filledDown, pasted, repeatedFrom } from './ranges.ts'
import { alone, moved, rangeOf } from './selection.ts'

const size = { rows: 6, columns: 3 }
/** Column 0 filled in rows 0, 1 and 4. */
const filled = ({ at, column }: { at: number; column: number }) => column === 0 && [0, 1, 4].includes(at)
const go = (at: number, column: number, key: string, ctrl = false) =>
  moved({ at, column }, { key, ctrl, page: 4 }, size, filled)

describe('keys of the arrows', () => {
  test.each([
    ['ArrowDown', 0, 0, false, 1, 0],
    ['ArrowUp', 0, 1, false, -1, 1],
    ['ArrowLeft', 0, 0, false, 0, -1],
    ['ArrowRight', 0, 2, false, 0, 2],
    ['Home', 3, 2, false, 3, 0],
    ['Home', 3, 2, true, 0, 0],
    ['End', 3, 0, false, 3, 2],
    ['End', 3, 0, true, 5, 2],
    ['PageDown', 1, 0, false, 5, 0],
    ['PageUp', 1, 0, false, 0, 0],
  ])('%s from %i,%i (ctrl %j)', (key, at, column, ctrl, toAt, toColumn) => {
    expect(go(at, column, key, ctrl)).toEqual({ at: toAt, column: toColumn })
  })

  test('with Ctrl, an arrow goes to the end of what is filled, then to what is next, then to the border', () => {
    expect(go(0, 0, 'ArrowDown', true)).toEqual({ at: 1, column: 0 })
    expect(go(1, 0, 'ArrowDown', true)).toEqual({ at: 4, column: 0 })
    expect(go(4, 0, 'ArrowDown', true)).toEqual({ at: 5, column: 0 })
    expect(go(5, 0, 'ArrowUp', true)).toEqual({ at: 4, column: 0 })
  })

  test('another key is not theirs', () => {
    expect(go(0, 0, 'a')).toBeUndefined()
  })
})

test('the margin takes whole rows, the header whole columns', () => {
  expect(rangeOf({ active: { at: 1, column: -1 }, corner: { at: 2, column: -1 } }, size)).toEqual({
    top: 1,
    bottom: 2,
    left: 0,
    right: 2,
  })
  expect(rangeOf(alone({ at: -1, column: 1 }), size)).toEqual({ top: 0, bottom: 5, left: 1, right: 1 })
})

describe('blocks', () => {
  const textAt = (at: number, column: number) => `${at}${column}`

  test('one cell pasted fills what is selected, a block that does not fit is pasted once', () => {
    const range = { top: 0, bottom: 2, left: 0, right: 0 }
    expect(pasted([['x']], range, 3).map(({ at }) => at)).toEqual([0, 1, 2])
    expect(pasted([['x'], ['y']], range, 3).map(({ to }) => to)).toEqual(['x', 'y'])
  })

  test('what does not fit in the columns is left out, rows beyond the last are told', () => {
    const range = { top: 5, bottom: 5, left: 2, right: 2 }
    expect(
      pasted(
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        range,
        3,
      ),
    ).toEqual([
      { at: 5, column: 2, to: 'a' },
      { at: 6, column: 2, to: 'c' },
    ])
  })

  test('fill down: from the first row selected, or from the row above', () => {
    expect(filledDown({ top: 1, bottom: 3, left: 0, right: 0 }, textAt).map(({ at, to }) => [at, to])).toEqual([
      [2, '10'],
      [3, '10'],
    ])
    expect(filledDown({ top: 2, bottom: 2, left: 1, right: 1 }, textAt)).toEqual([{ at: 2, column: 1, to: '11' }])
    expect(filledDown({ top: 0, bottom: 0, left: 1, right: 1 }, textAt)).toEqual([])
  })

  test('a drag repeats the block, also upwards', () => {
    const source = { top: 2, bottom: 3, left: 0, right: 0 }
    expect(repeatedFrom(source, { ...source, top: 4, bottom: 6 }, textAt).map(({ to }) => to)).toEqual([
      '20',
      '30',
      '20',
    ])
    expect(repeatedFrom(source, { ...source, top: 1, bottom: 1 }, textAt).map(({ to }) => to)).toEqual(['30'])
  })
})
