import type { KitDetails } from '../../contract/kit.ts'
import { atTown, ofTown } from '../../core/places/communes/of-town.ts'
import type { PublishedSet } from '../published.ts'
import { listed } from './typeset.ts'

/** What every text of the kit is made of: the published sets, the town's card, and what a person added. */
export interface KitFacts {
  readonly town: string
  /** « d’Épône », « à Épône ». */
  readonly of: string
  readonly at: string
  readonly portal: string
  readonly sets: readonly KitSet[]
  readonly openStreetMap: boolean
  readonly details: KitDetails
}
export interface KitSet {
  /** In the middle of a sentence: « les défibrillateurs ». */
  readonly name: string
  readonly title: string
  /** The first sentence of its description. */
  readonly about: string
  readonly address: string
  /** Its rows have a place: it has a map, and files for maps. */
  readonly hasPlaces: boolean
}

/** Sets by theme as one says them, with their article. */
const NAMES: Readonly<Record<string, string>> = {
  deliberations: 'les délibérations du conseil municipal',
  dae: 'les défibrillateurs',
  subventions: 'les subventions aux associations',
  budget: 'le budget',
  irve: 'les bornes de recharge électrique',
  stationnement: 'les lieux de stationnement',
  equipements: 'les équipements',
  prenoms: 'les prénoms des nouveau-nés',
  menus: 'les menus de la cantine',
  catalogue: 'le catalogue des données',
  'horaires-administrations': 'les horaires des services publics',
  'etat-civil': 'l’état civil en nombres',
  covoiturage: 'les lieux de covoiturage',
  marches: 'les marchés publics',
  permis: 'les autorisations d’urbanisme',
  commerces: 'les commerces et leurs horaires',
  arbres: 'les arbres',
  'espaces-verts': 'les espaces verts',
  'petite-enfance': 'les lieux d’accueil de la petite enfance',
  associations: 'les associations',
  dechets: 'les points de collecte des déchets',
  prets: 'les prêts de la bibliothèque',
  monuments: 'les monuments historiques',
  eclairage: 'l’éclairage public',
  eau: 'les points d’eau',
  'mediation-num': 'les lieux d’aide au numérique',
  velo: 'les stationnements pour vélos',
}

export const factsOf = (
  town: string,
  publicUrl: string,
  sets: readonly PublishedSet[],
  details: KitDetails,
): KitFacts => ({
  town,
  of: ofTown(town),
  at: atTown(town),
  portal: publicUrl,
  // First opened first: a set that was changed does not move in texts that somebody read already.
  sets: [...sets].sort(byOpening).map(set => kitSet(set, publicUrl)),
  openStreetMap: sets.some(({ fiche }) => fiche.licence === 'odc-odbl'),
  details,
})

const byOpening = (a: PublishedSet, b: PublishedSet): number =>
  a.issuedAt === b.issuedAt ? (a.slug < b.slug ? -1 : 1) : a.issuedAt < b.issuedAt ? -1 : 1

const kitSet = ({ theme, fiche, slug, version }: PublishedSet, publicUrl: string): KitSet => ({
  name: (theme && NAMES[theme.slug]) ?? `« ${fiche.title} »`,
  title: fiche.title,
  about: firstSentence(fiche.description),
  address: `${publicUrl}/jeux/${slug}`,
  hasPlaces: version.place !== undefined,
})

const firstSentence = (text: string): string =>
  (/^[^\n]*?[.!?](?=\s|$)/.exec(text.trim())?.[0] ?? text.trim().split('\n')[0] ?? '').trim()

/** « les défibrillateurs, les commerces et leurs horaires, les monuments… » : each once, so many at most. */
export function namesOf({ sets }: KitFacts, most = Number.POSITIVE_INFINITY): string {
  const names = [...new Set(sets.map(({ name }) => name))]
  if (names.length <= most) return listed(names)
  return `${names.slice(0, most).join(', ')}, et d’autres encore`
}
