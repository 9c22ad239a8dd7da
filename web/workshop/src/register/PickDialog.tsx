import { type FormEvent, useState } from 'react'
import type { NodeKind, Register, RegisterAct, RegisterNode } from '../../../../src/contract/register.ts'
import { type EdgeKind, refuseEdge } from '../../../../src/core/town/register/graph.ts'
import { drawKey } from '../api/index.ts'
import { Button, Dialog, Notice, Select, TextField } from '../design/index.ts'
import { Glyph } from './Glyph.tsx'
import type { RegisterActs } from './use-register.ts'
import { ADDABLE, isPerson } from './words.ts'

/** Something to put below a node (or at the top); a service above it; a set that it holds; who holds a set, or stands in. */
export type Wanted =
  | { readonly what: 'below'; readonly node?: RegisterNode }
  | { readonly what: 'above' | 'holds' | 'holder' | 'backup'; readonly node: RegisterNode }

interface Asked {
  readonly title: string
  readonly kinds: readonly NodeKind[]
  readonly link: EdgeKind
  /** The wanted one is above the node that is asked for. */
  readonly above: boolean
}
function askedOf({ what, node }: Wanted): Asked {
  const name = node ? `« ${node.name} »` : 'la commune'
  switch (what) {
    case 'below':
      return { title: `Ajouter sous ${name}`, kinds: ADDABLE.map(({ kind }) => kind), link: 'in', above: false }
    case 'above':
      return {
        title: `Où travaille ${name} ?`,
        kinds: ['service', 'elected', 'person', 'body'],
        link: 'in',
        above: true,
      }
    case 'holds':
      return { title: `Que détient ${name} ?`, kinds: ['set'], link: 'holds', above: false }
    case 'holder':
      return {
        title: `Qui détient ${name} ?`,
        kinds: ['person', 'service', 'elected', 'body'],
        link: 'holds',
        above: true,
      }
    case 'backup':
      return {
        title: `Qui supplée pour ${name} ?`,
        kinds: ['person', 'service', 'elected', 'body'],
        link: 'backup',
        above: true,
      }
  }
}

interface Props {
  readonly wanted: Wanted
  readonly register: Register
  readonly acts: RegisterActs
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}

/** Somebody who is there already is one click away; a new name is written. One person stays one, whatever her hats. */
export function PickDialog({ wanted, register, acts, onClose, onDone }: Props) {
  const asked = askedOf(wanted)
  const { node } = wanted
  const [name, setName] = useState('')
  const [role, setRole] = useState('')
  const [kind, setKind] = useState<NodeKind>(asked.kinds[0]!)
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const link: EdgeKind = asked.link === 'in' && kind === 'set' ? 'holds' : asked.link
  const wearsHat = asked.above ? node !== undefined && isPerson(node) : isPerson({ kind })

  /** Who was asked about stays in sight; what is put below her comes in sight. */
  const perform = async (act: RegisterAct, id: string) => {
    setPending(true)
    const answer = await acts.act(act)
    setPending(false)
    setRefused(answer)
    if (answer === undefined) onDone(wanted.what === 'below' ? id : wanted.node.id)
  }
  const hat = wearsHat ? role.trim() : ''
  const choose = (one: RegisterNode) => {
    const [from, to] = asked.above ? [one.id, node!.id] : [node!.id, one.id]
    return perform(
      { type: 'link', id: drawKey(), from, to, kind: one.kind === 'set' ? 'holds' : link, role: hat },
      one.id,
    )
  }
  const write = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const made = { id: drawKey(), kind, name, body: {} }
    const place = node && { node: node.id, kind: link, role: hat }
    const where = place && (asked.above ? { over: place } : { under: place })
    await perform({ type: 'add', node: made, ...where }, sameAs(register, made)?.id ?? made.id)
  }
  const there = node ? matches(register, { ...asked, link }, node, kind, name) : []
  return (
    <Dialog title={asked.title} open onClose={onClose}>
      <form className="stack" onSubmit={event => void write(event)}>
        {asked.kinds.length > 1 && (
          <Select
            label="Quoi ?"
            value={kind}
            choices={asked.kinds.map(id => ({ id, label: ADDABLE.find(one => one.kind === id)!.label }))}
            onChange={id => setKind(id as NodeKind)}
          />
        )}
        <TextField
          label="Nom"
          autoFocus
          value={name}
          onChange={setName}
          description={ADDABLE.find(one => one.kind === kind)!.example}
        />
        {wearsHat && link === 'in' && (
          <TextField
            label="Sa casquette ici"
            optional
            value={role}
            onChange={setRole}
            description="Par exemple : responsable, référent, adjointe à la culture"
          />
        )}
        {there.length > 0 && (
          <div className="stack stack-tight">
            <p className="small soft">
              Déjà là, à rattacher en un clic
              {there.length > MOST_SHOWN &&
                ` ; tapez quelques lettres pour voir les ${there.length - MOST_SHOWN} autres`}{' '}
              :
            </p>
            <div className="row">
              {there.slice(0, MOST_SHOWN).map(one => (
                <Button key={one.id} size="small" isDisabled={pending} onPress={() => void choose(one)}>
                  <Glyph kind={one.kind} />
                  {one.name}
                </Button>
              ))}
            </div>
          </div>
        )}
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
        <div className="c-dialog-acts">
          <Button onPress={onClose}>Annuler</Button>
          <Button kind="primary" type="submit" isPending={pending} isDisabled={name.trim() === ''}>
            Ajouter
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const MOST_SHOWN = 8

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** A person, a set: never twice under one name. */
const sameAs = ({ nodes }: Register, { kind, name }: Pick<RegisterNode, 'kind' | 'name'>): RegisterNode | undefined =>
  nodes.find(
    one =>
      plain(one.name) === plain(name.trim()) &&
      (kind === 'set' ? one.kind === 'set' : isPerson({ kind }) && isPerson(one)),
  )

/** Those who are there and may be linked, by what is typed; sets that nobody holds first. */
function matches(register: Register, { above, link }: Asked, node: RegisterNode, kind: NodeKind, name: string) {
  const held = new Set(register.edges.filter(one => one.kind === 'holds').map(({ to }) => to))
  return register.nodes
    .filter(one => one.kind === kind && plain(one.name).includes(plain(name.trim())))
    .filter(
      one =>
        refuseEdge(register, ...(above ? ([one.id, node.id] as const) : ([node.id, one.id] as const)), link) ===
        undefined,
    )
    .sort((a, b) => Number(held.has(a.id)) - Number(held.has(b.id)) || a.name.localeCompare(b.name, 'fr'))
}
