import type { NodeBody, NodeKind, RegisterNode } from '../../contract/register.ts'
import { KIND_WORDS } from '../../core/town/register/graph.ts'
import { STATUS_WORDS } from '../../core/town/register/status.ts'

export const BODY_WORDS: Readonly<Record<keyof NodeBody, string>> = {
  role: 'Fonction',
  mail: 'Courriel',
  phone: 'Téléphone',
  absentUntil: 'Absence, jusqu’au',
  askInstead: 'À qui s’adresser alors',
  link: 'Adresse web',
  remark: 'Remarque',
}
const FIELDS = Object.keys(BODY_WORDS) as (keyof NodeBody)[]

export const named = ({ name, kind }: { readonly name: string; readonly kind: NodeKind }): string =>
  `« ${name} » (${KIND_WORDS[kind].toLowerCase()})`

/** What a person reads of a node, by name: what photos compare. */
export function factsOf(node: RegisterNode, nameOf: (id: string) => string): Record<string, string> {
  const body = FIELDS.flatMap(field => {
    const value = node.body[field]
    return value === undefined ? [] : [[BODY_WORDS[field], field === 'askInstead' ? nameOf(value) : value]]
  })
  return {
    Nom: node.name,
    ...(!node.set && { Nature: KIND_WORDS[node.kind] }),
    ...(node.status && { 'Où il en est': STATUS_WORDS[node.status] }),
    ...Object.fromEntries(body),
  }
}

/** Which boxes changed, never what is in them: the history does not spread phones. */
export const changedBoxes = (was: NodeBody, now: NodeBody): string[] =>
  FIELDS.filter(field => was[field] !== now[field]).map(field => BODY_WORDS[field].toLowerCase())
