import type { Address } from './addresses.ts'
import { Dice } from './dice.ts'
import { day, type Row, xlsx } from './workbook.ts'

/** A car park counted on foot by an agent: no coordinates, « gratuit » in several ways, a total below. */
const CAR_PARKS = `
Parking de la Mairie;2 place de la Mairie;42;2;;x;2,10 m;en surface;zone bleue le samedi
Parking du Marché;7 place du Marché;65;3;2;x;;en surface;fermé le mercredi matin (marché)
PARKING DE LA GARE;1 avenue de la Gare;180;5;4;non;;en surface;
Parking des Écoles;10 rue des Écoles;24;1;;OUI;;en surface;
Parking du Gymnase;8 rue du Pressoir;;2;;oui;;en surface;à compter
Parking de l'Église;4 rue de l'Église;18;1;;Oui;;en surface;
Parking Saint-Martin;12 rue Saint-Martin;31;1;;x;;en surface;
Parking du Stade;2 rue du Bac;90;4;;gratuit;;en surface;
Parking des Bateliers;5 quai des Bateliers;55;2;;X;;en surface;inondable
Parking du Cimetière;chemin du Repos;20;1;;oui;;en surface;
Parking du Lavoir;9 rue du Lavoir;14;1;;oui;1,90;ouvrage;
Parking du Centre de loisirs;4 allée du Parc;36;2;;x;;en surface;
Parking de la Tuilerie;3 rue de la Tuilerie;48;2;1;x;;en surface;
Parking du Champ de Foire;6 rue du Champ de Foire;environ 70;3;;x;;en surface;
Parking des Vignes;11 chemin des Vignes;12;0;;oui;;en surface;
`

export function carParks(): string {
  const rows = CAR_PARKS.trim().split('\n')
  const spaces = rows.reduce((sum, row) => sum + (Number(row.split(';')[2]) || 0), 0)
  return [
    "Parkings de la ville - DONNÉES D'EXEMPLE;;;;;;;;",
    'Nom du parking;Adresse;Nombre de places;dont PMR;dont électriques;Gratuit;Hauteur maxi;Type d’ouvrage;Informations',
    ...rows,
    `TOTAL;;${spaces};;;;;;`,
    '',
  ].join('\r\n')
}

/** A list made with LibreOffice by the school of the town: good work, other words. */
const BIKE_STANDS = `
Mairie;6 arceaux;arceau;non;place de la Mairie;48.95512;1.81483
Médiathèque;8;Arceau;oui;11 rue des Écoles;48,95466;1,81571
Gare;40;rack double étage;OUI;avenue de la Gare;48.95810;1.82470
École des Tilleuls;12 places;râtelier;non;5 rue des Tilleuls;48.95901;1.82330
Gymnase;10;arceau;Non;8 rue du Pressoir;48.94790;1.81020
Marché;14;arceau;non;6 place du Marché;48.95478;1.81399
Stade;16;râtelier;non;2 rue du Bac;48.96301;1.82055
Halte fluviale;6;arceau;;quai des Bateliers;1.8192;48.9637
`

export const bikeStands = (): string =>
  `\uFEFF${[
    "Stationnements vélos - DONNÉES D'EXEMPLE,,,,,,",
    'Lieu,Nombre de places,Mobilier,Couvert,Adresse,Latitude,Longitude',
    ...BIKE_STANDS.trim()
      .split('\n')
      .map(line =>
        line
          .split(';')
          .map(cell => (cell.includes(',') ? `"${cell}"` : cell))
          .join(','),
      ),
    '',
  ].join('\n')}`

const BORNES_HEADERS = [
  'Station',
  'Adresse',
  'Coordonnées GPS',
  'Nombre de points de charge',
  'Identifiant du point',
  'Puissance (kW)',
  'Prises',
  'Accès',
  'Horaires',
  'Date de mise en service',
  'Mise à jour',
]

