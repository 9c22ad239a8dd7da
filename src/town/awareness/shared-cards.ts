import { setsInWords } from '../../publication/kit/typeset.ts'
import type { AwarenessFacts } from './facts.ts'

/** Cards that the three courses have in common, in the words of each. A card is a title and what stands under it. */
export const card = (title: string, ...paragraphs: readonly string[]): string =>
  [`# ${title}`, ...paragraphs].join('\n\n')

export const list = (...items: readonly string[]): string => items.map(item => `- ${item}`).join('\n')

export const WHAT_IT_IS = card(
  'Une liste que chacun peut lire',
  'Une donnée ouverte est une liste tenue par la mairie, mise en ligne, que chacun peut lire, télécharger et réutiliser, gratuitement. Par exemple :',
  list(
    'les défibrillateurs, avec leur adresse et leurs heures d’accès ;',
    'les parkings, avec leur nombre de places ;',
    'les subventions versées aux associations.',
  ),
)

export const THE_LAW = card(
  'Ce que dit la loi',
  'La loi du 7 octobre 2016 pour une République numérique demande aux communes d’au moins 3 500 habitants, qui ont au moins 50 agents en équivalents temps plein, de mettre en ligne leurs documents et leurs données.',
  'C’est l’article L312-1-1 du Code des relations entre le public et l’administration. Les autres communes peuvent le faire aussi, si elles le veulent.',
)

/** From the widest, the law, to the closest: an inhabitant's day. */
export const THE_DAY = card(
  'La journée d’une habitante',
  list(
    '8 h : elle cherche où attacher son vélo près de la gare. La liste des stationnements le dit.',
    '12 h : le fleuriste est-il ouvert ? La liste des commerces a ses horaires.',
    '16 h : une place d’accueil pour son fils. La liste donne les lieux et leur capacité.',
    '21 h : un malaise au gymnase. L’application montre le défibrillateur le plus proche.',
  ),
  'Elle n’a jamais entendu parler de données ouvertes. Elle s’en est servie quatre fois.',
)

const SHOWN = 3

/** The town's own sets, once there are some; before, what it would look like. */
export function atHome({ sets, at, portal }: AwarenessFacts): string {
  if (sets.length === 0)
    return card(
      'Et chez nous ?',
      `Rien n’est encore ouvert ${at}. Le premier jeu est souvent le plus simple : les défibrillateurs, les parkings, les monuments.`,
      'À vous : quelle liste de votre bureau intéresserait un habitant ?',
    )
  const shown = sets.slice(0, SHOWN).map(({ title, rows, address }) => `${title} : ${lines(rows)}. ${address}`)
  const more = sets.length > SHOWN ? [`Et d’autres encore : ${portal}`] : []
  const opened = sets.length > 1 ? 'sont déjà ouverts' : 'est déjà ouvert'
  return card(`Chez nous, ${setsInWords(sets.length)}`, `Voici ce qui ${opened} ${at} :`, list(...shown), ...more)
}

const number = new Intl.NumberFormat('fr-FR')
const lines = (rows: number): string => `${number.format(rows)} ligne${rows > 1 ? 's' : ''}`
