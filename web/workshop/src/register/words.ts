import type { NodeBody, NodeKind, Register, RegisterNode } from '../../../../src/contract/register.ts'
import { EDGE_WORDS, KIND_WORDS } from '../../../../src/core/town/register/graph.ts'

export { EDGE_WORDS, KIND_WORDS }

/** What can be put below what is not a set, in the order of the menu. */
export const ADDABLE: readonly { readonly kind: NodeKind; readonly label: string; readonly example: string }[] = [
  { kind: 'person', label: 'Une personne', example: 'Par exemple : Claire Duval' },
  { kind: 'service', label: 'Un service', example: 'Par exemple : Urbanisme' },
  { kind: 'elected', label: 'Un élu ou une élue', example: 'Par exemple : 1re adjointe' },
  { kind: 'set', label: 'Un jeu de données', example: 'Par exemple : Parcs de stationnement' },
  { kind: 'body', label: 'Un organisme extérieur', example: 'Par exemple : la communauté urbaine, un prestataire' },
]

export type Field = Exclude<keyof NodeBody, 'askInstead'>
export interface FieldWords {
  readonly field: Field
  readonly label: string
  readonly type?: 'email' | 'tel' | 'url' | 'date'
  readonly description?: string
  readonly long?: true
}
const ROLE: FieldWords = { field: 'role', label: 'Fonction', description: 'Par exemple : secrétaire de mairie' }
const MAIL: FieldWords = { field: 'mail', label: 'Courriel', type: 'email' }
const PHONE: FieldWords = { field: 'phone', label: 'Téléphone', type: 'tel' }
const AWAY: FieldWords = { field: 'absentUntil', label: 'En absence jusqu’au', type: 'date' }
const LINK: FieldWords = { field: 'link', label: 'Adresse web', type: 'url', description: 'Elle commence par https://' }
const REMARK: FieldWords = { field: 'remark', label: 'Remarque', long: true }
const PERSON = [ROLE, MAIL, PHONE, AWAY, REMARK]
export const FIELDS: Readonly<Record<NodeKind, readonly FieldWords[]>> = {
  elected: PERSON,
  person: PERSON,
  service: [MAIL, PHONE, REMARK],
  body: [MAIL, PHONE, LINK, REMARK],
  set: [{ ...LINK, label: 'Où il est publié' }, REMARK],
}

/** What is wrong in a box, said before it is sent; the server has the last word. */
export function wrongField({ type }: FieldWords, value: string): string | undefined {
  if (value === '') return undefined
  if (type === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))
    return `J’ai lu « ${value} » ; j’attendais un courriel, par exemple claire@epone.fr.`
  if (type === 'url' && !URL.canParse(value))
    return `J’ai lu « ${value} » ; j’attendais une adresse qui commence par https://.`
  return undefined
}

export const isPerson = ({ kind }: Pick<RegisterNode, 'kind'>): boolean => kind === 'person' || kind === 'elected'

export const isSet = ({ nodes }: Register, id: string): boolean => nodes.find(one => one.id === id)?.kind === 'set'

const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
export const dayOf = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`))
const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' })
export const momentOf = (instant: string): string => MOMENT.format(new Date(instant))
