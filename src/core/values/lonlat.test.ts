import fc from 'fast-check'
import proj4 from 'proj4'
import { describe, expect, it, test } from 'vitest'
import { type LonlatOptions, readLonlat } from './lonlat.ts'
import { PROJECTIONS } from './projections.ts'

const value = (text: string, options?: LonlatOptions) => {
  const reading = readLonlat(text, options)
  return reading.status === 'certain' ? reading.value : reading.status
}
const note = (text: string, options?: LonlatOptions) => {
  const reading = readLonlat(text, options)
  return reading.status === 'certain' ? (reading.note ?? '') : reading.status
}
const proposed = (text: string, options?: LonlatOptions) => {
  const reading = readLonlat(text, options)
  return reading.status === 'doubtful' ? reading.candidates.map(candidate => candidate.value) : reading.status
}

describe('two degrees in one cell', () => {
  it.each([
    ['48,9537 ; 1,8135', '1.8135, 48.9537'],
    ['48,9537 1,8135', '1.8135, 48.9537'],
    ['48,9537,1,8135', '1.8135, 48.9537'],
    ['48,9537 , 1.8135', '1.8135, 48.9537'],
    ['1.8135,48.9537', '1.8135, 48.9537'],
    ['(48.9537 / 1.8135)', '1.8135, 48.9537'],
    ['[1.8135, 48.9537]', '1.8135, 48.9537'],
    ['48.9537N1.8135E', '1.8135, 48.9537'],
    ['lat : 48,9537 - long : 1,8135', '1.8135, 48.9537'],
    ['Coordonnées GPS : 48.9537, 1.8135', '1.8135, 48.9537'],
    ['-20.8789 55.4481', '55.4481, -20.8789'],
    ['-61,5331 ; 16,2411', '-61.5331, 16.2411'],
    ['4.9224 -52.3135', '-52.3135, 4.9224'],
  ])('%s', (text, expected) => expect(value(text)).toBe(expected))

  it('keeps the decimals as they were written, seven at most', () => {
    expect(value('48.950, 1.80')).toBe('1.80, 48.950')
    expect(value('48.95371234999, 1.8')).toBe('1.8, 48.9537123')
  })
})

describe('degrees, minutes, seconds', () => {
  it.each([
    [`48°57'13"N 1°48'49"E`, '1.81361, 48.95361'],
    [`48°57'13"N1°48'49"E`, '1.81361, 48.95361'],
    ['48° 57′ 13,2″ Nord ; 1° 48′ 49″ Est', '1.81361, 48.953667'],
    ['N48 57.217 E1 48.817', '1.813617, 48.953617'],
    ['48 57 13 N, 1 48 49 E', '1.81361, 48.95361'],
    ['48°57’13’’ / 4°29’05’’ O', '-4.48472, 48.95361'],
    ['16°14.466 N 61°31.986 O', '-61.533100, 16.241100'],
  ])('%s', (text, expected) => expect(value(text)).toBe(expected))

  it.each([`48°75'13"N 1°48'49"E`, `48°57'13"`, "48°57.5'13\"N 1°48'E", '48.95 N, 1.81 N'])('not « %s »', text =>
    expect(value(text)).not.toMatch(/\d/),
  )
})

