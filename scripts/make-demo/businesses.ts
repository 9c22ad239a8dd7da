import type { Address, District } from './addresses.ts'
import { type Dice, fictionPhone } from './dice.ts'

export type Kind = 'Commerce' | 'Service' | 'Industrie'

export interface Trade {
  readonly sign: string
  readonly activity: string
  readonly naf: string
  readonly category: string
  readonly kind: Kind
}

const trades = (kind: Kind, lines: string): Trade[] =>
  lines
    .trim()
    .split('\n')
    .map(line => {
      const [sign = '', activity = '', naf = '', category = ''] = line.split('|').map(part => part.trim())
      return { sign, activity, naf, category, kind }
    })

export const SHOPS = trades(
  'Commerce',
  `
Le Fournil | Boulangerie-pâtisserie | 10.71C | Alimentation
Boucherie | Boucherie charcuterie | 47.22Z | alimentation
L'Épicerie | Épicerie fine | 47.11B | ALIMENTATION
Le Panier | Primeur | 47.21Z | Alimentation
La Laiterie | Fromagerie | 47.29Z | Alimentation
La Cave | Vins et spiritueux | 47.25Z | Alimentation
Supérette | Supérette | 47.11C | Alimentation
Les Pétales | Fleuriste | 47.76Z | Équipement de la maison
La Lanterne | Librairie papeterie | 47.61Z | Culture et loisirs
Pharmacie | Pharmacie | 47.73Z | Santé
Optique | Opticien | 47.78A | Santé
Coiffure | Salon de coiffure | 96.02A | Beauté et bien-être
L'Institut | Institut de beauté | 96.02B | beauté et bien être
L'Auberge | Restaurant traditionnel | 56.10A | Restauration
Pizzeria | Pizzas à emporter | 56.10C | Restauration
Le Café | Bar brasserie | 56.30Z | Restauration
La Civette | Tabac presse | 47.26Z | autre
Quincaillerie | Quincaillerie | 47.52A | Équipement de la maison
L'Atelier | Prêt-à-porter | 47.71Z | Équipement de la personne
Le Garage | Réparation automobile | 45.20A | Automobile et mobilité
Les Cycles | Vente et réparation de vélos | 47.64Z | Automobile et mobilité
Le Pressing | Pressing | 96.01B | Services
La Ménagerie | Animalerie | 47.76Z | autre
Le Coffre | Jeux et jouets | 47.65Z | Culture et loisirs
`,
)

export const OTHERS = [
  ...trades(
    'Service',
    `
Assurances | Courtier en assurances | 66.22Z
Agence | Agence immobilière | 68.31Z
Auto-école | Enseignement de la conduite | 85.53Z
Cabinet | Infirmiers | 86.90D
Kiné | Kinésithérapie | 86.90E
Comptoir | Expertise comptable | 69.20Z
Taxis | Taxi | 49.32Z
Architecture | Architecte | 71.11Z
Présence | Services à la personne | 88.10A
Réseau | Conseil informatique | 62.02A
Net | Nettoyage de locaux | 81.21Z
Ambulances | Ambulances | 86.90A
Conseil | Conseil de gestion | 70.22Z
`,
  ),
  ...trades(
    'Industrie',
    `
Mécanique | Mécanique de précision | 25.62B
Menuiserie | Menuiserie industrielle | 16.23Z
Plastiques | Plasturgie | 22.29A
Imprimerie | Imprimerie | 18.12Z
Chaudronnerie | Structures métalliques | 25.11Z
Maçonnerie | Gros œuvre | 43.99C
Électricité | Installation électrique | 43.21A
Transports | Transport routier | 49.41B
Entrepôts | Entreposage | 52.10B
Recyclage | Tri de déchets | 38.32Z
Couverture | Couverture zinguerie | 43.91B
`,
  ),
]

const NICKNAMES =
  "des Trois Hiboux|du Héron Bleu|de la Lune Rousse|du Pivert|des Sept Saules|du Renard Roux|de la Mésange|du Grand Sablier|des Quatre Vents|du Lièvre Blanc|de la Tortue Verte|du Merle Moqueur|de l'Écureuil|du Cerf-Volant|de l'Étoile Filante|du Petit Navire|de la Rainette|du Martin-Pêcheur|du Hérisson|des Deux Îles|du Soleil Levant|de la Pie Bavarde|du Vieux Saule|des Mille Feuilles|de la Libellule|du Cheval Rouge|des Trois Cerisiers|du Nuage Rose".split(
    '|',
  )

export interface Business {
  readonly name: string
  readonly trade: Trade
  readonly address: Address
  readonly phone: string
  readonly siret: string
}

/** Names that no shop bears: a sign and a nickname, each pair once. */
export class BusinessMaker {
  readonly #dice: Dice
  readonly #addresses: Map<District, Address[]>
  readonly #taken = new Set<string>()
  #count = 0

  constructor(dice: Dice, addresses: readonly Address[]) {
    this.#dice = dice
    const districts = [...new Set(addresses.map(({ district }) => district))]
    this.#addresses = new Map(
      districts.map(district => [district, dice.shuffled(addresses.filter(address => address.district === district))]),
    )
  }

  make(list: readonly Trade[], district: District): Business {
    const trade = this.#dice.pick(list)
    const name = `${trade.sign} ${this.#dice.pick(NICKNAMES)}`
    if (this.#taken.has(name)) return this.make(list, district)
    this.#taken.add(name)
    const places = this.#addresses.get(district)!
    const address = places[this.#count++ % places.length]!
    const phone = fictionPhone(this.#dice)
    return { name, trade, address, phone, siret: inventedSiret(this.#count) }
  }
}

/** A possible number (its key is right) that is nobody's: INSEE never gave a SIREN beginning with 0000. */
function inventedSiret(rank: number): string {
  const siren = withKey(`0000${String(1000 + 7 * rank)}`)
  return withKey(`${siren}0001`)
}

/** Adds the digit that makes Luhn's sum a multiple of 10. */
function withKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
