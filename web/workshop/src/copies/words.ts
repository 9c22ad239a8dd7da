import type { CopyState, PlaceKind } from '../../../../src/contract/copies.ts'
import type { BadgeKind, IconName } from '../design/index.ts'

export const KIND_WORDS: Readonly<Record<PlaceKind, { readonly title: string; readonly meaning: string }>> = {
  datagouv: {
    title: 'data.gouv.fr',
    meaning: 'La plateforme de l’État : c’est là que l’on cherche les données des communes.',
  },
  opendatasoft: { title: 'Opendatasoft', meaning: 'Le portail d’un département, d’une métropole ou d’un syndicat.' },
  ckan: { title: 'CKAN', meaning: 'Un autre portail, souvent régional.' },
  sftp: { title: 'Serveur de fichiers, par SFTP', meaning: 'Chez votre hébergeur : le plus sûr.' },
  ftp: { title: 'Serveur de fichiers, par FTP', meaning: 'Chez votre hébergeur, quand il ne propose pas SFTP.' },
  folder: { title: 'Un dossier', meaning: 'De cet ordinateur, ou d’un disque partagé.' },
}

export const STATE_WORDS: Readonly<
  Record<CopyState, { readonly title: string; readonly kind: BadgeKind; readonly icon: IconName }>
> = {
  none: { title: 'Pas copié', kind: 'neutral', icon: 'minus' },
  waiting: { title: 'Va partir', kind: 'info', icon: 'clock' },
  sending: { title: 'En cours d’envoi', kind: 'info', icon: 'upload' },
  there: { title: 'À jour là-bas', kind: 'ok', icon: 'ok' },
  asks: { title: 'Changé là-bas : à vous de choisir', kind: 'attention', icon: 'attention' },
  key: { title: 'Clé refusée', kind: 'error', icon: 'key' },
  refused: { title: 'Refusé', kind: 'error', icon: 'error' },
  later: { title: 'Carnet réessaiera', kind: 'attention', icon: 'clock' },
  withdrawn: { title: 'N’est plus publié', kind: 'attention', icon: 'attention' },
}

/** What the secret of each kind is called, and where a person finds it. */
export const SECRET_WORDS: Readonly<Partial<Record<PlaceKind, { readonly label: string; readonly where: string }>>> = {
  datagouv: {
    label: 'Clé d’API',
    where:
      'Sur data.gouv.fr, connectez-vous, ouvrez votre profil, puis « Clé d’API ». Votre compte doit être membre de l’organisation de la commune.',
  },
  opendatasoft: {
    label: 'Clé d’API',
    where:
      'Dans le portail, ouvrez votre compte, puis « Clés d’API » : donnez-lui le droit de modifier et de publier des jeux.',
  },
  ckan: { label: 'Jeton d’API', where: 'Sur le portail, ouvrez votre profil, puis « API Tokens ».' },
  sftp: { label: 'Mot de passe, ou clé privée', where: 'Ceux que votre hébergeur vous a donnés.' },
  ftp: { label: 'Mot de passe', where: 'Celui que votre hébergeur vous a donné.' },
}
