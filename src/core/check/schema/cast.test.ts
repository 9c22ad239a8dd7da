import { describe, expect, test } from 'vitest'
import { parseModel } from '../../models/parse-model.ts'
import { compileCast } from './cast.ts'

const cast = (field: object, text: string) =>
  compileCast(parseModel({ fields: [{ name: 'x', ...field }] }).fields[0]!)(text)

function accepts(field: object, texts: readonly string[]) {
  for (const text of texts) expect(cast(field, text), `${JSON.stringify(field)} accepts « ${text} »`).toBeDefined()
}
function refuses(field: object, texts: readonly string[]) {
  for (const text of texts) expect(cast(field, text), `${JSON.stringify(field)} refuses « ${text} »`).toBeUndefined()
}

describe('string', () => {
  test('default, and formats unknown to the standard, judge nothing', () => {
    accepts({ type: 'string' }, ['x', ' ', '\n'])
    accepts({ type: 'string', format: 'siret' }, ['x'])
    accepts({}, ['x'])
  })
  test('email', () => {
    const email = { type: 'string', format: 'email' }
    accepts(email, ['mairie@epone.fr', 'jean-marie.l_o+vu@sous.domaine.gouv.fr', 'a@mairie-d-été.fr'])
    refuses(email, [
      'mairie',
      'mairie@',
      '@epone.fr',
      'mairie@epone',
      'a b@epone.fr',
      'rené@epone.fr',
      'a@epone.f',
      'a.@b.fr',
    ])
    refuses(email, [`${'a'.repeat(65)}@epone.fr`, 'a@-b.fr', 'mairie@epone.fr, école@epone.fr'])
  })
  test('uri: a scheme is all that frictionless asks', () => {
    const uri = { type: 'string', format: 'uri' }
    accepts(uri, ['https://www.épone.fr/a b', 'mailto:a@b.fr', 'urn:x'])
    refuses(uri, ['www.epone.fr', '/a/b', '1http://x', 'épone:x'])
  })
  test('uuid and binary', () => {
    accepts({ type: 'string', format: 'uuid' }, [
      '95ecc380-afe9-11e4-9b6c-751b66dd541e',
      '95ecc380afe911e49b6c751b66dd541e',
    ])
    refuses({ type: 'string', format: 'uuid' }, ['95ecc380-afe9', 'x'])
    accepts({ type: 'string', format: 'binary' }, ['bWFpcmll', 'YQ=='])
    refuses({ type: 'string', format: 'binary' }, ['é', 'YQ=', 'YQ'])
  })
})

describe('numbers', () => {
  test.each([
    [{}, '12', 12],
    [{}, '-12.50', -12.5],
    [{}, '+.5', 0.5],
    [{}, '5.', 5],
    [{}, ' 12 ', 12],
    [{}, '1e3', 1000],
    [{}, '1_000', 1000],
    [{}, 'NaN', Number.NaN],
    [{}, '-inf', Number.NEGATIVE_INFINITY],
    [{}, 'INFINITY', Number.POSITIVE_INFINITY],
    [{ decimalChar: ',' }, '12,5', 12.5],
    [{ decimalChar: ',' }, '12.5', 12.5],
    [{ groupChar: ' ' }, '12 500.5', 12500.5],
    [{ groupChar: '.', decimalChar: ',' }, '12.500,5', 12500.5],
    [{ bareNumber: false }, '12.5 €', 12.5],
    [{ bareNumber: false }, 'EUR 12.5', 12.5],
    [{ bareNumber: false }, '-12 %', -12],
  ])('number %j reads « %s » as %d', (options, text, value) => {
    expect(cast({ type: 'number', ...options }, text)).toBe(value)
  })
  test('what is no number', () => {
    refuses({ type: 'number' }, ['12,5', '12 500', '12€', 'x', '1.2.3', '.', '-', '1e', '0x10', '--1', '1-2'])
    refuses({ type: 'number', bareNumber: false }, ['€', 'x'])
  })
  test('integer', () => {
    accepts({ type: 'integer' }, ['0', '-12', '+3', ' 7 ', '007', '1_000'])
    refuses({ type: 'integer' }, ['1.0', '1,0', '1 000', '1e3', '', 'un'])
    expect(cast({ type: 'integer', bareNumber: false }, '95 %')).toBe(95)
    expect(cast({ type: 'integer', groupChar: ' ' }, '1 000')).toBe(1000)
  })
})