/** Dates as Excel keeps them, but one typed as text and one that Excel turned round (5 March became 3 May). */
export function chargingPoints(addresses: readonly Address[]): Promise<Uint8Array> {
  const at = (street: string, number: string) =>
    addresses.find(address => address.street === street && address.number === number)!
  const places: readonly (readonly [string, Address, number, Date | string])[] = [
    ['Place du Marché', at('Place du Marché', '7'), 2, day(2019, 11, 20)],
    ['Gare', at('Avenue de la Gare', '1'), 4, day(2020, 2, 25)],
    ['Mairie', at('Place de la Mairie', '2'), 2, '15/03/2020'],
    ['Tuilerie', at('Rue de la Tuilerie', '3'), 2, day(2020, 5, 3)],
    ['Gymnase du Pressoir', at('Rue du Pressoir', '8'), 1, day(2020, 3, 17)],
  ]
  const rows = places.flatMap(([station, address, count, started], rank) =>
    Array.from(
      { length: count },
      (_, point): Row => [
        `Borne ${station}`,
        `${address.number} ${address.street} 78680 Épône`,
        pairOf(address, rank),
        count,
        `B${rank + 1}-${point + 1}`,
        rank === 1 ? '22 kW' : rank === 4 ? 7.4 : 22,
        rank === 1 ? 'T2, EF' : 'T2',
        rank === 4 ? 'réservé' : 'libre',
        rank === 4 ? 'du lundi au samedi de 8h à 22h' : '24h/24',
        started,
        day(2021, 2, 9),
      ],
    ),
  )
  return xlsx('Bornes de recharge', [
    {
      name: 'Bornes',
      banners: [0],
      header: 1,
      rows: [["Bornes de recharge - DONNÉES D'EXEMPLE"], BORNES_HEADERS, ...rows],
    },
  ])
}

function pairOf({ latitude, longitude }: Address, rank: number): string {
  const [lat, lon] = [latitude.toFixed(5), longitude.toFixed(5)]
  const comma = (text: string) => text.replace('.', ',')
  return rank % 2 === 0 ? `${lat}, ${lon}` : `${comma(lat)} ; ${comma(lon)}`
}

/** Addresses that no file knows, and coordinates that are wrong: rounded, turned round, in another region, in the sea. */
const GREEN_SPACES = `
Square du Colombier|square|1 200|impasse de la Colombière|48.9|1.8
Jardin des Senteurs|Jardin|850 m²|sente aux Moines|1.8144|48.9561
Parc du Grand Pré|parc|32000|allée du Grand Pré|44.8378|-0.5792
Aire de jeux du Coteau|Aire de jeux|400|rue des Balançoires|48.9|1.8
Mail des Platanes|promenade|2 500|mail des Platanes|48.9|1.8
Bois de la Butte|bois|5,4 ha|chemin de la Butte Rouge|49.4431|1.0993
Verger partagé|jardin partagé|1 100|sente du Verger|0|0
Rond-point de l'Olivier|rond point|300|carrefour de l'Olivier|48.9|1.8
Square des Poètes|square|640|place des Poètes|1.8|48.9
Berges de Seine|terrain naturel|8000|promenade des Berges|48.9|1.8
Jardin de la Crèche|jardin|220|rue des Petits Loups|489551|18152
Prairie fleurie|prairie|3 700|derrière le stade|48.9|1.8
`

export function greenSpaces(): Promise<Uint8Array> {
  const dice = new Dice(18)
  const rows = GREEN_SPACES.trim()
    .split('\n')
    .map((line): Row => {
      const [name = '', type = '', surface = '', address = '', latitude = '', longitude = ''] = line.split('|')
      const size = /^\d+$/.test(surface) ? Number(surface) : surface
      return [name, type, size, address, Number(latitude), Number(longitude), dice.pick(['oui', 'OUI', 'x', 'non', ''])]
    })
  return xlsx('Espaces verts', [
    {
      name: 'Espaces verts',
      banners: [0],
      header: 2,
      rows: [
        ["Espaces verts - DONNÉES D'EXEMPLE"],
        [],
        ['Nom', "Type d'espace", 'Surface', 'Adresse', 'Latitude', 'Longitude', 'Ouvert au public'],
        ...rows,
      ],
    },
  ])
}
