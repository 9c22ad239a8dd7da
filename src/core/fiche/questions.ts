import type { FicheField, Frequency } from './fiche.ts'

export interface BoxQuestion {
  /** The name of the box. */
  readonly label: string
  /** In plain words, what to write there. */
  readonly question: string
  readonly example: string
  /** Nothing opens without it. */
  readonly required: boolean
}

/** The boxes of the fiche as they are asked, in the words of somebody who never filled one. */
export const QUESTIONS: Readonly<Record<FicheField, BoxQuestion>> = {
  title: {
    label: 'Titre',
    question:
      'Quel titre donner à ces données, pour que chacun sache de quoi, de quelle ville et de quelle période elles parlent ?',
    example: 'Horaires des autobus de la ville de Brive, 2018-2019',
    required: true,
  },
  description: {
    label: 'Description',
    question: 'Que trouve-t-on dans ces données ? Deux ou trois phrases, comme vous l’expliqueriez à un habitant.',
    example: 'Les commerces ouverts au public, avec leur adresse, leurs horaires et le moyen de les joindre.',
    required: true,
  },
  producer: {
    label: 'Producteur',
    question: 'Qui a produit ces données et en répond ?',
    example: 'Commune de Brive',
    required: true,
  },
  purpose: {
    label: 'Pourquoi',
    question: 'Pourquoi ces données ont-elles été rassemblées ?',
    example: 'Pour que les habitants trouvent un défibrillateur en cas d’arrêt du cœur.',
    required: false,
  },
  collection: {
    label: 'Collecte',
    question: 'Comment ont-elles été rassemblées : par qui, quand, d’après quoi ?',
    example: 'Relevé sur place par le service animation en février 2021.',
    required: false,
  },
  frequency: {
    label: 'Mise à jour',
    question: 'Tous les combien pensez-vous mettre ces données à jour ?',
    example: 'Une fois par an',
    required: true,
  },
  processing: {
    label: 'Préparation',
    question: 'Qu’a-t-on changé entre les fichiers reçus et ce qui est ouvert, y compris pour protéger les personnes ?',
    example: 'Dates écrites sous une même forme ; noms de personnes retirés.',
    required: false,
  },
  uses: {
    label: 'Usages possibles',
    question: 'À quoi ces données pourraient-elles servir ?',
    example: 'Carte des commerces ouverts le dimanche.',
    required: false,
  },
  licence: {
    label: 'Licence',
    question: 'Sous quelle licence ouvrez-vous ces données ? Elle dit à chacun ce qu’il peut en faire.',
    example: 'Licence Ouverte 2.0',
    required: true,
  },
  considerations: {
    label: 'Précautions',
    question: 'Que faut-il savoir avant de s’en servir : limites, droit, respect des personnes ?',
    example: 'Les horaires des jours fériés ne sont pas connus.',
    required: false,
  },
  contact: {
    label: 'Contact',
    question:
      'À quel service écrire pour une question ou une erreur ? Un service et son adresse, plutôt qu’une personne.',
    example: 'Service animation, mairie@ville-exemple.fr',
    required: true,
  },
  keywords: {
    label: 'Mots-clés',
    question: 'Quels mots taperait quelqu’un qui cherche ces données ?',
    example: 'commerces, horaires, Brive',
    required: true,
  },
  temporal: {
    label: 'Période',
    question: 'De quand à quand ces données parlent-elles ?',
    example: 'du 1er septembre 2018 au 31 août 2019',
    required: false,
  },
  spatial: {
    label: 'Lieu',
    question: 'De quel lieu ces données parlent-elles ?',
    example: 'Brive-la-Gaillarde',
    required: true,
  },
  granularity: {
    label: 'Une ligne, c’est',
    question: 'Que décrit une ligne du tableau ?',
    example: 'un défibrillateur',
    required: false,
  },
}

/** As they are said, most often first. */
export const FREQUENCY_WORDS: Readonly<Record<Frequency, string>> = {
  daily: 'Chaque jour',
  weekly: 'Chaque semaine',
  monthly: 'Chaque mois',
  quarterly: 'Chaque trimestre',
  semiannual: 'Deux fois par an',
  annual: 'Une fois par an',
  irregular: 'Quand quelque chose change',
  never: 'Jamais : ces données ne changeront plus',
}
