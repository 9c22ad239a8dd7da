import { describe, expect, it } from 'vitest'
import type { Field, Town } from '../models/model.ts'
import { field, modelOf } from '../recipe/model-for-tests.ts'
import { parseRecipe } from '../recipe/parse.ts'
import { sourceOf } from '../recipe/sources.ts'
import type { Recipe, Step } from '../recipe/step.ts'
import { findColumn, tableFromRows } from '../table/table.ts'
import { propose } from './propose.ts'

const degrees = [
  field('nom', { role: 'name' }),
  field('longitude', { type: 'number', role: 'longitude', constraints: { minimum: '-180', maximum: '180' } }),
  field('latitude', { type: 'number', role: 'latitude', constraints: { minimum: '-90', maximum: '90' } }),
]
const geopoint = [field('nom', { role: 'name' }), field('point', { type: 'geopoint', format: 'array', role: 'lonlat' })]

function proposed(fields: readonly Field[], names: string[], rows: string[][], town?: Town) {
  const table = tableFromRows(names, rows, { source: 'lieux.csv' })
  const { certain, toDecide, result } = propose(sourceOf(table), modelOf(fields), town ? { town } : {})
  const cells = (name: string) => findColumn(result.table, name)?.cells
  const step = (type: string) => certain.find(one => one.step.type === type)
  return { certain, toDecide, cells, step }
}

/** A recipe is read back as it was written, to the byte. */
const recipeOf = (step: Step): Recipe => ({ version: 1, model: 'm', steps: [{ id: 'e1', step, reason: '' }] })

const LAMBERT = [
  ['Lavoir', '619123.4', '6873456.1'],
  ['Halle', '619201', '6873502'],
  ['École', '619333', '6873611'],
]

describe('two columns of metres', () => {
  it.each([
    ['X', 'Y'],
    ['X_L93', 'Y_L93'],
    ['coord_x', 'coord_y'],
    ['longitude', 'latitude'],
  ])('« %s » and « %s » become degrees, with a reason and an example', (x, y) => {
    const { cells, step } = proposed(degrees, ['nom', x, y], LAMBERT)
    expect(cells('longitude')).toEqual(['1.8956023', '1.896653', '1.898435'])
    expect(cells('latitude')).toEqual(['48.9559724', '48.956395', '48.957392'])
    const { reason, before, after, step: reproject } = step('reproject')!
    expect(JSON.stringify(parseRecipe(JSON.stringify(recipeOf(reproject))))).toBe(JSON.stringify(recipeOf(reproject)))
    expect(reason).toContain('Lambert 93')
    expect(reason).toContain('619123.4 ; 6873456.1')
    expect([before, after]).toEqual([3, 0])
  })

  it('are asked about when two projections fit, unless the town tells', () => {
    const rows = [['Halle', '1175000', '6254000']]
    const names = ['nom', 'X', 'Y']
    const corsica: Town = { insee: '2B033', name: 'Bastia', postcodes: [], department: '2B' }
    const free = proposed(degrees, names, [['Halle', '650000', '1750000']])
    expect(free.step('reproject')).toBeUndefined()
    expect(free.toDecide.filter(({ step }) => step.type === 'reproject')).toHaveLength(2)
    expect(proposed(degrees, names, rows, corsica).step('reproject')?.step).toMatchObject({ crs: 'EPSG:2154' })
  })

  it('are joined in degrees for a model that wants one point', () => {
    const { cells, step } = proposed(geopoint, ['nom', 'X', 'Y'], LAMBERT)
    expect(cells('point')?.[1]).toBe('[1.896653, 48.956395]')
    expect(step('join-lonlat')!.reason).toContain('Lambert 93')
  })
})

describe('degrees', () => {
  it('in one column go to the two of the model', () => {
    const { cells, step } = proposed(
      degrees,
      ['nom', 'GPS'],
      [
        ['Lavoir', '48,9537 ; 1,8135'],
        ['Halle', '48.9541, 1.8151'],
      ],
    )
    expect(cells('latitude')).toEqual(['48.9537', '48.9541'])
    expect(cells('longitude')).toEqual(['1.8135', '1.8151'])
    expect(step('split-lonlat')!.reason).toContain('latitude 48.9537')
  })

  it('of a few rows the wrong way round are put right, with their count', () => {
    const { cells, step } = proposed(
      degrees,
      ['nom', 'longitude', 'latitude'],
      [
        ['Lavoir', '1.8135', '48.9537'],
        ['Halle', '48.9541', '1.8151'],
        ['École', '1.8170', '48.9555'],
      ],
    )
    expect(cells('longitude')).toEqual(['1.8135', '1.8151', '1.8170'])
    expect(step('swap-lonlat')).toMatchObject({ before: 1, after: 0 })
  })

  it('that are right ask for nothing', () => {
    const { certain } = proposed(degrees, ['nom', 'longitude', 'latitude'], [['Lavoir', '1.8135', '48.9537']])
    expect(certain.map(({ step }) => step.type)).not.toContain('swap-lonlat')
  })

  it('in two columns are joined as the model writes a point', () => {
    const { cells } = proposed(geopoint, ['nom', 'lon', 'lat'], [['Lavoir', '1,8135', '48,9537']])
    expect(cells('point')).toEqual(['[1.8135, 48.9537]'])
  })

  it('are not seen in numbers that only look like them', () => {
    const { certain } = proposed(
      degrees,
      ['nom', 'places'],
      [
        ['Lavoir', '45/5'],
        ['Halle', '48 / 2'],
        ['École', '48,5'],
      ],
    )
    expect(certain.map(({ step }) => step.type)).not.toContain('split-lonlat')
  })
})
