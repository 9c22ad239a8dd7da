/** The addresses of one commune and its neighbours, from the file of the Base Adresse Nationale. */
export interface AddressIndex {
  readonly points: readonly AddressPoint[]
}

export interface AddressPoint {
  readonly number: string
  readonly street: string
  readonly postcode: string
  readonly insee: string
  readonly town: string
  readonly longitude: number
  readonly latitude: number
}
