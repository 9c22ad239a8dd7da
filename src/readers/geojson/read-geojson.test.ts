import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { UnreadableFile } from '../../core/table/read-result.ts'
import { readGeojson } from './read-geojson.ts'

const read = (value: unknown) =>
  readGeojson(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)))
const table = (value: unknown) => read(value).grid.rows.map(row => row.cells)
const feature = (properties: unknown, geometry: unknown, more = {}) => ({
  type: 'Feature',
  properties,
  geometry,
  ...more,
})
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates })

describe('GeoJSON', () => {
  test('one row a feature, columns in the order of appearance', () => {
    const shape = {
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    }
    const { grid, format } = read(
      collection(
        feature({ nom: 'Mairie', places: 12, pmr: true, liste: ['a', 1] }, point(1.81, 48.95)),
        feature({ nom: 'Voie', note: null }, shape),
        feature(null, null, { id: 7 }),
      ),
    )
    expect(format).toBe('geojson')
    expect(grid.rows.map(row => row.cells)).toEqual([
      ['nom', 'places', 'pmr', 'liste', 'note', 'id', 'longitude', 'latitude', 'geometry'],
      ['Mairie', '12', 'true', '["a",1]', '', '', '1.81', '48.95', ''],
      ['Voie', '', '', '', '', '', '', '', JSON.stringify(shape)],
      ['', '', '', '', '', '7', '', '', ''],
    ])
    expect(grid.rows.map(row => row.line)).toEqual([1, 2, 3, 4])
  })

  test('coordinates are left as they are written', () => {
    expect(
      table(
        collection(
          feature({ a: 1 }, point('1,81', '48.95')),
          feature({ a: 2 }, point(610000.5, 6890000)),
          feature({ a: 3 }, point()),
        ),
      ),
    ).toEqual([
      ['a', 'longitude', 'latitude'],
      ['1', '1,81', '48.95'],
      ['2', '610000.5', '6890000'],
      ['3', '', ''],
    ])
  })

  test('points in metres are told: their columns are named in degrees', () => {
    const { warnings } = read(collection(feature({}, point(615000.5, 6870000)), feature({}, point(1.8, 48.9))))
    expect(warnings).toEqual([
      '1 point n’est pas en degrés, comme celui d’un plan en mètres (Lambert 93 par exemple) : « longitude » et « latitude » gardent les nombres du fichier.',
    ])
  })
  test('one feature a line is GeoJSON too', () => {
    const lines = [feature({ nom: 'a' }, point(1.8, 48.9)), feature({ nom: 'b' }, null)].map(one => JSON.stringify(one))
    const { grid, format } = read(lines.join('\n'))
    expect(format).toBe('geojson')
    expect(grid.rows.map(row => row.cells)).toEqual([
      ['nom', 'longitude', 'latitude'],
      ['a', '1.8', '48.9'],
      ['b', '', ''],
    ])
  })
  test('an identifier of the feature that is not its property « id » keeps a column', () => {
    expect(table(collection(feature({ id: 1 }, null, { id: 'f1' }), feature({ id: 2 }, null, { id: 2 })))).toEqual([
      ['id', 'feature.id'],
      ['1', 'f1'],
      ['2', ''],
    ])
  })
  test('a property named longitude keeps its cell', () => {
    expect(table(feature({ longitude: 'est' }, point(1, 2)))).toEqual([
      ['longitude', 'geometry.longitude', 'latitude'],
      ['est', '1', '2'],
    ])
  })

  test('names such as __proto__ keep their cells and pollute nothing', () => {
    const text =
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":{"x":1},"constructor":"c"},"geometry":null}]}'
    expect(table(text)).toEqual([
      ['__proto__', 'constructor'],
      ['{"x":1}', 'c'],
    ])
    expect('x' in {}).toBe(false)
  })
})

describe('JSON', () => {
  test('a list of objects, a list under a key, a list of lists, one object, lines', () => {
    expect(table([{ a: 1 }, { b: 'x', a: 2 }])).toEqual([
      ['a', 'b'],
      ['1', ''],
      ['2', 'x'],
    ])
    expect(table({ total: 2, page: { results: [{ a: 1 }, { a: 2 }] } })).toEqual([['a'], ['1'], ['2']])
    expect(
      table([
        ['a', 'b'],
        [1, null],
      ]),
    ).toEqual([
      ['a', 'b'],
      ['1', ''],
    ])
    expect(table({ nom: 'Mairie', tel: '01' })).toEqual([
      ['nom', 'tel'],
      ['Mairie', '01'],
    ])
    expect(table('{"a":1}\n{"a":2}\n')).toEqual([['a'], ['1'], ['2']])
    expect(read([{ a: 1 }]).format).toBe('json')
  })

  test('no digit is lost, none is added', () => {
    expect(
      table('[{"id":12345678901234567890,"x":1e-7,"y":1e21,"t":"n 12345678901234567890","d":2.3522219000000001}]')[1],
    ).toEqual(['12345678901234567890', '0.0000001', '1000000000000000000000', 'n 12345678901234567890', '2.3522219'])
  })

  test.each([
    ['[{"a":NaN}]', /ligne 1 je lis « NaN »/],
    ['[\n{"a":1},\n{"a":}]', /ligne 3/],
    ['[{"a":1}', /incomplet|correct/],
    ['[]', /aucune ligne/],
    ['12', /aucune ligne/],
    ['['.repeat(20_000), /10 000 niveaux/],
    ['', /vide/],
  ])('%j is refused with a sentence', (text, sentence) => {
    expect(() => read(text)).toThrow(UnreadableFile)
    expect(() => read(text)).toThrow(sentence)
  })

  test('5,000 levels are read or refused, never a crash', () => {
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`
    const nested = `[{"nom":"x","valeur":${'['.repeat(5000)}${']'.repeat(5000)}}]`
    for (const text of [deep, nested]) {
      try {
        expect(read(text).grid.rows).toHaveLength(2)
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableFile)
      }
    }
  })
})

const SHARED = new URL('../../../../shared/data/hostile/', import.meta.url)
describe.skipIf(!existsSync(SHARED))('public corpora (../shared absent: skipped)', () => {
  test.each([
    'generated/geojson/',
    'generated/json/',
    'jsontestsuite/test_parsing/',
    'geojsonhint/good/',
    'geojsonhint/bad/',
  ])('%s', folder => {
    let read = 0
    for (const name of readdirSync(new URL(folder, SHARED)).filter(file => /json(\.gz)?$/.test(file))) {
      const raw = readFileSync(new URL(encodeURIComponent(name), new URL(folder, SHARED)))
      try {
        expect(
          readGeojson(new Uint8Array(name.endsWith('.gz') ? gunzipSync(raw) : raw)).grid.rows.length,
        ).toBeGreaterThan(1)
        read++
      } catch (error) {
        expect(error, name).toBeInstanceOf(UnreadableFile)
      }
    }
    expect(read).toBeGreaterThan(0)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
