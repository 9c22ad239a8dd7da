import type { AddressIndex } from '../../../../src/core/places/address-index.ts'
import { metresBetween, type Spot } from '../../../../src/core/places/spot.ts'

export interface NearAddress {
  /** « 12 rue des Lilas » */
  readonly label: string
  /** '' where the street has no numbers. */
  readonly number: string
  readonly street: string
  readonly metres: number
}

/** The address of the town's file that is nearest to a place: ten thousand are looked at in a few milliseconds. */
export function nearestAddress({ streets }: AddressIndex, spot: Spot): NearAddress | undefined {
  let best: NearAddress | undefined
  const look = (street: string, number: string, where: Spot) => {
    const metres = metresBetween(spot, where)
    if (!best || metres < best.metres) best = { label: `${number} ${street}`.trim(), number, street, metres }
  }
  for (const { name, middle, numbers } of streets) {
    if (numbers.size === 0) look(name, '', middle)
    for (const [number, where] of numbers) look(name, number, where)
  }
  return best
}

/** « près du 12 rue des Lilas (30 m) », as a screen reader says it. */
export function nearInWords(near: Pick<NearAddress, 'label' | 'metres'> | undefined): string {
  if (!near) return ''
  if (near.metres > 2000) return `à ${Math.round(near.metres / 1000)} km de l’adresse la plus proche, ${near.label}`
  return `à ${Math.round(near.metres)} m de ${near.label}`
}