describe('notations and addresses of maps', () => {
  it.each([
    'POINT(1.8135 48.9537)',
    'POINT Z (1.8135 48.9537 32)',
    'SRID=4326;POINT(1.8135 48.9537)',
    '{"type":"Point","coordinates":[1.8135,48.9537]}',
    '{"coordinates": [1.8135, 48.9537], "type": "Point"}',
    '{"type":"Feature","geometry":{"type":"Point","coordinates":[1.8135,48.9537]},"properties":{}}',
    '{"lat": 48.9537, "lon": 1.8135}',
    'geo:48.9537,1.8135',
    'https://www.google.fr/maps/@48.9537,1.8135,17z',
    'https://www.google.com/maps/place/Lieu/@48.9,1.7,17z/data=!3m1!4b1!8m2!3d48.9537!4d1.8135',
    'https://maps.google.com/?q=48.9537,1.8135',
    'https://www.google.com/maps/search/?api=1&query=48.9537%2C1.8135',
    'https://www.openstreetmap.org/#map=17/48.9537/1.8135',
    'https://www.openstreetmap.org/?mlat=48.9537&mlon=1.8135#map=19/48.9/1.8',
    'https://umap.example.org/fr/map/lieux_12#16/48.9537/1.8135',
    'https://www.geoportail.gouv.fr/carte?c=1.8135,48.9537&z=17',
  ])('%s', text => expect(value(text)).toBe('1.8135, 48.9537'))

  it('tells when the numbers were not in the order that the notation promises', () => {
    expect(value('POINT(48.9537 1.8135)')).toBe('1.8135, 48.9537')
    expect(note('POINT(48.9537 1.8135)')).toContain('ordre inverse')
    expect(note('POINT(1.8135 48.9537)')).not.toContain('ordre inverse')
  })

  it('leaves the address of a page without a point alone', () => {
    expect(value('https://www.example.org/page/2021/12')).toBe('refused')
  })
})

describe('what is asked, never guessed', () => {
  it('a pair that can be cut in two ways', () => {
    expect(proposed('48,9,1')).toEqual(['9.1, 48', '1, 48.9'])
  })

  it('sides that say the contrary of the numbers', () => {
    expect(proposed('lat: 1.8135, lon: 48.9537')).toEqual(['1.8135, 48.9537'])
  })

  it('decimal points lost by a spreadsheet', () => {
    expect(proposed('48953700, 1813500')).toEqual(['1.813500, 48.953700'])
  })

  it('a place abroad', () => expect(proposed('40.7, -74.0')).toContain('-74.0, 40.7'))

  it('zeros and words', () => {
    expect(value('0, 0')).toBe('refused')
    expect(value('NC')).toBe('refused')
    expect(value('derrière la mairie')).toBe('refused')
    expect(value('  ')).toBe('empty')
  })
})

