import type {
  Mailing,
  RequestAnswer,
  RequestCard,
  RequestKind,
  RequestState,
} from '../../../../src/contract/requests.ts'
import type { BadgeKind } from '../design/index.ts'

export const KIND_WORDS: Readonly<Record<RequestKind, { readonly title: string; readonly meaning: string }>> = {
  holder: {
    title: 'Qui tient ces données ?',
    meaning: 'La personne dépose son fichier tel qu’il est, dit qui d’autre le tient, ou qu’il n’existe pas.',
  },
  sheet: {
    title: 'Une feuille à remplir',
    meaning: 'Un tableur prêt, joint au courriel, avec le sens et un exemple de chaque colonne.',
  },
  form: {
    title: 'Un formulaire',
    meaning: 'Quelques cases, une fiche par élément : il se remplit aussi sur un téléphone.',
  },
  questions: {
    title: 'Des questions',
    meaning: 'Les cases vides ou à vérifier de vos listes, une par une, réunies dans un seul courriel.',
  },
  approval: {
    title: 'Un accord',
    meaning: 'Relire la fiche, la carte et le tableau, puis répondre en un clic.',
  },
}

export const STATE_WORDS: Readonly<Record<RequestState, { readonly said: string; readonly kind: BadgeKind }>> = {
  'to-send': { said: 'À envoyer', kind: 'attention' },
  sent: { said: 'Envoyée', kind: 'info' },
  opened: { said: 'Ouverte', kind: 'info' },
  reminded: { said: 'Relancée', kind: 'attention' },
  answered: { said: 'Répondue', kind: 'ok' },
  nothing: { said: 'N’existe pas', kind: 'neutral' },
  passed: { said: 'Passée à quelqu’un d’autre', kind: 'neutral' },
  closed: { said: 'Close', kind: 'neutral' },
}

const days = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long' })
export const dayOf = (instant: string): string => days.format(new Date(instant))

export const isWaited = ({ state }: Pick<RequestCard, 'state'>): boolean =>
  state === 'sent' || state === 'opened' || state === 'reminded'

/** What came back, in a line. */
export function answerWords({ type, words, name }: RequestAnswer): string {
  const more = words ? ` : « ${words} »` : ''
  switch (type) {
    case 'rows':
      return 'Des lignes ont été remplies par le lien'
    case 'file':
      return `Un fichier est arrivé${more}`
    case 'answers':
      return 'Toutes les questions ont leur réponse'
    case 'done':
      return `Réponse donnée${more}`
    case 'nothing':
      return `Ces données n’existent pas${more}`
    case 'someone-else':
      return `Demander plutôt à ${name ?? 'quelqu’un d’autre'}${more}`
    case 'yes':
      return `Oui, elles peuvent être ouvertes${more}`
    case 'no':
      return `Non${more}`
    case 'remark':
      return `Une remarque${more}`
    case 'sensitive':
      return `Sensible, ne pas ouvrir${more}`
  }
}

/** Where a mailing stands, in a line: the next thing that will happen by itself, or what is waited for. */
export function standing(mailing: Mailing): string {
  if (mailing.failed) return 'Un courriel n’est pas parti : voyez pourquoi.'
  if (mailing.requests.some(({ state }) => state === 'to-send')) return 'Pas encore envoyée : relisez le courriel.'
  if (!mailing.requests.some(isWaited)) return ''
  if (mailing.nextAt) return `Prochaine relance le ${dayOf(mailing.nextAt)}`
  if (mailing.reminders > 0) return `${mailing.reminders} relances sans réponse : demandez à quelqu’un d’autre.`
  return mailing.sentAt ? `En attente depuis le ${dayOf(mailing.sentAt)}` : ''
}
