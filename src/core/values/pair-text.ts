import { type Coordinate, coordinateOf } from './coordinate.ts'
import type { PairOrder } from './point.ts'
import { oneLine } from './text.ts'

/** Two coordinates found in one cell, with what the writing itself says of them. */
export interface Pair {
  readonly first: Coordinate
  readonly second: Coordinate
  /** What the notation promises (GeoJSON and WKT: longitude first; addresses of maps: each its own way). Not always kept by those who write. */
  readonly order?: PairOrder
  /** Named in the cell: `SRID=2154;POINT(…)`, « Lambert 93 : … ». */
  readonly crs?: string
}

const LONGEST = 500
const NUM = '([-+]?\\d+(?:\\.\\d+)?)'
/** A comma between two numbers in an address, encoded or not. */
const COMMA = '(?:,|%2C)\\s*(?:\\+|%20)*'

/** Addresses of maps. The place itself (`!3d…!4d…`) comes before the middle of the window (`@…`). */
const MAP_ADDRESSES: readonly (readonly [RegExp, PairOrder])[] = [
  [new RegExp(`!3d${NUM}!4d${NUM}`), 'lat-lon'],
  [new RegExp(`!2d${NUM}!3d${NUM}`), 'lon-lat'],
  [new RegExp(`[?&#]m?lat(?:itude)?=${NUM}&(?:amp;)?m?(?:lon|lng|long)(?:gitude)?=${NUM}`, 'i'), 'lat-lon'],
  [new RegExp(`[?&#]m?(?:lon|lng|long)(?:gitude)?=${NUM}&(?:amp;)?m?lat(?:itude)?=${NUM}`, 'i'), 'lon-lat'],
  [
    new RegExp(`[?&](?:q|query|ll|sll|center|destination|daddr|cbll|viewpoint)=(?:loc:)?${NUM}${COMMA}${NUM}`, 'i'),
    'lat-lon',
  ],
  [new RegExp(`[?&]cp=${NUM}~${NUM}`, 'i'), 'lat-lon'],
  [new RegExp(`[?&]c=${NUM}${COMMA}${NUM}`, 'i'), 'lon-lat'],
  [new RegExp(`ll\\.${NUM}${COMMA}${NUM}`, 'i'), 'lat-lon'],
  [new RegExp(`/(?:place|search|dir/[^/]*)/${NUM}${COMMA}${NUM}`, 'i'), 'lat-lon'],
  [new RegExp(`#(?:map=)?\\d+(?:\\.\\d+)?/${NUM}/${NUM}`, 'i'), 'lat-lon'],
  [new RegExp(`@${NUM},${NUM}`), 'lat-lon'],
]

/** `geo:48.9537,1.8135` (RFC 5870), a point in GeoJSON, in WKT, an object with both names. */
const NOTATIONS: readonly (readonly [RegExp, PairOrder])[] = [
  [new RegExp(`^geo:${NUM},${NUM}`, 'i'), 'lat-lon'],
  [
    new RegExp(`"type"\\s*:\\s*"Point"[^[\\]]*"coordinates"\\s*:\\s*\\[\\s*${NUM}\\s*,\\s*${NUM}\\s*(?:,|\\])`),
    'lon-lat',
  ],
  [
    new RegExp(`"coordinates"\\s*:\\s*\\[\\s*${NUM}\\s*,\\s*${NUM}\\s*(?:,\\s*${NUM})?\\].*"type"\\s*:\\s*"Point"`),
    'lon-lat',
  ],
  [
    new RegExp(`^\\{\\s*"lat(?:itude)?"\\s*:\\s*"?${NUM}"?\\s*,\\s*"(?:lon|lng|longitude)"\\s*:\\s*"?${NUM}"?\\s*\\}$`),
    'lat-lon',
  ],
  [
    new RegExp(`^\\{\\s*"(?:lon|lng|longitude)"\\s*:\\s*"?${NUM}"?\\s*,\\s*"lat(?:itude)?"\\s*:\\s*"?${NUM}"?\\s*\\}$`),
    'lon-lat',
  ],
  [new RegExp(`^POINT\\s*(?:Z|M|ZM)?\\s*\\(\\s*${NUM}\\s+${NUM}(?:\\s+${NUM}){0,2}\\s*\\)$`, 'i'), 'lon-lat'],
]

