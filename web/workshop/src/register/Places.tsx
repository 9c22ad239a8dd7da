import { type ReactNode, useId, useRef } from 'react'
import type { Register } from '../../../../src/contract/register.ts'
import type { GraphEdge } from '../../../../src/core/town/register/graph.ts'
import { Button } from '../design/index.ts'
import { Glyph, Status } from './Glyph.tsx'
import { SavedField } from './SavedField.tsx'
import { tell } from './told.ts'
import type { RegisterActs } from './use-register.ts'

interface PlacesProps {
  readonly title: string
  readonly empty: string
  readonly act?: { readonly label: string; readonly run: () => void }
  readonly children: readonly ReactNode[]
}

/** The links of a node of one kind, and how to make one more. */
export function Places({ title, empty, act, children }: PlacesProps) {
  const id = useId()
  return (
    <section className="stack stack-tight" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children.length === 0 ? <p className="soft small">{empty}</p> : <ul className="rg-places">{children}</ul>}
      {act && (
        <div>
          <Button size="small" icon="plus" onPress={act.run}>
            {act.label}
          </Button>
        </div>
      )}
    </section>
  )
}

interface PlaceProps {
  readonly register: Register
  readonly acts: RegisterActs
  readonly mayWrite: boolean
  readonly onSelect: (id: string) => void
  readonly edge: GraphEdge
  /** The other end of the link. */
  readonly other: string
  /** The hat that is worn there can be written. */
  readonly hat?: boolean
}

/** One link: who or what is at its other end, the hat, and how to take it away. */
export function Place({ register, acts, mayWrite, onSelect, edge, other, hat = false }: PlaceProps) {
  const node = register.nodes.find(({ id }) => id === other)
  if (!node) return null
  const line = useRef<HTMLLIElement>(null)
  const said = async (answer: Promise<string | undefined>) => {
    const section = line.current?.closest('section')
    const refused = await answer
    // The line goes away with its buttons: the next thing to do has the focus.
    if (!line.current) section?.querySelector<HTMLElement>(':scope > div .c-button')?.focus()
    tell(acts, refused, 'C’est fait.')
  }
  return (
    <li className="rg-place" ref={line}>
      <div className="rg-place-line">
        <Glyph kind={node.kind} />
        <button type="button" className="rg-inline" onClick={() => onSelect(node.id)}>
          {node.name}
        </button>
        {edge.kind === 'backup' && <span className="small soft">en suppléance</span>}
        {edge.kind === 'asked' && <span className="small soft">à contacter, selon vos souhaits</span>}
        {node.status && <Status status={node.status} />}
        {mayWrite && edge.kind === 'asked' && (
          <Button
            size="small"
            onPress={() => void said(acts.act({ type: 'move', node: edge.to, edge: edge.id, to: edge.from }))}
          >
            Oui, c’est le bon
          </Button>
        )}
        {mayWrite && edge.kind !== 'asked' && (
          <Button
            size="small"
            kind="quiet"
            icon="close"
            aria-label={`Enlever le lien avec ${node.name}`}
            onPress={() => void said(acts.act({ type: 'unlink', id: edge.id }))}
          />
        )}
      </div>
      {hat && (
        <SavedField
          label={`Casquette à « ${node.name} »`}
          value={edge.role}
          isReadOnly={!mayWrite}
          onSave={role => acts.act({ type: 'change-link', id: edge.id, role })}
        />
      )}
    </li>
  )
}
