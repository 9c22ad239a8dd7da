import type { RequestKind } from '../../contract/requests.ts'
import { ofTown } from '../../core/places/communes/of-town.ts'
import { count } from '../../preparation/acts/notes.ts'
import { placeOf } from '../letters/addresses.ts'
import type { Places } from './words.ts'

export interface Item {
  readonly request: string
  readonly title: string
  readonly columns: number
  readonly questions?: number | undefined
  /** Where the public reads it, once it is published. */
  readonly address?: string | undefined
}

interface Given {
  readonly kind: RequestKind
  readonly to: string
  readonly from: string
  readonly town: string
  readonly items: readonly Item[]
}

/** What the places of a text stand for in this mail. */
export const placesOf = ({ kind, to, from, town, items }: Given): Places => ({
  nom: to,
  jeux: items.map(({ title }) => `« ${title} »`).join(', '),
  commune: ofTown(town),
  combien: howMany(items),
  liste: items.map(item => `- ${item.title}${detail(kind, item)}\n  ${placeOf(item.request)}`).join('\n'),
  adresses: items.flatMap(({ title, address }) => (address ? [`- ${title}\n  ${address}`] : [])).join('\n'),
  signature: `${from}\nMairie ${ofTown(town)}`,
})

/** « 7 questions sur 2 listes » */
function howMany(items: readonly Item[]): string {
  const all = items.reduce((sum, { questions = 0 }) => sum + questions, 0)
  return `${count(all, 'question')}${items.length > 1 ? ` sur ${items.length} listes` : ''}`
}

function detail(kind: RequestKind, { questions, columns }: Item): string {
  if (kind === 'questions' && questions !== undefined) return ` : ${count(questions, 'question')}`
  if (kind === 'form') return ` : ${count(columns, 'case')} par élément`
  return ''
}

/** A reminder keeps of its list what is still waited for: the item of what was answered leaves it, with its line. */
export const onlyWaited = (body: string, answered: readonly string[]): string =>
  answered.reduce((text, id) => {
    const lines = text.split('\n')
    const at = lines.findIndex(line => line.includes(placeOf(id)))
    if (at < 0) return text
    const from = lines[at - 1]?.startsWith('- ') ? at - 1 : at
    return [...lines.slice(0, from), ...lines.slice(at + 1)].join('\n')
  }, body)
