/** The base map of the pages: an address with `{z}`, `{x}` and `{y}`, and who made it. */
export interface Tiles {
  readonly url: string
  readonly attribution: string
}

/** The State's own map, free and without a key (Géoplateforme, WMTS, layer GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2). */
export const PLAN_IGN: Tiles = {
  url:
    'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2' +
    '&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}',
  attribution: '© IGN – Géoplateforme',
}

const PARTS = ['{z}', '{x}', '{y}']
/** `{s}`: one of several servers. */
const withoutServer = (url: string): string => url.replace('{s}', 'a')

/** `CARNET_TILES` and `CARNET_TILES_ATTRIBUTION`; an empty `CARNET_TILES`: no base map. Throws a RangeError that says what was awaited. */
export function tilesFrom(env: Readonly<Record<string, string | undefined>>): Tiles | undefined {
  const { CARNET_TILES: url, CARNET_TILES_ATTRIBUTION: attribution = '' } = env
  if (url === undefined) return PLAN_IGN
  if (url === '') return undefined
  // A host, then a path: what follows goes into the policy of the pages.
  if (
    !/^https?:\/\/[\w.{}:-]+\/\S*$/.test(url) ||
    !PARTS.every(part => url.includes(part)) ||
    !URL.canParse(withoutServer(url))
  )
    throw new RangeError(
      `J’ai lu CARNET_TILES « ${url} » ; j’attendais une adresse avec {z}, {x} et {y}, comme https://exemple.fr/{z}/{x}/{y}.png`,
    )
  return { url, attribution }
}

/** What the policy of the pages lets images come from. */
export const originOfTiles = ({ url }: Tiles): string => new URL(withoutServer(url)).origin.replace('//a.', '//*.')
