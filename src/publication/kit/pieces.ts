import type { KitGroup, KitPiece } from '../../contract/kit.ts'
import type { KitFacts } from './facts.ts'
import * as mails from './mails.ts'
import { longPlan, onePagePlan } from './plan.ts'
import { posterText } from './poster.ts'
import * as posts from './posts.ts'
import { article, pressRelease } from './press.ts'

export interface PieceKind {
  readonly name: string
  readonly title: string
  readonly purpose: string
  readonly group: KitGroup
  readonly limit?: NonNullable<KitPiece['limit']>
  readonly write: (facts: KitFacts) => string
}

const piece = (
  group: KitGroup,
  name: string,
  title: string,
  purpose: string,
  write: PieceKind['write'],
  limit?: KitPiece['limit'],
): PieceKind => ({ group, name, title, purpose, write, ...(limit && { limit }) })

/** Every text of the kit, in the order in which it serves. */
export const PIECES: readonly PieceKind[] = [
  piece(
    'plan',
    'plan-page',
    'Plan de communication, en une page',
    'À montrer au maire ou à la direction.',
    onePagePlan,
  ),
  piece('plan', 'plan-long', 'Plan de communication, version longue', 'Pour la personne qui s’en charge.', longPlan),
  piece('internal', 'courriel-lancement', 'Courriel de lancement', 'Aux services, avant de commencer.', mails.kickOff),
  piece('internal', 'courriel-elus', 'Courriel aux élus', 'Les premiers à prévenir.', mails.elected),
  piece(
    'internal',
    'courriel-direction',
    'Courriel à la direction générale',
    'Juste après les élus.',
    mails.administration,
  ),
  piece('internal', 'courriel-chefs', 'Courriel aux chefs de service', 'Ils seront vos relais.', mails.heads),
  piece('internal', 'courriel-agents', 'Courriel aux agents', 'En dernier, quand leurs chefs savent.', mails.agents),
  piece(
    'internal',
    'courriel-publication',
    'Courriel de publication',
    'À tous ceux qui ont aidé, le jour même.',
    mails.publicationNotice,
  ),
  piece('public', 'communique', 'Communiqué de presse', 'Aux journaux locaux, le jour du lancement.', pressRelease),
  piece('public', 'article', 'Article pour le site et le bulletin', 'Pour les habitants.', article),
  piece(
    'public',
    'courriel-entreprises',
    'Courriel aux entreprises',
    'Commerces, artisans, développeurs.',
    mails.firms,
  ),
  piece(
    'public',
    'courriel-habitants',
    'Lettre aux habitants',
    'Aux abonnés de la lettre de la mairie.',
    mails.newsletter,
  ),
  piece('public', 'courriel-club', 'Invitation au club des réutilisateurs', 'Quelques mois après.', mails.reuseClub),
  piece('networks', 'facebook', 'Facebook', 'Le premier réseau des habitants.', posts.facebook, {
    most: 2000,
    links: 'whole',
  }),
  piece('networks', 'instagram', 'Instagram', 'Avec une photo ou l’affiche.', posts.instagram, {
    most: 2200,
    links: 'whole',
  }),
  piece('networks', 'x', 'X', '280 signes, un lien en compte 23.', posts.x, { most: 280, links: 'short' }),
  piece('networks', 'linkedin', 'LinkedIn', 'Pour les professionnels.', posts.linkedin, { most: 3000, links: 'whole' }),
  piece('networks', 'mastodon', 'Mastodon', '500 signes, un lien en compte 23.', posts.mastodon, {
    most: 500,
    links: 'short',
  }),
  piece(
    'networks',
    'application',
    'Notification de l’application de la commune',
    'Une phrase, lue sur un téléphone verrouillé.',
    posts.notification,
    { most: 150, links: 'whole' },
  ),
  piece('poster', 'affiche', 'Affiche', 'Une page, avec un QR code qui mène au portail.', posterText),
]

/** Before a first set is open, only what starts the work can be written. */
export const piecesFor = ({ sets }: Pick<KitFacts, 'sets'>): readonly PieceKind[] =>
  sets.length > 0 ? PIECES : PIECES.filter(({ name }) => name === 'courriel-lancement')

export const pieceNamed = (name: string): PieceKind | undefined => PIECES.find(one => one.name === name)
