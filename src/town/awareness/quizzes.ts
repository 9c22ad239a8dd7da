interface Asked {
  readonly question: string
  readonly right: string
  readonly wrong: readonly [string, string]
  /** Where the right one stands among the three: 0 to 2. */
  readonly at: 0 | 1 | 2
  readonly why: string
}

const quiz = (...asked: readonly Asked[]): string => asked.map(written).join('\n\n')

function written({ question, right, wrong, at, why }: Asked): string {
  const answers = [`- ${wrong[0]}`, `- ${wrong[1]}`]
  answers.splice(at, 0, `- [x] ${right}`)
  return [`# ${question}`, answers.join('\n'), why].join('\n\n')
}

const REUSE: Asked = {
  question: 'Qui a le droit de se servir d’une donnée ouverte ?',
  ...{ right: 'Tout le monde', wrong: ['Les habitants de la commune', 'Les entreprises qui paient'], at: 1 },
  why: 'Habitants, associations, écoles, entreprises, autres communes : chacun peut la lire et la réutiliser, gratuitement.',
}

export const quizOfElected = (): string =>
  quiz(
    REUSE,
    {
      question: 'À quelles communes la loi demande-t-elle d’ouvrir leurs données ?',
      right: 'À celles d’au moins 3 500 habitants et d’au moins 50 agents',
      ...{ wrong: ['À toutes', 'À celles qui ont un service informatique'], at: 0 },
      why: 'Il faut les deux conditions. Les autres communes peuvent le faire aussi : rien ne l’interdit.',
    },
    {
      question: 'La liste des subventions aux associations contient un nom de trésorière. Que fait-on ?',
      right: 'On retire la colonne des noms, et l’on publie le reste',
      ...{ wrong: ['On ne publie rien', 'On publie tout, c’est de l’argent public'], at: 2 },
      why: 'L’association et le montant intéressent tout le monde ; le nom d’une bénévole ne regarde personne.',
    },
    {
      question: 'Que vous demande-t-on quand un jeu est prêt ?',
      ...{ right: 'De le lire et de répondre : oui, non, ou une remarque' },
      ...{ wrong: ['De vérifier chaque ligne', 'De signer un arrêté'], at: 1 },
      why: 'Un lien suffit, depuis votre téléphone. Sans réponse, le jeu attend : rien ne part sans vous.',
    },
    {
      question: 'Par qui commence-t-on pour convaincre une mairie ?',
      ...{ right: 'Par les élus', wrong: ['Par le service informatique', 'Par les habitants'], at: 0 },
      why: 'Quand les élus y tiennent, les chefs de service relaient et les agents suivent. C’est vous qui ouvrez la porte.',
    },
  )

export const quizOfHeads = (): string =>
  quiz(
    REUSE,
    {
      question: 'On vous demande la liste des aires de jeux. Elle est dans un vieux PDF. Que faites-vous ?',
      right: 'Je donne le PDF tel qu’il est',
      ...{ wrong: ['Je la fais ressaisir d’abord', 'Je réponds que nous n’avons rien'], at: 0 },
      why: 'Carnet sort le tableau du PDF et le remet en ordre. Le temps de votre équipe vaut mieux qu’une ressaisie.',
    },
    {
      question: 'La demande ne concerne pas votre service. Le mieux est…',
      right: 'de dire qui détient la liste, à votre avis',
      ...{ wrong: ['de ne pas répondre', 'de répondre « pas chez nous »'], at: 2 },
      why: 'Un nom fait gagner des jours : la demande repart vers la bonne personne.',
    },
    {
      question: 'Une erreur est publiée. Que se passe-t-il ?',
      right: 'On la corrige, et la version d’avant reste lisible',
      ...{ wrong: ['C’est trop tard', 'Il faut tout retirer'], at: 1 },
      why: 'Une nouvelle version remplace l’ancienne à la même adresse. Corriger une erreur montre que la liste est vivante.',
    },
    {
      question: 'Que perd la mairie quand l’agent qui tenait une liste s’en va ?',
      right: 'Rien, si l’on sait qui tient quoi et où c’est rangé',
      ...{ wrong: ['Toujours tout', 'Cela ne concerne que l’informatique'], at: 1 },
      why: 'Dire qui tient quoi, et qui le remplace, prend une heure. Retrouver une liste perdue prend des mois.',
    },
  )

export const quizOfAgents = (): string =>
  quiz(
    REUSE,
    {
      question: 'Dans un bon tableau, une ligne c’est…',
      right: 'une seule chose : un banc, un arbre, un parking',
      ...{ wrong: ['une rue avec tous ses bancs', 'un total'], at: 0 },
      why: 'Une chose, une ligne : ainsi chaque banc a sa place sur la carte.',
    },
    {
      question: 'Votre tableau est plein de couleurs et de cases fusionnées. Que faites-vous ?',
      right: 'Je le donne tel qu’il est',
      ...{ wrong: ['Je le recommence', 'Je le garde pour moi'], at: 2 },
      why: 'Il sera lu quand même, et rien n’en sera perdu. La prochaine fois, une ligne par chose fera gagner du temps à tous.',
    },
    {
      question: 'Que ne met-on jamais dans une liste à ouvrir ?',
      right: 'Le téléphone d’une habitante',
      ...{ wrong: ['L’adresse d’un parking', 'Les horaires de la piscine'], at: 1 },
      why: 'Un lieu public se montre ; ce qui désigne une personne reste à la mairie.',
    },
    {
      question: 'Vous n’avez pas d’ordinateur au travail. Pouvez-vous répondre à une demande ?',
      right: 'Oui, sur un téléphone, par un lien',
      ...{ wrong: ['Non', 'Seulement par courrier'], at: 0 },
      why: 'Le lien ouvre quelques cases à remplir, sans compte ni mot de passe.',
    },
  )
