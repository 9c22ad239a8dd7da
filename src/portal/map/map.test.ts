import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PublishedColumn } from '../../publication/published.ts'
import { drawingOf } from './outline.ts'
import { type MapPoint, mapData, nameColumn } from './points.ts'

const column = (name: string, type: PublishedColumn['type'] = 'string'): PublishedColumn => ({
  ...{ name, title: '', description: '', type, format: 'default' },
})
const place = { latitude: 'lat', longitude: 'lon' }

test('a row is named by the column called so, else by its first text that is no coordinate', () => {
  expect(nameColumn({ columns: [column('id'), column('nom_usage')], place })).toBe('nom_usage')
  expect(nameColumn({ columns: [column('lat'), column('type')], place })).toBe('type')
  expect(nameColumn({ columns: [column('n', 'integer')], place })).toBe('n')
})

test('points travel with what is told of them; a row without point does not', () => {
  const version = { columns: [column('nom'), column('lat'), column('lon'), column('tel')], place }
  expect(
    mapData(version, [
      [1.8, 48.9, 'Mairie', '01'],
      [null, null, 'Piscine', ''],
    ]),
  ).toEqual({
    columns: ['tel'],
    points: [[1.8, 48.9, 'Mairie', '01']],
  })
})

test('every dot is on the drawing, north above, the bar a round length', () => {
  const point = fc.tuple(fc.double({ min: -63, max: 56, noNaN: true }), fc.double({ min: -22, max: 51, noNaN: true }))
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), pairs => {
      const points = pairs.map(([x, y]): MapPoint => [x, y, 'a'])
      const { width, height, dots, scale } = drawingOf(points)
      for (const { x, y } of dots) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(height)
      }
      const norths = points.map(([, y], at) => [y, dots[at]!.y] as const).sort(([a], [b]) => a - b)
      for (let at = 1; at < norths.length; at++) expect(norths[at]![1]).toBeLessThanOrEqual(norths[at - 1]![1])
      expect(scale.bar).toBeLessThanOrEqual(width / 5 + 0.1)
      expect(String(scale.metres)).toMatch(/^(?:0\.0*)?[125]0*$/)
    }),
  )
})
