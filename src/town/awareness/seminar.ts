import type { AwarenessFacts } from './facts.ts'
import { list } from './shared-cards.ts'

interface Step {
  readonly minutes: number
  readonly what: string
}

/** « De 0 à 5 min : … »: the clock of a meeting, added up and never typed. */
function timed(steps: readonly Step[]): string {
  let at = 0
  return list(
    ...steps.map(({ minutes, what }) => {
      const from = at
      at += minutes
      return `De ${from} à ${at} min : ${what}`
    }),
  )
}
const length = (steps: readonly Step[]): number => steps.reduce((sum, { minutes }) => sum + minutes, 0)

const meeting = (title: string, why: string, steps: readonly Step[]): string =>
  [`## ${title} (${length(steps)} minutes)`, why, timed(steps)].join('\n\n')

/** Three meetings, one after the other: the elected apart from those who lead, as a head of cabinet asked, then the agents. */
export const seminar = ({ of, sets, portal }: AwarenessFacts): string =>
  [
    `# Ouvrir les données ${of} : déroulé du séminaire`,
    'Trois rencontres, dans cet ordre, à une semaine d’écart si possible. On ne mélange pas les élus et les chefs de service : chacun parle plus librement, et les élus convaincus portent la suite.',
    '## À préparer',
    list(
      'les cartes du parcours, imprimées par quatre et découpées : un jeu par table ;',
      'un écran, ou un téléphone par table ;',
      sets.length > 0
        ? `le portail de la commune, ouvert d’avance : ${portal}`
        : 'une carte d’une commune voisine, ouverte d’avance ;',
      'des papiers de couleur et des feutres.',
    ),
    meeting('1. Les élus, entre eux', 'But : qu’ils disent oui devant les autres.', [
      { minutes: 5, what: 'tour de table, une question d’habitant entendue cette semaine.' },
      { minutes: 10, what: 'le parcours des élus, une carte chacun, lue à voix haute.' },
      { minutes: 10, what: 'les questions, en équipes de deux ; la bonne réponse se discute.' },
      { minutes: 10, what: 'sur la carte de la commune : quelle décision cette liste aurait-elle éclairée ?' },
      { minutes: 10, what: 'chacun choisit un thème et dit pourquoi. On nomme la personne référente.' },
    ]),
    meeting('2. Les chefs de service', 'But : savoir qui tient quoi, et qui relaie.', [
      { minutes: 5, what: 'un élu ouvre la rencontre et dit pourquoi il y tient.' },
      { minutes: 10, what: 'le parcours des chefs de service, une carte chacun.' },
      { minutes: 10, what: 'les questions, à main levée.' },
      { minutes: 20, what: 'au mur, une feuille par service : les listes que l’on tient, et qui les tient.' },
      { minutes: 10, what: 'chaque service choisit une liste à donner telle qu’elle est, et une date.' },
      { minutes: 5, what: 'ce qui inquiète : on l’écrit, on y répond ou l’on promet une réponse.' },
    ]),
    meeting('3. Les agents', 'But : que chacun voie à quoi sert ce qu’il sait.', [
      { minutes: 5, what: 'leur chef de service ouvre la rencontre.' },
      { minutes: 10, what: 'le parcours des agents, en petits groupes.' },
      { minutes: 10, what: 'chasse au trésor : sur un plan, trouver un lieu que personne d’autre ne connaît.' },
      { minutes: 10, what: 'les questions, par équipes ; l’équipe gagnante choisit le premier jeu.' },
      { minutes: 5, what: 'essai du lien sur un téléphone : ajouter un banc, un point d’eau.' },
      { minutes: 5, what: 'merci, et la date où l’on montrera la carte.' },
    ]),
    '## Après',
    list(
      'le lendemain, un courriel : ce qui a été choisi, qui donne quoi, quand ;',
      'un mois après, dix minutes pour montrer ce qui est ouvert.',
    ),
  ].join('\n\n')
