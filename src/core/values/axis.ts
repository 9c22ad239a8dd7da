import { type Axis, type Coordinate, capDecimals, parseCoordinate } from './coordinate.ts'
import { isAxisOfFrance } from './france.ts'
import { refuseNullWord } from './null-word.ts'
import { pairsIn } from './pair-text.ts'
import { type PointHints, placesOf, pointsBack } from './point.ts'
import { coarse, roundDistance } from './precision.ts'
import { quoted } from './quoted.ts'
import { certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { oneLine } from './text.ts'

const LIMIT: Readonly<Record<Axis, number>> = { latitude: 90, longitude: 180 }
const EXAMPLE: Readonly<Record<Axis, string>> = { latitude: '48.9537', longitude: '1.8135' }
const other = (axis: Axis): Axis => (axis === 'latitude' ? 'longitude' : 'latitude')

/** One coordinate alone in its cell. What no place of France has is asked: exchanged columns, lost decimal points, metres. */
export function readAxis(axis: Axis, text: string, hints: PointHints): Reading {
  const line = oneLine(text)
  if (line === '') return EMPTY
  const found = parseCoordinate(line)
  if (!found) return refuseNullWord(line) ?? bothInOne(axis, line, hints) ?? refused(expected(axis, line))
  if (found.axis && found.axis !== axis) return turned(axis, line, found, ` dit être une ${other(axis)}`)
  const value = capDecimals(found.value)
  if (!isAxisOfFrance(axis, Number(value), hints.department)) return elsewhere(axis, line, found, hints)
  if (!found.marked) return guessed(axis, line, value)
  return written(value, text, found)
}

function written(value: string, text: string, { step, sexagesimal }: Coordinate): Reading {
  const vague = coarse(step)
  if (value === text) return vague === undefined ? certain(value) : certain(value, vague)
  const what = sexagesimal ? `${quoted(text)} écrit en degrés décimaux` : `${quoted(text)} écrit ${value}`
  return certain(value, vague === undefined ? `${what}, à ${roundDistance(step)} près.` : `${what}. ${vague}`)
}

const guessed = (axis: Axis, line: string, value: string): Reading =>
  doubtful(`${quoted(line)} : est-ce une ${axis} en degrés, minutes et secondes ?`, [
    { value, reason: 'lu en degrés, minutes et secondes' },
  ])

function elsewhere(axis: Axis, line: string, found: Coordinate, hints: PointHints): Reading {
  const size = Math.abs(Number(found.value))
  const guesses = pointsBack(found, axis, hints.department).map(({ value }) => ({
    value,
    reason: 'en remettant le point des décimales à sa place',
  }))
  const metric = size >= 10_000 ? ' Ou bien est-ce une coordonnée en mètres (Lambert) ?' : ''
  if (guesses.length > 0)
    return doubtful(`${quoted(line)} : le point des décimales de cette ${axis} a-t-il été perdu ?${metric}`, guesses)
  if (metric !== '')
    return doubtful(
      `${quoted(line)} semble compté en mètres : dans quel système ? Il faut les deux colonnes pour en tirer une ${axis}.`,
    )
  if (size > LIMIT[axis]) return refused(expected(axis, line))
  if (isAxisOfFrance(other(axis), Number(found.value), hints.department))
    return turned(axis, line, found, ` ressemble à une ${other(axis)}`)
  return doubtful(`${quoted(line)} n’est la ${axis} d’aucun lieu de France : est-elle juste ?`, [
    { value: capDecimals(found.value), reason: 'telle qu’elle est écrite' },
  ])
}

/** Nothing is exchanged from here: the other half is in another cell. */
const turned = (axis: Axis, line: string, { value }: Coordinate, why: string): Reading =>
  doubtful(`${quoted(line)}${why} : la latitude et la longitude sont-elles inversées ? Quelle est la ${axis} ?`, [
    ...(Math.abs(Number(value)) <= LIMIT[axis]
      ? [{ value: capDecimals(value), reason: 'telle qu’elle est écrite' }]
      : []),
  ])

/** « 48.95, 1.81 » in the column of latitudes: one of the two is the answer, the other would be lost. */
function bothInOne(axis: Axis, line: string, hints: PointHints): Reading | undefined {
  const places = pairsIn(line).flatMap(({ first, second }) => placesOf(first, second, hints))
  if (places.length === 0) return undefined
  return doubtful(
    `${quoted(line)} contient la latitude et la longitude : chacune doit aller dans sa colonne.`,
    places.map(place => ({ value: place[axis], reason: `la ${axis} de ce point` })),
  )
}

const expected = (axis: Axis, line: string): string =>
  `J'ai lu ${quoted(line)} ; j'attendais une ${axis} en degrés, par exemple ${EXAMPLE[axis]}.`