describe('metres', () => {
  it.each([
    // Computed apart, with IGN's own formulas (note technique NT/G 71).
    ['619123, 6873456', '1.895597, 48.955971'],
    ['X = 619 123 ; Y = 6 873 456', '1.895597, 48.955971'],
    ['6873456 / 619123', '1.895597, 48.955971'],
    ['1612345 8187654', '1.804719, 48.882768'],
    ['SRID=2154;POINT(619123 6873456)', '1.895597, 48.955971'],
    ['563000 ; 2440000', '1.831578, 48.957120'],
    ['900000 ; 1850000', '6.047439, 43.588209'],
  ])('%s', (text, expected) => expect(close(value(text), expected)).toBe(true))

  it('says from which projection, and how exact the point is', () => {
    expect(note('619123, 6873456')).toContain('Lambert 93 (EPSG:2154)')
    expect(note('619123, 6873456')).toContain('à 1 m près')
  })

  it('asks when two projections give a place of France, unless the town tells', () => {
    const corsicaOrBrittany = '1211000 6137000'
    expect(proposed('650000 1750000')).toHaveLength(2)
    expect(value('650000 1750000', { department: '66' })).toMatch(/^2\.9/)
    expect(value('650000 1750000', { department: '971' })).toMatch(/^-61\.5/)
    expect(value(corsicaOrBrittany, { department: '2B' })).toMatch(/^9\./)
  })

  it('asks when the only place is far from the town', () => {
    expect(readLonlat('619123, 6873456', { department: '13' }).status).toBe('doubtful')
    expect(readLonlat('619123, 6873456', { box: [5.2, 43.2, 5.5, 43.4] }).status).toBe('doubtful')
  })

  it('thinks of web maps only with the help of the town', () => {
    expect(value('201882, 6266660', { department: '78' })).toMatch(/^1\.8\d+, 48\.9/)
  })

  // A place of each projection's own domain.
  const PLACES: readonly (readonly [string, number, number])[] = [
    ['EPSG:2154', 1.8, 48.9],
    ['EPSG:2154', 9.2, 42.2],
    ['EPSG:3942', 9.1, 42.0],
    ...[43, 44, 45, 46, 47, 48, 49, 50].map(zone => [`EPSG:39${zone}`, 2.4, zone + 0.2] as const),
    ['EPSG:27572', 2.1, 47.3],
    ['EPSG:5490', -61.5, 16.2],
    ['EPSG:5490', -61.0, 14.6],
    ['EPSG:2972', -52.3, 4.9],
    ['EPSG:2975', 55.5, -21.1],
    ['EPSG:4471', 45.2, -12.8],
    ['EPSG:4467', -56.3, 46.9],
    ['EPSG:3857', 1.8, 48.9],
  ]

  test.each(PLACES)('comes back from %s around %d, %d, in both orders', (crs, longitude, latitude) => {
    const toMetres = proj4('EPSG:4326', PROJECTIONS.find(({ code }) => code === crs)!.definition)
    const around = fc.record({
      dx: fc.double({ min: -0.08, max: 0.08, noNaN: true }),
      dy: fc.double({ min: -0.08, max: 0.08, noNaN: true }),
    })
    fc.assert(
      fc.property(around, fc.boolean(), ({ dx, dy }, turned) => {
        const metres = toMetres.forward([longitude + dx, latitude + dy]).map(one => one.toFixed(2))
        const text = (turned ? metres.reverse() : metres).join(' ')
        expect(close(value(text, { crs }), `${longitude + dx}, ${latitude + dy}`)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('knows the place where Lambert 93, its zones and the old Lambert put their origin', () => {
    expect(value('700000, 6600000')).toBe('3.000000, 46.500000')
    for (const zone of [43, 44, 45, 46, 47, 48, 49, 50])
      expect(value(`1700000 ${zone - 41}200000`)).toBe(`3.000000, ${zone}.000000`)
    // The Paris meridian: 2°20′14″ of the old datum.
    expect(value('600000, 2200000')).toBe('2.33653, 46.79995')
  })
})

const close = (text: string, expected: string): boolean => {
  const [a, b] = [text, expected].map(one => one.split(',').map(Number))
  return a!.length === 2 && a!.every((n, i) => Math.abs(n - b![i]!) < 6e-6)
}

describe('properties', () => {
  const longitude = fc.double({ min: -1, max: 7, noNaN: true }).map(n => n.toFixed(5))
  const latitude = fc.double({ min: 44, max: 49, noNaN: true }).map(n => n.toFixed(5))

  it('finds the same point whatever the order, the separator and the decimal sign', () => {
    const separator = fc.constantFrom(' ', ';', ' / ', '|', ' ; ')
    fc.assert(
      fc.property(longitude, latitude, separator, fc.boolean(), fc.boolean(), (x, y, between, first, comma) => {
        const numbers = (first ? [x, y] : [y, x]).map(n => (comma ? n.replace('.', ',') : n))
        expect(value(numbers.join(between))).toBe(`${x.replace(/^-(?=0\.0+$)/, '')}, ${y}`)
      }),
    )
  })

  it.each(['default', 'array', 'object', '{lat};{lon}'])('reads again what it wrote (%s)', format => {
    fc.assert(
      fc.property(longitude, latitude, (x, y) => {
        const once = value(`${y} ${x}`, { format })
        expect(value(once, { format })).toBe(once)
      }),
    )
  })

  it('never throws, whatever the cell', () => {
    const piece = fc.constantFrom(
      '48',
      '1.8',
      ',',
      ' ',
      '°',
      "'",
      '"',
      'N',
      'O',
      '-',
      '[',
      '{',
      'POINT(',
      '6873456',
      '@',
      '/',
      'lat',
      ':',
    )
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void readLonlat(text)))
    fc.assert(fc.property(fc.array(piece, { maxLength: 14 }), pieces => void readLonlat(pieces.join(''))))
  })
})
