import { houseNumberKey, otherWriting } from '../address/house-number.ts'
import type { Street } from '../address-index.ts'
import type { Spot } from '../spot.ts'
import type { Ranked } from './rank.ts'

/** A place proposed for an address. */
export interface Found extends Spot {
  /** « 12 bis Rue des Lilas 78680 Épône ». */
  readonly label: string
  readonly type: 'housenumber' | 'street' | 'locality'
  /** 0 to 1. */
  readonly score: number
  /** What became of the number asked. */
  readonly number: 'none' | 'found' | 'missing'
  /** The known number nearest to one that is missing, where the point is. */
  readonly nearest?: string
  /** How far the place goes around the point, in metres: 0 for a number. */
  readonly radius: number
}

/** A number that is missing takes this off the score: under what is written without asking. */
const WITHOUT_NUMBER = 0.8

/** The point of the number on the street or, when the file does not have it, that of the nearest number, told as such. */
export function locate({ street, variant, score }: Ranked, homonyms = false): Found {
  const key = houseNumberKey(variant.number)
  const known = [key, otherWriting(key)].find(one => one !== undefined && street.numbers.has(one))
  const label = (number: string) => labelOf(street, number, homonyms)
  if (key === '')
    return {
      ...street.middle,
      label: label(''),
      type: street.type,
      score: rounded(score),
      number: 'none',
      radius: street.radius,
    }
  if (known !== undefined)
    return {
      ...spotOf(street.numbers.get(known)!),
      label: label(known),
      type: 'housenumber',
      score: rounded(score),
      number: 'found',
      radius: 0,
    }
  const nearest = nearestNumber(street, key)
  return {
    ...spotOf(nearest === undefined ? street.middle : street.numbers.get(nearest)!),
    label: label(''),
    type: street.type,
    score: rounded(score * WITHOUT_NUMBER),
    number: 'missing',
    ...(nearest !== undefined && { nearest: shown(nearest) }),
    radius: street.radius,
  }
}

const spotOf = ({ longitude, latitude }: Spot): Spot => ({ longitude, latitude })

const rounded = (score: number): number => Math.round(score * 100) / 100

const shown = (key: string): string => key.replace(/(?<=\d)(?=[a-z]{2})/, ' ')

function labelOf({ name, postcodes, town, oldTown }: Street, number: string, homonyms: boolean): string {
  const street = homonyms && oldTown !== '' ? `${name} (${oldTown})` : name
  return [shown(number), street, postcodes.length === 1 ? postcodes[0]! : '', town]
    .filter(part => part !== '')
    .join(' ')
}

/** Rather on the same side of the street. */
function nearestNumber({ numbers }: Street, key: string): string | undefined {
  const wanted = Number.parseInt(key, 10)
  const cost = (one: string) => {
    const gap = Math.abs(Number.parseInt(one, 10) - wanted)
    return gap % 2 === 0 ? gap : gap + 10
  }
  return [...numbers.keys()].sort((a, b) => cost(a) - cost(b) || a.localeCompare(b, 'fr'))[0]
}
