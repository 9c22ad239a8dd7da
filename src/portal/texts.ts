import { ofTown } from '../core/places/communes/of-town.ts'
import type { PublishedTown } from '../publication/published.ts'

/** The pages that the law asks of a portal, by the end of their address. */
export const PORTAL_TEXTS = [
  { name: 'mentions-legales', title: 'Mentions légales' },
  { name: 'accessibilite', title: 'Accessibilité' },
  { name: 'donnees-personnelles', title: 'Données personnelles' },
] as const
export type PortalText = (typeof PORTAL_TEXTS)[number]['name']

/** Name of the same in the texts of the town. */
export const townTextName = (name: PortalText): string => `portail/${name}`

export interface ProposedText {
  readonly body: string
  /** What only the town can say, and has not said yet. */
  readonly missing: readonly string[]
}

/**
 * What stands on the page as long as the town wrote nothing: only what is true of every portal, and a list of what is missing.
 * Sources: loi 2004-575 (LCEN) article 6, III; RGAA 4.1 and décret 2019-768; RGPD articles 13 and 14.
 */
export function proposedText(name: PortalText, { name: town }: PublishedTown): ProposedText {
  const of = ofTown(town)
  switch (name) {
    case 'mentions-legales':
      return {
        body: `Ce portail publie les données ouvertes ${of}.\n\nChaque jeu de données dit sa licence : vous pouvez le réutiliser librement en citant sa source et sa date.`,
        missing: [
          'l’adresse et le téléphone de la mairie',
          'la directrice ou le directeur de la publication',
          'le nom, l’adresse et le téléphone de l’hébergeur',
        ],
      }
    case 'accessibilite':
      return {
        body: `Ce portail est construit pour être lu par tout le monde : au clavier, avec un lecteur d’écran, en grand, sans script, en clair ou en sombre. Il n’a pas encore été contrôlé par un audit indépendant : sa conformité au RGAA 4.1 n’est donc pas établie.\n\nSi une page vous résiste, dites-le à la mairie : elle vous doit une réponse. Sans réponse, vous pouvez saisir le Défenseur des droits (https://www.defenseurdesdroits.fr).`,
        missing: ['l’adresse électronique à laquelle signaler une difficulté', 'la date et le résultat de l’audit'],
      }
    case 'donnees-personnelles':
      return {
        body: `Ce portail ne dépose aucun cookie, ne mesure pas vos visites et ne demande rien sur vous. Aucune page n’est chargée depuis un autre site, sauf le fond de carte quand vous ouvrez une carte.\n\nLes données publiées ont été relues pour qu’aucune personne n’y figure sans raison. Si vous vous y reconnaissez, écrivez à la mairie : vous pouvez demander un retrait.`,
        missing: ['l’adresse de la personne déléguée à la protection des données'],
      }
  }
}
