import type { Address, District } from './addresses.ts'
import { type Business, BusinessMaker, OTHERS, SHOPS } from './businesses.ts'
import { Dice, shouted, writtenPhone } from './dice.ts'
import { type Page, type Row, xlsx } from './workbook.ts'

/** How shops write their hours, none of it a code. */
const HOURS = [
  'du mardi au samedi de 9h à 12h30 et de 15h à 19h, fermé le lundi',
  'Lundi au vendredi 8h30-12h30 / 14h-19h, samedi 9h-12h',
  'mar-sam : 9h00-19h00',
  'Tous les jours sauf mercredi : 7h - 20h',
  '7j/7 de 8h à 21h',
  'lun. au sam. 9h30 à 19h30, dim. 9h à 12h30',
  'Du mardi au vendredi : 9h-12h et 14h-18h30. Samedi : 9h-18h non stop',
  'mardi, jeudi, vendredi et samedi 10h-19h',
  'Midi et soir du mardi au dimanche (12h-14h / 19h-22h)',
  'Lundi 14h-19h ; mardi à samedi 10h-12h30 et 14h-19h',
  '6h30-13h et 16h-20h tous les jours, fermé le dimanche après-midi',
  'ouvert du lundi au samedi de 7 h 30 à 19 h 30',
  'sur rendez-vous',
  'horaires variables, se renseigner',
  '9h-19h',
]
const REMARKS = ['', '', '', '', 'livraison possible', 'à recontacter', 'terrasse', 'vu le 12/01']

const writtenAddress = (dice: Dice, { number, suffix, street }: Address): string => {
  const whole = [number, suffix, street].filter(Boolean).join(' ')
  const ways = [
    () => `${whole} 78680 Épône`,
    () => `${whole}, 78680 EPONE`,
    () => shouted(whole),
    () => `${number}${suffix && ` ${suffix}`}, ${street.charAt(0).toLowerCase()}${street.slice(1)}`,
    () => whole.replace('Avenue', 'Av.').replace('Boulevard', 'Bd').replace('Place', 'Pl'),
  ]
  return dice.pick(ways)()
}

const mailOf = (dice: Dice, name: string): string =>
  dice.chance(0.5) ? '' : `${shouted(name).toLowerCase().replaceAll(' ', '-')}@exemple.fr`

function firstList(dice: Dice, shops: readonly Business[]): Page {
  const rows = shops.map(({ name, trade, address, phone }): Row => {
    const site = dice.chance(0.25) ? `www.exemple.fr/${shouted(trade.sign).toLowerCase().replaceAll(' ', '-')}` : ''
    return [
      dice.chance(0.3) ? shouted(name) : name,
      trade.category,
      writtenAddress(dice, address),
      dice.chance(0.9) ? writtenPhone(dice, phone) : 'NC',
      mailOf(dice, name),
      site,
      dice.chance(0.75) ? dice.pick(HOURS) : '',
      dice.pick(REMARKS),
    ]
  })
  return {
    name: 'Commerces',
    banners: [0, 1],
    header: 3,
    rows: [
      ["VILLE D'ÉPÔNE - Service animation et vie économique"],
      ["Liste des commerces - DONNÉES D'EXEMPLE, tout est inventé"],
      [],
      ['ENSEIGNE', 'Type de commerce', 'Adresse', 'Tél.', 'Mail', 'Site internet', "Horaires d'ouverture", 'Remarques'],
      ...rows,
      [],
      [`Total : ${rows.length} commerces`],
    ],
  }
}

/** The same shop in the software of another service: capitals, a legal form, an article lost, a slip of the finger. */
function nameElsewhere(dice: Dice, name: string): string {
  const loud = shouted(name)
  const ways = [
    () => loud,
    () => `SARL ${loud}`,
    () => loud.replace(/^(LE|LA|LES|L) /, ''),
    () => loud.replace('TROIS', '3').replace('DEUX', '2').replace('QUATRE', '4').replace('SEPT', '7'),
    () => name.replace(/(.)(.)$/, '$2$1'),
  ]
  return dice.pick(ways)()
}

/** What Excel leaves of a number of fourteen digits. */
function siretElsewhere(dice: Dice, { siret }: Business): string | number {
  if (dice.chance(0.7)) return siret
  const start = `8${dice.between(10, 99)}`
  const ways = [
    () => `${siret.slice(0, 3)} ${siret.slice(3, 6)} ${siret.slice(6, 9)} ${siret.slice(9)}`,
    () => `${start[0]},${start.slice(1)}E+13`,
    () => `${start}00000000000`,
    () => '',
  ]
  return dice.pick(ways)()
}

const STATES = ['fermé', 'radiée', 'liquidation judiciaire', 'cessation 2019', 'FERME DEFINITIVEMENT']

function companyRow(dice: Dice, business: Business): Row {
  const { name, trade, address, phone } = business
  return [
    siretElsewhere(dice, business),
    nameElsewhere(dice, name),
    shouted(trade.activity),
    trade.naf,
    trade.kind.charAt(0),
    [address.number, address.suffix].filter(Boolean).join(' '),
    shouted(address.street),
    78680,
    'EPONE',
    dice.chance(0.6) ? writtenPhone(dice, phone) : '',
    dice.chance(0.07) ? dice.pick(STATES) : '',
  ]
}

const COMPANY_HEADERS = [
  'SIRET',
  'Raison sociale / enseigne',
  'Activité',
  'Code APE',
  'C/S/I',
  'N°',
  'Voie',
  'CP',
  'Ville',
  'Téléphone',
  'Obs.',
]

/** One sheet a district: a merged title, the rows, a subtotal in the middle and the total below. */
function districtPage(district: District, rows: readonly Row[]): Page {
  const half = Math.ceil(rows.length / 2)
  const subtotal = (count: number): Row => ['', `Sous-total : ${count}`]
  return {
    name: district,
    banners: [0],
    header: 2,
    rows: [
      [`LISTE DES ENTREPRISES 2020 - ${shouted(district)} - DONNÉES D'EXEMPLE`],
      [],
      COMPANY_HEADERS,
      ...rows.slice(0, half),
      subtotal(half),
      ...rows.slice(half),
      subtotal(rows.length - half),
      ['', `TOTAL ${shouted(district)} : ${rows.length}`],
    ],
  }
}

/** 284 rows in all. */
const SIZES: readonly (readonly [District, number])[] = [
  ['Centre', 96],
  ['Gare', 71],
  ['Zone des Artisans', 58],
  ['Coteau', 34],
  ['Bords de Seine', 25],
]

export async function shopLists(addresses: readonly Address[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const dice = new Dice(78217)
  const maker = new BusinessMaker(dice, addresses)
  const shops = Array.from({ length: 60 }, (_, i) => maker.make(SHOPS, SIZES[i % 5]![0]))
  const again = dice.shuffled(shops).slice(0, 45)
  const pages = SIZES.map(([district, size]) => {
    const known = again.filter(({ address }) => address.district === district)
    const rest = Array.from({ length: size - known.length }, () =>
      maker.make(dice.chance(0.4) ? SHOPS : OTHERS, district),
    )
    return districtPage(
      district,
      dice.shuffled([...known, ...rest]).map(business => companyRow(dice, business)),
    )
  })
  return new Map([
    ['commerces.xlsx', await xlsx('Commerces', [firstList(dice, shops)])],
    ['liste entreprises 2020.xlsx', await xlsx('Liste entreprises 2020', pages)],
  ])
}
