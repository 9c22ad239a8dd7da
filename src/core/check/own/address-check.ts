import type { Field, Role, Town } from '../../models/model.ts'
import type { AddressIndex } from '../../places/address-index.ts'
import { type AddressQuery, type Geocoded, rememberedGeocode } from '../../places/geocode/index.ts'
import { metresBetween, type Spot } from '../../places/spot.ts'
import { roleOf } from '../../recipe/roles.ts'
import { addressQuery } from '../../recipe/steps/geocode.ts'
import { quoted } from '../../values/quoted.ts'
import type { Fault } from '../verdict.ts'

/** A point farther than this from its address, in metres and beyond the length of the street, contradicts it. */
const FAR = 400
const ROLES: ReadonlySet<Role | undefined> = new Set<Role>(['house-number', 'street', 'address', 'postcode', 'town'])

/** Looks for the address of each row in the town's address file: one that does not exist, or that is elsewhere than the row's own point. */
export class AddressCheck {
  readonly #columns: readonly { readonly at: number; readonly role: Role | undefined }[]
  readonly #look: (query: AddressQuery) => Geocoded

  private constructor(
    fields: readonly (Field | undefined)[],
    /** Where the street stands: what is said is said of it. */
    readonly at: number,
    index: AddressIndex,
    town: Town | undefined,
  ) {
    this.#look = rememberedGeocode(index, town)
    this.#columns = fields.flatMap((field, place) => {
      const role = field && roleOf(field)
      return ROLES.has(role) ? [{ at: place, role }] : []
    })
  }

  /** Undefined when the table holds no street, or when there is no address file. */
  static of(
    fields: readonly (Field | undefined)[],
    index: AddressIndex | undefined,
    town: Town | undefined,
  ): AddressCheck | undefined {
    const at = fields.findIndex(field => field && ['street', 'address'].includes(roleOf(field) ?? ''))
    return index && at >= 0 ? new AddressCheck(fields, at, index, town) : undefined
  }

  test(cells: readonly string[], point: Spot | undefined): Fault | undefined {
    const query = addressQuery(this.#columns.map(({ at, role }) => ({ role, text: cells[at] ?? '' })))
    if (query.text === '') return undefined
    const answer = this.#look(query)
    if (answer.status === 'not-found' || answer.status === 'outside')
      return { level: 'warning', code: 'carnet/unknown-address', message: answer.reason }
    return point && answer.sure ? farFrom(answer, cells[this.at] ?? '', point) : undefined
  }
}

function farFrom({ found }: Geocoded, text: string, point: Spot): Fault | undefined {
  const [place] = found
  if (!place) return undefined
  const metres = metresBetween(place, point)
  if (metres <= FAR + place.radius) return undefined
  return {
    level: 'warning',
    code: 'carnet/point-far-from-address',
    message: `Le point de cette ligne est à ${distance(metres)} de l'adresse ${quoted(text)} : l'un des deux est faux.`,
  }
}

const distance = (metres: number): string =>
  metres < 1000 ? `${Math.round(metres / 50) * 50} mètres` : `${(metres / 1000).toFixed(1).replace('.', ',')} km`
