import proj4, { type Converter } from 'proj4'
import { mayBeInFrance } from './department-place.ts'
import { whereInFrance } from './france.ts'

/**
 * The projections that French towns write coordinates in, with the definitions of the EPSG registry (as PROJ writes them).
 * RGF93, RGAF09, RGR92, RGM04, RGFG95 and RGSPM06 are the WGS84 degrees to a few centimetres: no shift is needed.
 */
export interface Projection {
  /** `EPSG:2154`. */
  readonly code: string
  /** « Lambert 93 ». */
  readonly name: string
  readonly definition: string
  /** Eastings and northings of its domain, in metres: [west, south, east, north]. */
  readonly extent: readonly [number, number, number, number]
  /** Latitudes of its domain, when narrower than its extent tells. */
  readonly latitudes?: readonly [number, number]
  /** What the change of datum leaves uncertain, in metres. */
  readonly error?: number
  /** Its numbers look too much like Lambert 93: only thought of when the town's place can tell them apart. */
  readonly needsTown?: true
}

/** The nine conical conformal zones (IGN, « Projections coniques conformes 9 zones »): zone CCn is made for n - 1 to n + 1 degrees of latitude. */
const conicZone = (parallel: number): Projection => {
  const northing = (parallel - 41) * 1_000_000 + 200_000
  return {
    code: `EPSG:${3900 + parallel}`,
    name: `Lambert CC${parallel}`,
    definition: `+proj=lcc +lat_0=${parallel} +lon_0=3 +lat_1=${parallel - 0.75} +lat_2=${parallel + 0.75} +x_0=1700000 +y_0=${northing} +ellps=GRS80 +units=m +no_defs`,
    extent: [1_050_000, northing - 150_000, 2_350_000, northing + 150_000],
    latitudes: [parallel - 1.2, parallel + 1.2],
  }
}

const utm = (code: number, name: string, zone: string, extent: Projection['extent']): Projection => ({
  code: `EPSG:${code}`,
  name,
  definition: `+proj=utm +zone=${zone} +ellps=GRS80 +units=m +no_defs`,
  extent,
})

export const PROJECTIONS: readonly Projection[] = [
  {
    code: 'EPSG:2154',
    name: 'Lambert 93',
    definition:
      '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs',
    extent: [80_000, 6_000_000, 1_260_000, 7_150_000],
  },
  ...[42, 43, 44, 45, 46, 47, 48, 49, 50].map(conicZone),
  {
    code: 'EPSG:27572',
    name: 'Lambert II étendu',
    definition:
      '+proj=lcc +lat_1=46.8 +lat_0=46.8 +lon_0=0 +k_0=0.99987742 +x_0=600000 +y_0=2200000 +a=6378249.2 +b=6356515 +towgs84=-168,-60,320,0,0,0,0 +pm=paris +units=m +no_defs',
    extent: [40_000, 1_600_000, 1_230_000, 2_700_000],
    error: 5,
  },
  utm(5490, 'UTM 20 Nord (Antilles)', '20', [480_000, 1_580_000, 750_000, 2_010_000]),
  utm(2972, 'UTM 22 Nord (Guyane)', '22', [90_000, 230_000, 440_000, 650_000]),
  utm(2975, 'UTM 40 Sud (La Réunion)', '40 +south', [300_000, 7_630_000, 390_000, 7_700_000]),
  utm(4471, 'UTM 38 Sud (Mayotte)', '38 +south', [490_000, 8_550_000, 540_000, 8_620_000]),
  utm(4467, 'UTM 21 Nord (Saint-Pierre-et-Miquelon)', '21', [530_000, 5_170_000, 580_000, 5_225_000]),
  {
    code: 'EPSG:3857',
    name: 'Mercator des cartes en ligne',
    definition:
      '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
    extent: [-573_000, 5_060_000, 1_065_000, 6_640_000],
    needsTown: true,
  },
]

export const findProjection = (code: string): Projection | undefined =>
  PROJECTIONS.find(projection => projection.code === code)

const WGS84 = '+proj=longlat +datum=WGS84 +no_defs'
const converters = new Map<string, Converter>()

/** [longitude, latitude] in WGS84 degrees; undefined when the point is not in the projection's own domain, or not in France. */
export function toDegrees(projection: Projection, x: number, y: number): readonly [number, number] | undefined {
  const [west, south, east, north] = projection.extent
  if (x < west || x > east || y < south || y > north) return undefined
  const [longitude, latitude] = converterOf(projection).forward([x, y]) as [number, number]
  const [lowest, highest] = projection.latitudes ?? [-90, 90]
  if (latitude < lowest || latitude > highest) return undefined
  return whereInFrance(longitude, latitude) && mayBeInFrance(longitude, latitude) ? [longitude, latitude] : undefined
}

/** Made once: reading a definition costs more than a thousand conversions. */
function converterOf({ code, definition }: Projection): Converter {
  let converter = converters.get(code)
  if (!converter) converters.set(code, (converter = proj4(definition, WGS84)))
  return converter
}
