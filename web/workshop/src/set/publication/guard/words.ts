import type { GuardAnswer, PersonalKind, PersonalLevel } from '../../../../../../src/core/privacy/finding.ts'
import type { BadgeKind } from '../../../design/index.ts'

export const KIND_WORDS: Readonly<Record<PersonalKind, string>> = {
  'person-name': 'Noms de personnes',
  mail: 'Courriels de personnes',
  phone: 'Téléphones de personnes',
  'birth-date': 'Dates de naissance',
  'private-address': 'Adresses privées',
  'social-security-number': 'Numéros de sécurité sociale',
  'identity-number': 'Numéros d’identité',
  health: 'Santé',
  opinion: 'Opinions',
  'free-text': 'Texte libre',
  'sole-trader': 'Entreprises au nom d’une personne',
  'small-count': 'Petits nombres',
  'hidden-content': 'Contenu masqué',
  'file-metadata': 'Auteurs du fichier',
}

export const LEVEL_WORDS: Readonly<Record<PersonalLevel, { readonly words: string; readonly kind: BadgeKind }>> = {
  direct: { words: 'désigne une personne', kind: 'error' },
  indirect: { words: 'peut désigner une personne', kind: 'attention' },
  look: { words: 'à regarder', kind: 'info' },
}

interface AnswerWords {
  readonly label: string
  readonly detail: string
  /** Once it is given. */
  readonly given: string
  /** What must be said with it. */
  readonly why?: { readonly label: string; readonly example: string }
}

export const ANSWER_WORDS: Readonly<Record<GuardAnswer, AnswerWords>> = {
  drop: {
    label: 'Ne pas l’ouvrir',
    detail: 'La colonne reste dans l’atelier ; le public ne la voit pas.',
    given: 'Ne sera pas ouvert',
  },
  generalise: {
    label: 'Rendre moins précis',
    detail: 'L’année au lieu de la date, la rue au lieu du numéro.',
    given: 'Rendu moins précis',
  },
  pseudonymise: {
    label: 'Remplacer par un code',
    detail: 'Le même code pour la même personne, que personne ne peut relire.',
    given: 'Remplacé par un code',
  },
  keep: {
    label: 'Ouvrir tel quel',
    detail: 'Une loi, un accord ou une fonction publique le permet : dites laquelle.',
    given: 'Ouvert tel quel',
    why: { label: 'Pourquoi peut-on l’ouvrir ?', example: 'C’est le standard du service, pas une ligne personnelle.' },
  },
  ask: {
    label: 'Demander d’abord',
    detail: 'Rien ne s’ouvre tant que la réponse n’est pas là.',
    given: 'En attente d’une réponse',
    why: { label: 'À qui demandez-vous ?', example: 'Au délégué à la protection des données, le 3 mars.' },
  },
}

/** What saying it less precisely does to each kind (src/core/privacy/kinds). */
const SOFTER: Readonly<Partial<Record<PersonalKind, string>>> = {
  'person-name': 'Les noms de personnes deviennent « Personne physique » ; ceux d’organismes restent.',
  mail: 'Les adresses de personnes sont effacées ; celles de services restent.',
  phone: 'Les numéros de personnes sont effacés ; les standards restent.',
  'birth-date': 'L’année au lieu du jour de naissance, la tranche d’âge au lieu de l’âge.',
  'private-address': 'La rue sans le numéro, le point arrondi au kilomètre.',
  'free-text': 'Ce qui désigne quelqu’un est masqué par « […] » ; le reste du texte s’ouvre.',
  'sole-trader': '« Entreprise individuelle » au lieu du nom.',
  'small-count': 'Les nombres trop petits ne disent plus combien.',
}
const OF_FILE: ReadonlySet<PersonalKind> = new Set(['hidden-content', 'file-metadata'])

/** What an answer does, said for this kind. */
export function detailOf(answer: GuardAnswer, kind: PersonalKind): string {
  if (answer === 'generalise') return SOFTER[kind] ?? ANSWER_WORDS.generalise.detail
  if (answer === 'drop' && OF_FILE.has(kind)) return 'Le fichier reçu reste dans l’atelier ; seul le tableau s’ouvre.'
  return ANSWER_WORDS[answer].detail
}