describe('boolean', () => {
  test('Table Schema’s own values, or the schema’s', () => {
    for (const text of ['true', 'True', 'TRUE', '1']) expect(cast({ type: 'boolean' }, text)).toBe(true)
    for (const text of ['false', 'False', 'FALSE', '0']) expect(cast({ type: 'boolean' }, text)).toBe(false)
    refuses({ type: 'boolean' }, ['oui', 'vrai', 'VRAI', 'yes', ' true'])
    const french = { type: 'boolean', trueValues: ['oui'], falseValues: ['non'] }
    expect(cast(french, 'oui')).toBe(true)
    expect(cast(french, 'non')).toBe(false)
    refuses(french, ['Oui', 'true', '1'])
  })
  test('a schema may write its values as JSON booleans or numbers', () => {
    expect(cast({ type: 'boolean', trueValues: [true, 1], falseValues: [false] }, '1')).toBe(true)
  })
})

describe('dates and times', () => {
  test('date', () => {
    accepts({ type: 'date' }, ['2026-02-28', '2024-02-29', '2026-3-9'])
    refuses({ type: 'date' }, [
      '2026-02-29',
      '28/02/2026',
      '2026-13-01',
      '2026-00-10',
      '26-01-01',
      '2026-01-01T00:00:00',
      '20260101',
    ])
    expect(cast({ type: 'date', format: '%d/%m/%Y' }, '09/03/2026')).toBe('2026-03-09')
    refuses({ type: 'date', format: '%d/%m/%Y' }, ['2026-03-09', '31/02/2026', '9/3/26'])
    expect(cast({ type: 'date', format: '%Y' }, '2026')).toBe('2026-01-01')
    expect(cast({ type: 'date', format: '%d.%m.%y' }, '09.03.68')).toBe('2068-03-09')
    accepts({ type: 'date', format: 'any' }, ['2026-03-09', '09/03/2026', '2026-03-09T10:00:00'])
    refuses({ type: 'date', format: 'any' }, ['demain', '32/01/2026'])
  })
  test('a format of strptime that is not known refuses nothing', () => {
    accepts({ type: 'date', format: '%A %d %B' }, ['lundi 9 mars'])
  })
  test('time', () => {
    accepts({ type: 'time' }, ['08:30:00', '23:59:59.5', '08:30:00Z', '08:30:00+02:00'])
    refuses({ type: 'time' }, ['8:30:00', '08:30', '24:01:00', '8h30'])
    accepts({ type: 'time', format: '%H:%M' }, ['08:30', '8:30'])
    accepts({ type: 'time', format: 'any' }, ['8:30', '08h30'])
  })
  test('datetime: ISO with seconds, any offset', () => {
    accepts({ type: 'datetime' }, [
      '2022-10-18T12:35:49',
      '2022-10-18 12:35:49.123',
      '2022-10-18T12:35:49Z',
      '2022-10-18T24:00:00',
    ])
    expect(cast({ type: 'datetime' }, '2022-10-18T12:35:49+0000')).toBe('2022-10-18T12:35:49')
    expect(cast({ type: 'datetime' }, '2022-01-01T00:30:00+02:00')).toBe('2021-12-31T22:30:00')
    expect(cast({ type: 'datetime' }, '2022-01-01T23:30:00-01')).toBe('2022-01-02T00:30:00')
    refuses({ type: 'datetime' }, [
      '2022-10-18',
      '2022-10-18T12:35',
      '18/10/2022 12:35:49',
      '2022-02-30T00:00:00',
      '2022-10-18T24:10:00',
    ])
    expect(cast({ type: 'datetime', format: '%d/%m/%Y %H:%M' }, '18/10/2022 12:35')).toBe('2022-10-18T12:35:00')
    accepts({ type: 'datetime', format: 'any' }, ['2022-10-18', '2022-10-18T12:35:49'])
  })
  test('year, yearmonth, duration', () => {
    expect(cast({ type: 'year' }, '2026')).toBe(2026)
    refuses({ type: 'year' }, ['26', '20260', '2026.0', 'x'])
    expect(cast({ type: 'yearmonth' }, '2026-3')).toBe('2026-03')
    refuses({ type: 'yearmonth' }, ['2026-13', '2026-00', '03/2026', '2026'])
    expect(cast({ type: 'duration' }, 'P1DT2H')).toBe(93_600)
    expect(cast({ type: 'duration' }, '-PT0,5S')).toBe(-0.5)
    accepts({ type: 'duration' }, ['P1Y', 'P2M', 'P3W', 'PT5M', 'P1Y2M3DT4H5M6S'])
    refuses({ type: 'duration' }, ['P', 'PT', '1 jour', 'P1', 'P1H', 'P1.D', 'PT1.2.3S'])
  })
})

