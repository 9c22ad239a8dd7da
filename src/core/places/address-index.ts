/** The addresses of one commune, from its file of the Base Adresse Nationale. */
export interface AddressIndex {
  readonly points: readonly AddressPoint[]
  /** French sentences: what of the file was not kept. */
  readonly notes: readonly string[]
}

/** One row of the file. '' where it says nothing. */
export interface AddressPoint {
  /** « 12 », « 12 bis »; '' for a street or a locality without numbers. */
  readonly number: string
  readonly street: string
  readonly postcode: string
  readonly insee: string
  readonly town: string
  /** The commune before a merger: the same street's name may be in each. */
  readonly oldTown: string
  /** Other names of the street. */
  readonly aliases: readonly string[]
  /** The locality where the address stands. */
  readonly locality: string
  readonly longitude: number
  readonly latitude: number
}

export const createAddressIndex = (points: readonly AddressPoint[], notes: readonly string[] = []): AddressIndex => ({
  points,
  notes,
})