/** Every way to part the cell in two coordinates, most often none or one: « 48,9,1 » has two. */
export function pairsIn(text: string): readonly Pair[] {
  const whole = oneLine(text)
  if (whole.length > LONGEST || !/\d\D+\d/.test(whole)) return []
  if (/^(?:https?:\/\/|www\.|[\w.-]+\.[a-z]{2,}\/)/i.test(whole)) return fromNotation(whole, MAP_ADDRESSES)
  const { line, crs } = withoutCrs(whole)
  const told = fromNotation(line, NOTATIONS)
  const pairs = told.length > 0 ? told : /["{]\s*"/.test(line) ? [] : splits(withoutBrackets(line))
  return crs === undefined ? pairs : pairs.map(pair => ({ ...pair, crs }))
}

function fromNotation(line: string, notations: typeof NOTATIONS): Pair[] {
  for (const [pattern, order] of notations) {
    const match = pattern.exec(line)
    if (!match) continue
    const [first, second] = [coordinateOf(match[1]!), coordinateOf(match[2]!)]
    if (first && second) return [{ first, second, order }]
  }
  return []
}

/** The projection that the cell names, and the cell without that name. */
function withoutCrs(whole: string): { line: string; crs?: string } {
  const srid = /^SRID=(\d+);\s*/i.exec(whole) ?? /^EPSG\s*:\s*(\d+)\s*[;:]?\s*/i.exec(whole)
  if (srid) return { line: whole.slice(srid[0].length), crs: `EPSG:${srid[1]}` }
  if (!/lambert|l93|cc ?\d|wgs/i.test(whole)) return { line: whole }
  for (const [name, crs] of CRS_NAMES) {
    const line = whole.replace(name, ' ').trim()
    if (line !== whole)
      return { line: line.replace(/^[:;,(\s-]+|[:;,(\s]+$/g, ''), crs: crs(name.exec(whole)?.[1] ?? '') }
  }
  return { line: whole }
}

const CRS_NAMES: readonly (readonly [RegExp, (zone: string) => string])[] = [
  [/\(?\b(?:RGF\s?93\s*[/-]?\s*)?(?:lambert\s*-?\s*93|L93)\b\)?/i, () => 'EPSG:2154'],
  [/\(?\b(?:RGF\s?93\s*[/-]?\s*)?(?:lambert\s*-?\s*)?CC\s?(4[2-9]|50)\b\)?/i, zone => `EPSG:39${zone}`],
  [/\(?\blambert\s*(?:II|2)\s*[ée]tendu\b\)?/i, () => 'EPSG:27572'],
  [/\(?\bWGS\s?-?84\b\)?/i, () => 'EPSG:4326'],
]

const withoutBrackets = (line: string): string =>
  line.replace(/^[\s([{«]+|[\s)\]}»]+$/g, '').replace(/^(?:gps|coordonn[ée]es(?:\s+gps)?)\s*[:=]?\s*/i, '')

/** A separator, or the place between a side of the world (or a mark of seconds) and the next coordinate: « 48.95N1.81E ». */
const BREAK = /\s*[,;|/~]\s*|\s+(?:et|-)\s+|\s+|(?<=[\p{L}"”″'’′°])(?=[-+\d])|(?<=\d)(?=[NSEWO])/giu

function splits(line: string): Pair[] {
  // « 48°57'13" » is one coordinate, not the pair 48°57' and 13; « 48,5 » is not 48 and 5.
  if (line.length > 120 || hasOtherWords(line) || coordinateOf(line)?.marked) return []
  const pairs: Pair[] = []
  for (const { index, 0: mark } of line.matchAll(BREAK)) {
    const first = coordinateOf(line.slice(0, index).trim())
    const second = first?.marked ? coordinateOf(line.slice(index + mark.length).trim()) : undefined
    if (first && second?.marked) pairs.push({ first, second })
  }
  return distinct(pairs)
}

const WORDS = new Set(
  'nord north sud south est east ouest west lat latitude lon long lng longitude deg degré degrés degre degres min minute minutes sec seconde secondes mètre mètres et'.split(
    ' ',
  ),
)

/** An address or a sentence is no point: told at once, for the proposals look at every column. */
const hasOtherWords = (line: string): boolean =>
  line.match(/\p{L}{2,}/gu)?.some(word => !WORDS.has(word.toLowerCase())) ?? false

const distinct = (pairs: readonly Pair[]): Pair[] => [
  ...new Map(pairs.map(pair => [`${pair.first.value} ${pair.second.value}`, pair])).values(),
]