describe('places', () => {
  test('geopoint: longitude first', () => {
    expect(cast({ type: 'geopoint' }, '1.81, 48.95')).toEqual([1.81, 48.95])
    refuses({ type: 'geopoint' }, ['1.81', '1.81 48.95', '181,0', '0,91', '1,81,48,95', 'a,b', 'nan,1'])
    expect(cast({ type: 'geopoint', format: 'array' }, '[1.81, 48.95]')).toEqual([1.81, 48.95])
    expect(cast({ type: 'geopoint', format: 'array' }, '["1.81", "48.95"]')).toEqual([1.81, 48.95])
    refuses({ type: 'geopoint', format: 'array' }, ['1.81, 48.95', '[1.81]', '[1,2,3]', '[200, 1]', '[null, 1]', '{}'])
    expect(cast({ type: 'geopoint', format: 'object' }, '{"lat": 48.95, "lon": 1.81}')).toEqual([1.81, 48.95])
    refuses({ type: 'geopoint', format: 'object' }, [
      '{"lat": 48.95}',
      '{"x":1,"y":2}',
      '{"lat":1,"lon":2,"z":3}',
      '[1,2]',
    ])
  })
  test('geojson', () => {
    accepts({ type: 'geojson' }, [
      '{"type":"Point","coordinates":[1.8,48.9]}',
      '{"type":"LineString","coordinates":[[0,0],[1,1]]}',
      '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}',
      '{"type":"Feature","geometry":null,"properties":{}}',
      '{"type":"FeatureCollection","features":[]}',
      '{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2,3]}]}',
    ])
    refuses({ type: 'geojson' }, [
      '{"type":"Point","coordinates":[1.8]}',
      '{"type":"Point","coordinates":["1","2"]}',
      '{"type":"LineString","coordinates":[[0,0]]}',
      '{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}',
      '{"type":"Cercle","coordinates":[1,2]}',
      '{"type":"Feature","geometry":{}}',
      '{"type":"constructor","coordinates":[1,2]}',
      '[1,2]',
      'POINT(1 2)',
    ])
    accepts({ type: 'geojson', format: 'topojson' }, ['{"type":"Topology"}'])
    refuses({ type: 'geojson', format: 'topojson' }, ['[]'])
  })
})

describe('lists and objects', () => {
  test('array, object', () => {
    expect(cast({ type: 'array' }, '["a", 1]')).toEqual(['a', 1])
    refuses({ type: 'array' }, ['a,b', '{}', '"a"', '[a]'])
    expect(cast({ type: 'object' }, '{"a": 1}')).toEqual({ a: 1 })
    refuses({ type: 'object' }, ['[]', 'null', '1', 'a'])
  })
  test('list: items of one type', () => {
    expect(cast({ type: 'list' }, 'a,b')).toEqual(['a', 'b'])
    expect(cast({ type: 'list', delimiter: ';', itemType: 'integer' }, '1;2')).toEqual([1, 2])
    refuses({ type: 'list', itemType: 'integer' }, ['1,deux'])
  })
  test('any, and a type that is not known', () => {
    accepts({ type: 'any' }, ['x'])
    accepts({ type: 'couleur' }, ['x'])
  })
})
