import { describe, expect, it } from 'vitest'
import { field } from '../../recipe/model-for-tests.ts'
import { DuplicateRows, findPoint } from './row-checks.ts'

const longitude = field('Xlong', { type: 'number', role: 'longitude' })
const latitude = field('Ylat', { type: 'number', role: 'latitude' })
const point = field('geo', { type: 'geopoint' })

describe('findPoint', () => {
  it('finds the two columns wherever they are, unknown columns between them', () => {
    expect(findPoint([field('nom'), latitude, undefined, longitude])).toMatchObject({ longitude: 3, latitude: 1 })
  })

  it('finds the one column of points', () =>
    expect(findPoint([undefined, point])).toMatchObject({ longitude: 1, latitude: 1 }))

  it('chooses nothing among several', () => {
    expect(findPoint([longitude, longitude, latitude])).toBeUndefined()
    expect(findPoint([point, point])).toBeUndefined()
    expect(findPoint([longitude])).toBeUndefined()
  })
})

describe('DuplicateRows', () => {
  it('gives the line of the first same row', () => {
    const rows = new DuplicateRows()
    expect(rows.firstSame(1, 2, 10)).toBeUndefined()
    expect(rows.firstSame(2, 1, 11)).toBeUndefined()
    expect(rows.firstSame(1, 2, 12)).toBe(10)
    expect(rows.firstSame(1, 2, 13)).toBe(10)
  })
})
