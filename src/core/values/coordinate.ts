import { decimalOf } from './decimal.ts'
import { oneLine } from './text.ts'

export type Axis = 'latitude' | 'longitude'

/** One number of a point, as a person wrote it: degrees, degrees-minutes-seconds, or metres of a projection. */
export interface Coordinate {
  /** Canonical decimal, degrees or metres. */
  readonly value: string
  /** The smallest difference that the writing tells, in the unit of `value`. */
  readonly step: number
  /** When the cell itself says which one it is: « N », « Est », « lat : », « X ». */
  readonly axis?: Axis
  /** Written in degrees, minutes, seconds. */
  readonly sexagesimal?: true
  /** False for « 48 57 13 »: only the reader of one column may guess that these are degrees, minutes and seconds. */
  readonly marked: boolean
}

const SIDE = '(?:n(?:ord|orth)?|s(?:ud|outh)?|e(?:st|ast)?|o(?:uest)?|w(?:est)?)'
const LABEL = /^(?:(latitude|lat|y)|(longitude|long|lon|lng|x))\.?(?![\p{L}\p{N}])\s*[:=]?\s*(?=[-+−–\dnseow])/iu
const NUMBER = '\\d+(?:[.,]\\d+)?'
const DEGREES = '(?:°|º|˚|degrés?\\b|degres?\\b|deg\\b|d(?![\\p{L}]))'
const MINUTES = "(?:['’‘′´`]|minutes?\\b|min\\b|m(?![\\p{L}]))"
const SECONDS = '(?:["”“″]|[\'’′´]{2}|secondes?\\b|sec\\b|s(?![\\p{L}]))'

const DECIMAL = new RegExp(
  `^(${SIDE}(?![\\p{L}]))?\\.?\\s*([-+−–])?\\s*(\\d{1,3}(?:[.,]\\d{3}){2,}|\\d+|\\d{1,3}(?: \\d{3})+)(?:[.,](\\d+))?\\s*(?:${DEGREES}|m(?:ètres?)?)?\\s*(${SIDE})?\\.?$`,
  'iu',
)
const SEXAGESIMAL = new RegExp(
  `^(${SIDE}(?![\\p{L}]))?\\.?\\s*([-+−–])?\\s*(\\d{1,3})\\s*(${DEGREES}|:|\\s)\\s*(${NUMBER})\\s*(?:(${MINUTES}|:|\\s)\\s*(?:(${NUMBER})\\s*(${SECONDS})?)?)?\\s*(${SIDE})?\\.?$`,
  'iu',
)

/** Undefined when the text is not one coordinate. Nothing is judged here: 95 degrees of latitude are for the caller to refuse. */
export const parseCoordinate = (text: string): Coordinate | undefined => coordinateOf(oneLine(text))

/** The same, for a line that is already tidy. */
export function coordinateOf(line: string): Coordinate | undefined {
  if (line.length > 60) return undefined
  const label = LABEL.exec(line)
  const bare = label ? line.slice(label[0].length) : line
  const found = decimal(bare) ?? sexagesimal(bare)
  if (!found || !label) return found
  const axis = label[1] ? 'latitude' : 'longitude'
  return found.axis && found.axis !== axis ? undefined : { ...found, axis, marked: true }
}

function decimal(text: string): Coordinate | undefined {
  const match = DECIMAL.exec(text)
  if (!match) return undefined
  const [, before, sign, whole = '', decimals = '', after] = match
  const side = sideOf(before, after, sign)
  if (!side) return undefined
  return {
    value: decimalOf(side.negative, whole.replace(/[ .,]/g, ''), decimals),
    step: 10 ** -decimals.length,
    ...(side.axis && { axis: side.axis }),
    marked: true,
  }
}

function sexagesimal(text: string): Coordinate | undefined {
  const match = SEXAGESIMAL.exec(text)
  if (!match) return undefined
  const [, before, sign, degrees = '', mark = '', minutes = '', , seconds, , after] = match
  const side = sideOf(before, after, sign)
  const last = seconds ?? minutes
  // Only the last part may have decimals, and sixty minutes make a degree.
  if (!side || (seconds !== undefined && /[.,]/.test(minutes))) return undefined
  if (number(minutes) >= 60 || number(seconds ?? '0') >= 60) return undefined
  const step = 10 ** -(last.split(/[.,]/)[1]?.length ?? 0) / (seconds === undefined ? 60 : 3600)
  const size = Number(degrees) + number(minutes) / 60 + number(seconds ?? '0') / 3600
  return {
    value: roundTo(side.negative ? -size : size, decimalsOf(step)),
    step,
    ...(side.axis && { axis: side.axis }),
    sexagesimal: true,
    marked: side.axis !== undefined || mark.trim() !== '',
  }
}

const number = (text: string): number => Number(text.replace(',', '.'))

/** « O » is ouest. Two sides, or a side and a minus, contradict each other: undefined. */
function sideOf(before: string | undefined, after: string | undefined, sign: string | undefined) {
  const negative = sign !== undefined && sign !== '+'
  const letter = (before ?? after)?.[0]?.toLowerCase()
  if (before && after) return undefined
  if (letter === undefined) return { negative, axis: undefined }
  const turned = 'sow'.includes(letter)
  if (negative && !turned) return undefined
  return { negative: turned, axis: 'ns'.includes(letter) ? ('latitude' as const) : ('longitude' as const) }
}

/** One centimetre: nobody measures better, and doubles are written with noise beyond. */
export const MOST_DECIMALS = 7

/** Decimals of a degree that a step warrants: half a digit more than it, so that the conversion itself loses nothing. */
export const decimalsOf = (stepInDegrees: number): number =>
  Math.max(0, Math.min(MOST_DECIMALS, Math.ceil(-Math.log10(stepInDegrees) + 0.5)))

export function roundTo(value: number, decimals: number): string {
  const text = value.toFixed(decimals)
  return Number(text) === 0 ? text.replace('-', '') : text
}

/** Degrees with seven decimals at most; fewer are kept as they were written, zeros included. */
export const capDecimals = (degrees: string): string =>
  (degrees.split('.')[1]?.length ?? 0) > MOST_DECIMALS ? roundTo(Number(degrees), MOST_DECIMALS) : degrees
