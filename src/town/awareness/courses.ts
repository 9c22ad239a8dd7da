import type { AwarenessFacts } from './facts.ts'
import { atHome, card, list, THE_DAY, THE_LAW, WHAT_IT_IS } from './shared-cards.ts'

const course = (...cards: readonly string[]): string => cards.join('\n\n')

/** For the elected: why, what it changes, what is asked of them. */
export const elected = (facts: AwarenessFacts): string =>
  course(
    card(
      'Dix minutes pour décider',
      `Vous êtes élue ou élu ${facts.at}. Voici ce que sont les données ouvertes, à quoi elles servent, et ce que vous pouvez en faire. Rien de technique : promis.`,
    ),
    WHAT_IT_IS,
    THE_LAW,
    card(
      'Ce qui reste fermé',
      'On n’ouvre pas tout. Restent à part :',
      list(
        'ce qui touche à la vie privée : noms d’habitants, téléphones, dates de naissance ;',
        'ce qu’un secret protège, ou ce qui mettrait quelqu’un en danger.',
      ),
      'Avant chaque publication, les noms et les numéros sont cherchés, et quelqu’un de la mairie répond.',
    ),
    card(
      'Rendre des comptes, simplement',
      'Un budget ou une liste de subventions que chacun peut lire répond aux questions avant qu’elles ne deviennent des rumeurs.',
      'Ouvrir, c’est dire : nous n’avons rien à cacher, et voici les chiffres.',
    ),
    card(
      'Décider avec une carte',
      'Où installer une maison médicale ? Où manque-t-il un défibrillateur ? Une liste bien tenue devient une carte, et une carte éclaire une décision.',
      'En 2021, une commune des Yvelines a ouvert la liste de ses commerces : la même semaine, elle apprenait que cette liste servirait à demander une aide pour eux.',
    ),
    atHome(facts),
    THE_DAY,
    card(
      'Ce que nous vous demandons',
      list(
        'Dites-le en réunion : « nous ouvrons nos données, et j’y tiens. »',
        'Nommez une personne, et donnez-lui un peu de temps.',
        'Quand un jeu est prêt, répondez au lien que vous recevez : oui, non, ou une remarque.',
      ),
      'Une minute de votre part débloque une semaine de travail.',
    ),
  )

/** For those who lead a service: they are the relays. */
export const heads = (facts: AwarenessFacts): string =>
  course(
    card(
      'Dix minutes pour être relais',
      `Vous dirigez un service ${facts.at}. Une partie de ce qui intéresse les habitants est dans vos dossiers. Voici comment le partager sans y passer vos journées.`,
    ),
    WHAT_IT_IS,
    THE_LAW,
    card(
      'Pourquoi vous ?',
      'La personne référente ne sait pas quel agent tient la liste des aires de jeux. Vous, si.',
      'Votre rôle tient en une phrase : dire qui tient quoi, et qui le remplace.',
    ),
    card(
      'Ce qu’on vous demandera',
      list(
        'Une liste, telle qu’elle est : Excel, PDF, papier. Personne ne vous demande de la refaire.',
        'Une réponse à deux ou trois questions précises.',
        'Un accord avant de publier.',
      ),
      'Si ce n’est pas vous, dites qui : la demande suit la bonne personne.',
    ),
    card(
      'Et s’il y a des erreurs ?',
      'Il y en a dans toutes les listes. Elles sont montrées, une par une, avec une correction proposée. Rien n’est publié sans qu’un humain dise oui, et tout peut être repris.',
    ),
    card(
      'Les noms restent chez nous',
      'Une liste publiée ne dit pas qui habite où, ni qui a reçu une aide. Les colonnes qui désignent une personne sont repérées, puis retirées ou regroupées.',
      'Un doute ? Ne publiez pas : demandez.',
    ),
    card(
      'Ce que votre service y gagne',
      list(
        'On ne vous redemande plus trois fois la même liste.',
        'Quand un collègue part à la retraite, ce qu’il savait reste.',
        'Vos chiffres sont les mêmes partout : site, application, réunion.',
      ),
    ),
    atHome(facts),
    THE_DAY,
  )

/** For the agents: what they know is worth something. */
export const agents = (facts: AwarenessFacts): string =>
  course(
    card(
      'Dix minutes pour voir à quoi sert votre liste',
      `Vous travaillez ${facts.at}. Vous connaissez des choses que personne d’autre ne connaît : où est le point d’eau, quand ferme le parc, combien de places sous les arbres. Cela vaut de l’or.`,
    ),
    WHAT_IT_IS,
    THE_LAW,
    card(
      'Sans vous, la carte est vide',
      'En 2021, dans une petite commune, un agent est allé compter les places de parking, un après-midi. Trois jours plus tard, elles étaient sur une carte que chacun pouvait ouvrir.',
    ),
    card(
      'Un bon tableau, en trois règles',
      list(
        'Une ligne par chose : un banc, une ligne.',
        'Une colonne par information : l’adresse dans une colonne, le téléphone dans une autre.',
        'Rien d’autre : ni titre en couleur, ni total, ni case fusionnée.',
      ),
      'Votre tableau n’est pas comme cela ? Donnez-le quand même : il sera remis en ordre.',
    ),
    card(
      'Pas d’ordinateur ? Un téléphone suffit',
      'Vous pouvez recevoir un lien. Vous l’ouvrez, vous remplissez les quelques cases demandées, vous envoyez. Pas de compte, pas de mot de passe.',
    ),
    card(
      'Ce qu’on n’écrit jamais dans une liste à ouvrir',
      list(
        'le nom ou le téléphone d’un habitant ;',
        'une date de naissance, une maladie, une aide reçue ;',
        'une remarque sur quelqu’un.',
      ),
    ),
    atHome(facts),
    THE_DAY,
    card(
      'Et demain ?',
      'Vous verrez une erreur sur la carte : un parc qui a changé d’heure, un commerce fermé. Dites-le. Une liste vit parce que quelqu’un la regarde.',
      'Merci.',
    ),
  )
