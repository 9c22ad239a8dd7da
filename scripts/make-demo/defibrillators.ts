import { Dice, fictionPhone, writtenPhone } from './dice.ts'
import { day, type Row, xlsx } from './workbook.ts'

const HEADERS = [
  "Lieu d'implantation",
  'Adresse',
  'Code postal',
  'Ville',
  'Intérieur / extérieur',
  'Accès libre',
  'Jours',
  'Horaires',
  'Téléphone',
  'Marque',
  'Modèle',
  'N° de série',
  "Date d'installation",
  'Dernière maintenance',
  'État de fonctionnement',
]

/** Place, address, inside or outside, free access, days, hours, state. */
const PLACES = `
Hôtel de ville | 1 place de la Mairie | Intérieur | non | du lundi au vendredi | 8h30-12h et 13h30-17h30, samedi 9h-12h | En fonctionnement
Mairie, façade | 1 Place de la Mairie | Extérieur | oui | 7j/7 | 24h/24 | en fonctionnement
Gymnase du Pressoir | 8 rue du Pressoir | Intérieur | oui | tous les jours | 8h à 22h30 | OK
Salle des fêtes | 3 rue de la Fontaine | interieur | Non | suivant location | | En fonctionnement
École des Tilleuls | 5 rue des Tilleuls | Intérieur | non | lundi, mardi, jeudi, vendredi | 8h20 - 16h30 hors vacances scolaires | En fonctionnement
Stade du Bac | 2 RUE DU BAC | ext. | OUI | 7j/7 | 24/24 | HS
Médiathèque | 11 rue des Écoles | Intérieur | oui | mardi au samedi | mar. 15h-18h30, mer. 10h-12h et 14h-18h, sam. 10h-17h | En fonctionnement
Gare routière | 2 avenue de la Gare | Exterieur | X | 7 jours sur 7 | 24h/24 | En fonctionnement
Centre de loisirs | 4 allée du Parc | Intérieur | non | mercredi et vacances | 7h30-18h30 | en panne
Marché couvert | 6 place du Marché | extérieur | oui | 7j/7 | en permanence | En fonctionnement
Cimetière | chemin du Repos | Extérieur | oui | 7j/7 | 8h-18h l'hiver, 8h-20h l'été | En fonctionnement
Maison des associations | 9 rue du Lavoir | Intérieur | oui | lundi au samedi | selon activités | ?
`

function placeRow(dice: Dice, line: string, rank: number): Row {
  const [place = '', address = '', where = '', free = '', days = '', hours = '', state = ''] = line
    .split('|')
    .map(part => part.trim())
  const installed = day(dice.between(2014, 2020), dice.between(1, 12), dice.between(1, 28))
  return [
    place,
    address,
    '78680',
    rank % 3 === 0 ? 'EPONE' : 'Épône',
    where,
    free,
    days,
    hours,
    writtenPhone(dice, fictionPhone(dice)),
    'Battement',
    rank % 4 === 0 ? 'B2 Semi-auto' : 'B1',
    // The plate of one of them could not be read.
    rank === 6 ? '' : `0${dice.between(10000, 99999)}-${rank}`,
    installed,
    rank === 9 ? 'sept. 2020' : day(2020, dice.between(1, 12), dice.between(1, 28)),
    state,
  ]
}

export async function defibrillators(): Promise<Uint8Array> {
  const dice = new Dice(2)
  const rows = PLACES.trim()
    .split('\n')
    .map((line, rank) => placeRow(dice, line, rank))
  const former = [
    ['Ancienne piscine', '20 rue du Bac', '78680', 'Épône', 'Intérieur', 'non', '', '', '', 'Battement', 'B0'],
  ]
  return xlsx('Défibrillateurs', [
    {
      name: 'DAE',
      banners: [0],
      header: 2,
      rows: [["Défibrillateurs de la ville - DONNÉES D'EXEMPLE, aucun n'existe"], [], HEADERS, ...rows],
      hiddenRows: [3 + 8],
    },
    {
      name: 'Anciens',
      header: 1,
      rows: [["Appareils retirés - DONNÉES D'EXEMPLE"], HEADERS, ...former],
      hidden: true,
    },
  ])
}
