import { type Address, lambert93 } from './addresses.ts'
import { Dice } from './dice.ts'

const HEADERS = 'N° SUPPORT;ARMOIRE;RUE;LAMPE;PUISSANCE;ANNEE POSE;ETAT;X;Y'
const LAMPS = ['LED', 'led', 'SHP', 'sodium haute pression', 'Iodures', 'LED ']
const POWERS = ['42', '42 W', '70', '100w', '150']
const STATES = ['OK', 'en service', 'en service', 'HS', 'en panne']

/** The export of the contractor's software: one lamppost in six houses, coordinates in metres (Lambert 93), an empty column at the end. */
export function lampposts(addresses: readonly Address[]): string {
  const dice = new Dice(24)
  const rows = addresses
    .filter((_, i) => i % 6 === 0)
    .map(({ street, district, longitude, latitude }, rank) => {
      const [x, y] = lambert93(longitude, latitude)
      return [
        `${district.charAt(0)}${String(rank + 1).padStart(4, '0')}`,
        `AR-${String(1 + (rank % 7)).padStart(2, '0')}`,
        street.toUpperCase(),
        dice.pick(LAMPS),
        dice.pick(POWERS),
        dice.chance(0.2) ? '' : String(dice.between(1988, 2020)),
        dice.pick(STATES),
        (x + 2).toFixed(2).replace('.', ','),
        (y + 1).toFixed(2).replace('.', ','),
      ].join(';')
    })
  return [`EXPORT PATRIMOINE ECLAIRAGE - DONNÉES D'EXEMPLE${';'.repeat(8)}`, HEADERS, ...rows, ''].join('\r\n')
}
