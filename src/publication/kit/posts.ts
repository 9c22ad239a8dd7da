import { signsOf } from '../../contract/kit.ts'
import { type KitFacts, namesOf } from './facts.ts'
import { hasMap, shownOn } from './sentences.ts'
import { capital, setsInWords, typeset } from './typeset.ts'

/** The first that its place holds: from the fullest to the shortest, so that nothing is ever cut in the middle of a word. */
function fitting(most: number, links: 'whole' | 'short', writings: readonly string[]): string {
  return writings.find(writing => signsOf(typeset(writing), links) <= most) ?? writings.at(-1)!
}

/** Enumerations from whole to short, then the count alone. */
const openings = (facts: KitFacts): string[] => {
  const many = setsInWords(facts.sets.length)
  const start = `La commune ${facts.of} ouvre ${many}`
  return [...[Number.POSITIVE_INFINITY, 4, 3, 2].map(most => `${start} : ${namesOf(facts, most)}.`), `${start}.`]
}

/** « #Épône », « #LaRochelle » : a tag ends at the first space or hyphen. */
const tagOf = ({ town }: KitFacts): string =>
  `#${town
    .split(/[^\p{L}\p{N}]+/u)
    .map(capital)
    .join('')}`

export const facebook = (facts: KitFacts): string =>
  fitting(
    2000,
    'whole',
    openings(facts).map(
      opening => `${opening}

Tout est en ligne, gratuit, et se lit sur un téléphone. ${shownOn(facts)}

👉 ${facts.portal}

Une erreur, un oubli ? Dites-le-nous en commentaire : ces données sont les vôtres.`,
    ),
  )

/** No link opens in a caption: where to find it is said. */
export const instagram = (facts: KitFacts): string =>
  fitting(
    2200,
    'whole',
    openings(facts).map(
      opening => `${opening}

Où ? Sur le portail des données de la commune. Le lien est dans notre profil 📍

${tagOf(facts)} #OpenData #DonnéesOuvertes #VieLocale`,
    ),
  )

export const linkedin = (facts: KitFacts): string =>
  fitting(
    3000,
    'whole',
    openings(facts).map(
      opening => `${opening}

Pour une commune, ouvrir ses données, c’est d’abord les réunir : elles étaient dans des fichiers, des services, parfois dans des mémoires. Elles sont maintenant vérifiées, décrites, et suivent les modèles nationaux quand il y en a.

C’est utile aux habitants, aux entreprises et aux développeurs. C’est aussi utile à la mairie : chaque service s’appuie sur la même information.

Tout est en libre accès : ${facts.portal}

${tagOf(facts)} #OpenData #CollectivitésTerritoriales`,
    ),
  )

export const x = (facts: KitFacts): string =>
  fitting(280, 'short', [
    ...openings(facts).map(opening => `${opening}\n\nEn libre accès : ${facts.portal}\n\n${tagOf(facts)} #OpenData`),
    `Les données ${facts.of} sont ouvertes : ${facts.portal}`,
  ])

export const mastodon = (facts: KitFacts): string =>
  fitting(500, 'short', [
    ...openings(facts).map(
      opening =>
        `${opening}\n\nEn libre accès, sans compte, en CSV${hasMap(facts) ? ', en GeoJSON' : ''} et par API : ${facts.portal}\n\n${tagOf(facts)} #OpenData #DonnéesOuvertes`,
    ),
    `Les données ${facts.of} sont ouvertes : ${facts.portal}`,
  ])

/** A notification is read in one glance, on a locked telephone. */
export const notification = (facts: KitFacts): string =>
  fitting(150, 'whole', [
    ...[3, 2, 1].map(most => `Nouveau ${facts.at} : ${namesOf(facts, most)}, en libre accès. ${facts.portal}`),
    `Les données ${facts.of} sont en libre accès. ${facts.portal}`,
    `Les données ${facts.of} sont en libre accès.`,
  ])
