import proj4 from 'proj4'
import type { Dice } from './dice.ts'

export interface Street {
  readonly name: string
  readonly district: District
}

export type District = 'Centre' | 'Gare' | 'Zone des Artisans' | 'Coteau' | 'Bords de Seine'

export interface Address {
  readonly number: string
  readonly suffix: string
  readonly street: string
  readonly district: District
  readonly longitude: number
  readonly latitude: number
}

/** Where each district lies from the middle of the town, in metres to the east and to the north. */
const DISTRICTS: Record<District, readonly [east: number, north: number]> = {
  Centre: [0, 0],
  Gare: [700, 350],
  'Zone des Artisans': [-900, 500],
  Coteau: [-350, -800],
  'Bords de Seine': [400, 900],
}

const STREETS: Record<District, readonly string[]> = {
  Centre: [
    'Place du Marché',
    'Place de la Mairie',
    'Rue du Lavoir',
    'Rue des Écoles',
    "Rue de l'Église",
    'Rue du Vieux Puits',
    'Rue de la Fontaine',
    'Rue du 8 Mai 1945',
    'Rue Saint-Martin',
    'Rue Neuve',
    'Rue des Forgerons',
    "Rue de l'Abreuvoir",
    'Impasse du Clos Fleuri',
  ],
  Gare: [
    'Avenue de la Gare',
    'Boulevard de la République',
    'Rue des Hirondelles',
    'Rue des Tilleuls',
    'Avenue des Acacias',
    'Allée des Peupliers',
    'Impasse des Lilas',
    'Rue des Marronniers',
    'Rue du Champ de Foire',
  ],
  'Zone des Artisans': [
    'Rue des Artisans',
    "Rue de l'Industrie",
    'Rue des Carrières',
    'Rue de la Tuilerie',
    'Rue du Four à Chaux',
    'Avenue du Pont Neuf',
  ],
  Coteau: [
    'Chemin des Vignes',
    'Rue du Pressoir',
    'Rue de la Croix Blanche',
    'Rue du Moulin à Vent',
    'Sente des Jardins',
    'Chemin du Bois Joli',
    'Rue des Coquelicots',
    'Rue de la Grande Haie',
  ],
  'Bords de Seine': ['Quai des Bateliers', 'Rue du Bac', 'Rue des Sources', 'Route de la Vallée', 'Allée du Parc'],
}

const CENTRE = { longitude: 1.815, latitude: 48.955 }
const METRES = { north: 111_200, east: 111_200 * Math.cos((CENTRE.latitude * Math.PI) / 180) }
const LAMBERT_93 =
  '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs'

/** Some fifteen numbers a street, even on the right and odd on the left, twelve metres apart. All invented. */
export function inventAddresses(dice: Dice): Address[] {
  return (Object.keys(STREETS) as District[]).flatMap(district =>
    STREETS[district].flatMap((street, rank) => alongStreet(dice, district, street, rank)),
  )
}

function alongStreet(dice: Dice, district: District, street: string, rank: number): Address[] {
  const [east, north] = DISTRICTS[district]
  const start = [east + 90 * (rank % 4) - 150 + dice.between(-20, 20), north + 110 * Math.floor(rank / 4) - 120]
  const angle = dice.next() * Math.PI
  const numbers = Array.from({ length: dice.between(12, 17) }, (_, i) => i + 1)
  return numbers.flatMap(number => {
    const suffixes = dice.chance(0.06) ? ['', 'bis'] : ['']
    return suffixes.map((suffix, twin) => {
      const [along, aside] = [12 * number + 5 * twin, number % 2 === 0 ? 6 : -6]
      const x = start[0]! + along * Math.cos(angle) - aside * Math.sin(angle)
      const y = start[1]! + along * Math.sin(angle) + aside * Math.cos(angle)
      return { number: String(number), suffix, street, district, ...position(x, y) }
    })
  })
}

const position = (x: number, y: number) => ({
  longitude: round(CENTRE.longitude + x / METRES.east),
  latitude: round(CENTRE.latitude + y / METRES.north),
})

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** The map of the contractors and of the address file: metres, EPSG:2154. */
export const lambert93 = (longitude: number, latitude: number): [number, number] =>
  proj4(LAMBERT_93, [longitude, latitude]) as [number, number]

/** Writer `csv-legacy` of the Base Adresse Nationale: these columns, « ; », UTF-8. */
const COLUMNS =
  'id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;libelle_acheminement;nom_afnor;source_position;source_nom_voie;certification_commune;cad_parcelles'

export function addressFile(addresses: readonly Address[]): string {
  const streets = [...new Set(addresses.map(({ street }) => street))]
  const lines = addresses.map(({ number, suffix, street, longitude, latitude }) => {
    const code = `78217_${String(9000 + streets.indexOf(street))}`
    const [x, y] = lambert93(longitude, latitude)
    return [
      `${code}_${number.padStart(5, '0')}${suffix && `_${suffix}`}`,
      code,
      number,
      suffix,
      street,
      '78680',
      '78217',
      'Épône',
      '',
      '',
      x.toFixed(2),
      y.toFixed(2),
      String(longitude),
      String(latitude),
      'entrée',
      '',
      '',
      'EPONE',
      afnor(street),
      "données d'exemple",
      "données d'exemple",
      '0',
      '',
    ].join(';')
  })
  return `${[COLUMNS, ...lines].join('\n')}\n`
}

const afnor = (street: string): string =>
  street.normalize('NFD').replace(/\p{M}/gu, '').replace(/['’-]/g, ' ').toUpperCase()
