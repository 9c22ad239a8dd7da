import { describe, expect, it } from 'vitest'
import type { Field, Town } from '../../models/model.ts'
import { field, modelOf } from '../../recipe/model-for-tests.ts'
import { tableFromRows } from '../../table/table.ts'
import { checkTable } from '../index.ts'

const lonLat = [field('lon', { type: 'number', role: 'longitude' }), field('lat', { type: 'number', role: 'latitude' })]
const geopoint = [field('point', { type: 'geopoint', format: 'array' })]
const epone: Town = { insee: '78217', name: 'Épône', postcodes: ['78680'], department: '78' }

function findings(fields: readonly Field[], rows: string[][], town?: Town) {
  const table = tableFromRows(
    fields.map(({ name }) => name),
    rows,
  )
  return checkTable(table, modelOf(fields), town ? { town } : {}).findings
}
const codes = (...args: Parameters<typeof findings>) => findings(...args).map(({ code, row }) => `${code} ${row}`)

describe.each([
  ['two columns', lonLat, (lon: string, lat: string) => [lon, lat]],
  ['one column', geopoint, (lon: string, lat: string) => [`[${lon}, ${lat}]`]],
] as const)('points in %s', (_, fields, row) => {
  it('in France say nothing, on both sides of the ocean', () => {
    expect(codes(fields, [row('1.8135', '48.9537'), row('-61.5331', '16.2411'), row('55.4481', '-20.8789')])).toEqual(
      [],
    )
  })

  it('turned over, at zero, abroad', () => {
    expect(codes(fields, [row('48.9537', '1.8135'), row('0', '0'), row('-74.0', '40.7')])).toEqual([
      'carnet/swapped-coordinates 2',
      'carnet/far-coordinates 3',
      'carnet/far-coordinates 4',
    ])
  })

  it('far from the department of the town', () => {
    const rows = [row('1.8135', '48.9537'), row('5.3698', '43.2965')]
    expect(codes(fields, rows)).toEqual([])
    expect(codes(fields, rows, epone)).toEqual(['carnet/outside-town 3'])
  })

  it('outside the box of the town, when it is known', () => {
    const town: Town = { ...epone, box: [1.78, 48.93, 1.84, 48.98] }
    expect(codes(fields, [row('1.8135', '48.9537'), row('2.3522', '48.8566')], town)).toEqual(['carnet/outside-town 3'])
  })

  it('rounded so that they pile up', () => {
    const at = (...places: string[]) => places.map((place, n) => row(`1.8${place}`, n < 9 ? '48.95' : '48.9'))
    expect(codes(fields, at('1', '1', '1', '2', '2'))).toContain('carnet/rounded-coordinates null')
    expect(codes(fields, at('1234', '1235', '1236', '1237', '1238'))).toEqual([])
    expect(codes(fields, at('1', '2', '3', '4', '5'))).toEqual([])
  })
})

it('metres are called metres', () => {
  const [finding] = findings(lonLat, [['619123', '6873456']])
  expect(finding).toMatchObject({ code: 'carnet/projected-coordinates', level: 'warning' })
  expect(finding?.message).toContain('Lambert 93')
})

it('one cell can be mended at once when a single reading is left', () => {
  expect(findings(geopoint, [['[48.9537, 1.8135]']])[0]?.fix).toEqual({
    type: 'replace-values',
    column: 'point',
    values: [{ from: '[48.9537, 1.8135]', to: '[1.8135, 48.9537]' }],
  })
})

it('two columns are mended by a step of the recipe', () => {
  const fix = (x: string, y: string) => findings(lonLat, [[x, y]])[0]?.fix
  expect(fix('48.9537', '1.8135')).toEqual({ type: 'swap-lonlat', longitude: 'lon', latitude: 'lat' })
  expect(fix('619123', '6873456')).toMatchObject({ type: 'reproject', x: 'lon', y: 'lat', crs: 'EPSG:2154' })
  expect(fix('-74.0', '40.7')).toBeUndefined()
})
