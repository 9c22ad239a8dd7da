import type { Coordinate } from './coordinate.ts'
import type { Pair } from './pair-text.ts'
import {
  isMetric,
  knowsTown,
  mayBeNear,
  type PairOrder,
  type Point,
  type PointHints,
  placesOf,
  withPointsBack,
} from './point.ts'
import { roundDistance } from './precision.ts'
import { findProjection } from './projections.ts'
import { quoted } from './quoted.ts'

/** Like a `Reading`, for a point: its two degrees are written by whoever asked, each in its place. */
export type PointReading =
  | { readonly status: 'certain'; readonly point: Point }
  | { readonly status: 'doubtful'; readonly question: string; readonly candidates: readonly PointCandidate[] }
  | { readonly status: 'refused'; readonly reason: string }

export interface PointCandidate {
  readonly point: Point
  readonly reason: string
}

/**
 * The one rule that turns two numbers into a point, for a cell that holds both and for two columns alike. Certain only when a single place
 * of France answers: in one order, in one projection, and not far from the town when it is known. `pairs`: each way to part the cell.
 */
export function readPoint(pairs: readonly Pair[], hints: PointHints, text: string): PointReading {
  const places = uniquePlaces(pairs.flatMap(pair => placesOf(pair.first, pair.second, withCrs(pair, hints))))
  const [only, ...others] = places
  if (only && others.length === 0) return alone(only, pairs, hints, text)
  if (only) return ask(`Où est ce point, ${quoted(text)} ?`, places, placeReason)
  return nowhere(pairs, hints, text)
}

/** What the cell says of its projection comes before what is known of the column. */
const withCrs = ({ crs }: Pair, hints: PointHints): PointHints => (crs === undefined ? hints : { ...hints, crs })

function uniquePlaces(points: readonly Point[]): Point[] {
  return [...new Map(points.map(point => [`${point.longitude} ${point.latitude}`, point])).values()]
}

function alone(point: Point, pairs: readonly Pair[], hints: PointHints, text: string): PointReading {
  // In degrees a place far from the town is still that place, for a check to question. In metres, another projection may be the right one.
  if (point.projection && knowsTown(hints) && !mayBeNear(point, hints)) {
    const question = `${quoted(text)}, lu en ${point.projection.name}, tombe loin de la commune : dans quel système ces coordonnées sont-elles ?`
    return ask(question, [point], placeReason)
  }
  if (point.projection || pairs.length < 2) return { status: 'certain', point }
  return ask(`${quoted(text)} peut se couper de plusieurs façons : est-ce bien ce point ?`, [point], placeReason)
}

function ask(question: string, points: readonly Point[], reason: (point: Point) => string): PointReading {
  return { status: 'doubtful', question, candidates: points.map(point => ({ point, reason: reason(point) })) }
}

const placeReason = ({ latitude, longitude, projection }: Point): string =>
  `latitude ${latitude}, longitude ${longitude}${projection ? `, si ces mètres sont en ${projection.name}` : ''}`

/** No place of France: what a person may have meant. */
function nowhere(pairs: readonly Pair[], hints: PointHints, text: string): PointReading {
  const [pair] = pairs
  if (!pair) return { status: 'refused', reason: expected(text) }
  const { first, second } = pair
  if (Number(first.value) === 0 && Number(second.value) === 0)
    return {
      status: 'refused',
      reason: `${quoted(text)} désigne un point dans l’océan, au large de l’Afrique : la place n’est pas connue.`,
    }
  const turned = against(first, second, hints)
  if (turned.length > 0)
    return ask(
      `${quoted(text)} : les côtés (nord, est…) ou les noms semblent échangés. Est-ce ce point ?`,
      turned,
      placeReason,
    )
  const guesses = uniquePlaces(withPointsBack(first, second, hints))
  if (guesses.length > 0)
    return ask(`${quoted(text)} : le point des décimales a été perdu. Est-ce ce point ?`, guesses, placeReason)
  if (isMetric(first) || isMetric(second)) return { status: 'refused', reason: metres(text, hints) }
  const abroad = inTheWorld(first, second)
  const question = `${quoted(text)} n’est pas en France : où est ce lieu ?`
  return abroad.length > 0 ? ask(question, abroad, placeReason) : { status: 'refused', reason: expected(text) }
}

/** What the numbers would be without the sides or labels that the cell gives them. */
function against(first: Coordinate, second: Coordinate, hints: PointHints): readonly Point[] {
  if (first.axis === undefined && second.axis === undefined) return []
  const bare = ({ axis: _, ...rest }: Coordinate): Coordinate => rest
  return placesOf(bare(first), bare(second), hints)
}

function inTheWorld(first: Coordinate, second: Coordinate): Point[] {
  const as = (east: Coordinate, north: Coordinate, order: PairOrder): Point[] => {
    const fits = Math.abs(Number(north.value)) <= 90 && east.axis !== 'latitude' && north.axis !== 'longitude'
    return fits ? [{ longitude: east.value, latitude: north.value, order, step: Math.max(east.step, north.step) }] : []
  }
  return [...as(second, first, 'lat-lon'), ...as(first, second, 'lon-lat')]
}

const expected = (text: string): string =>
  `J'ai lu ${quoted(text)} ; j'attendais une latitude et une longitude, par exemple « 48.9537, 1.8135 ».`

function metres(text: string, { crs }: PointHints): string {
  const projection = crs === undefined ? undefined : findProjection(crs)
  const among = projection ? `en ${projection.name}` : 'en Lambert 93, Lambert CC42 à CC50, Lambert II étendu ou UTM'
  return `${quoted(text)} semble compté en mètres, mais ce n’est pas un point de France ${among} : d’où viennent ces coordonnées ?`
}

/** How a note tells where the point comes from, in which order, and how exact it is. `promised`: the order that the notation itself has. */
export function tellPoint({ latitude, longitude, projection, order, step }: Point, promised?: PairOrder): string {
  const from = projection ? `Converti de ${projection.name} (${projection.code})` : 'Lu'
  const first = order === 'lat-lon' && promised !== 'lat-lon' ? ' (écrite en premier)' : ''
  const turned =
    promised === undefined || promised === order ? '' : ' Les deux nombres étaient dans l’ordre inverse de l’usage.'
  return `${from} : latitude ${latitude}${first}, longitude ${longitude}, à ${roundDistance(step)} près.${turned}`
}
