import type { KitFacts } from './facts.ts'

/** Sentences that several texts say, said once. */

export const LAW =
  'La loi du 7 octobre 2016 pour une République numérique demande aux administrations d’ouvrir leurs données. Elle y oblige les communes de plus de 3 500 habitants qui emploient au moins 50 agents.'

/** Said of the sets, each looked at for persons before it was open. */
export const careOf = ({ sets }: KitFacts): string =>
  sets.length > 1
    ? 'Avant son ouverture, chaque jeu a été relu pour protéger les données personnelles.'
    : 'Avant son ouverture, ce jeu a été relu pour protéger les données personnelles.'

export const licenceOf = ({ openStreetMap }: KitFacts): string =>
  openStreetMap
    ? 'Ces données sont publiées sous licence ouverte : chacun peut s’en servir, à condition d’en citer la source. Celles qui s’appuient sur OpenStreetMap gardent la licence de cette carte libre, l’ODbL.'
    : 'Ces données sont publiées sous la Licence Ouverte : chacun peut s’en servir, à condition d’en citer la source.'

export const hasMap = ({ sets }: KitFacts): boolean => sets.some(({ hasPlaces }) => hasPlaces)
export const hasShops = ({ sets }: KitFacts): boolean => sets.some(({ name }) => name === SHOPS)
const SHOPS = 'les commerces et leurs horaires'

/** What one sees there: never a map when nothing has a place. */
export function shownOn(facts: KitFacts): string {
  if (!hasMap(facts)) return 'Dans un tableau que l’on trie et que l’on filtre.'
  return facts.sets.every(({ hasPlaces }) => hasPlaces)
    ? 'Sur une carte et dans un tableau.'
    : 'Sur une carte quand ce sont des lieux, dans un tableau pour le reste.'
}

/** The three objectives of the plan, one sentence each. */
export const OBJECTIVES = (facts: KitFacts): readonly string[] => [
  `La transparence : les données de la commune sont à la disposition des habitants ${facts.of}.`,
  `Des outils pour les développeurs : les données peuvent être reprises dans des sites et des applications${appOf(facts)}.`,
  'Une mairie sensibilisée : élus, chefs de service et agents savent ce qu’est une donnée ouverte, et ce qu’elle leur apporte.',
]
export const appOf = ({ details: { app } }: KitFacts): string => (app === '' ? '' : `, par exemple « ${app} »`)

/** Who signs, on a line of its own. */
export const signature = ({ details: { contact }, of }: KitFacts): string =>
  contact === '' ? `La mairie ${of}` : contact
/** Where to answer, at the end of a sentence that already says to whom. */
export const reachedAt = ({ details: { contact } }: KitFacts): string => (contact === '' ? '' : ` (${contact})`)

export const setLines = ({ sets }: KitFacts): string =>
  sets.map(({ title, about, address }) => `- ${title}. ${about} ${address}`.replace(/\.\. /, '. ')).join('\n')
export const shortLines = ({ sets }: KitFacts): string => sets.map(({ title }) => `- ${title}`).join('\n')
