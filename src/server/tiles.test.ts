import { expect, test } from 'vitest'
import { originOfTiles, PLAN_IGN, tilesFrom } from './tiles.ts'

test('the State’s map when nothing is said, none when it is said so', () => {
  expect(tilesFrom({})).toBe(PLAN_IGN)
  expect(tilesFrom({ CARNET_TILES: '' })).toBeUndefined()
})

test('another map, with its name', () => {
  const tiles = tilesFrom({
    CARNET_TILES: 'https://{s}.cartes.fr/{z}/{x}/{y}.png',
    CARNET_TILES_ATTRIBUTION: '© Cartes',
  })
  expect(tiles?.attribution).toBe('© Cartes')
  expect(originOfTiles(tiles!)).toBe('https://*.cartes.fr')
  expect(originOfTiles(PLAN_IGN)).toBe('https://data.geopf.fr')
})

test.each(['ftp://x/{z}/{x}/{y}', 'https://x.fr/{z}/{x}', 'cartes', 'https://{z}/{x}/{y}; script-src *'])(
  '%s: refused with what was awaited',
  url => {
    expect(() => tilesFrom({ CARNET_TILES: url })).toThrow(/J’ai lu CARNET_TILES .*\{z\}/)
  },
)
