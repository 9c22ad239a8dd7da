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

  const perform = async (act: RegisterAct, id: string) => {
    setPending(true)
    const answer = await acts.act(act)
    setPending(false)
    setRefused(answer)
    if (answer === undefined) onDone(id)
  }
  const choose = (one: RegisterNode) => {
    const [from, to] = asked.above ? [one.id, node!.id] : [node!.id, one.id]
    const edge = { from, to, kind: one.kind === 'set' ? ('holds' as const) : link, role: wearsHat ? role.trim() : '' }
    return perform({ type: 'link', id: drawKey(), ...edge }, asked.above ? node!.id : one.id)
  }
  const write = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const made = { id: drawKey(), kind, name, body: {} }
    const hat = wearsHat ? role.trim() : ''
    if (!asked.above)
      return perform(
        { type: 'add', node: made, ...(node && { under: { node: node.id, kind: link, role: hat } }) },
        made.id,
      )
    return perform({ type: 'add', node: made, over: { node: node!.id, kind: link, role: hat } }, node!.id)
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
            <p className="small soft">Déjà là, à rattacher en un clic :</p>
            <div className="row">
              {there.map(one => (
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

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

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
    .slice(0, 8)
}
