import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { Button, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components'
import type { RegisterNode } from '../../../../src/contract/register.ts'
import { labelOf } from '../../../../src/core/town/register/label.ts'
import type { Label } from '../../../../src/core/town/register/layout.ts'
import { type TreeItem as Item, itemsOf } from '../../../../src/core/town/register/tree.ts'
import { Icon } from '../design/index.ts'
import { Glyph, Status } from './Glyph.tsx'
import type { View } from './use-register.ts'
import { EDGE_WORDS, KIND_WORDS } from './words.ts'

interface Props {
  readonly town: string
  readonly view: View
  /** Keys that write; absent for who only reads. */
  readonly keys?: { readonly add: (id: string) => void; readonly remove: (id: string) => void }
}

/** Who has what as a list in a list: arrows go, Enter opens, Insert adds, Delete removes. The same things in the same order as the map. */
export function RegisterTree({ town, view, keys }: Props) {
  const { tree, folded, setFolded, selected, select } = view
  const label = useMemo(() => labelOf(town), [town])
  const all = useMemo(() => [...itemsOf(tree)], [tree])
  const frame = useRef<HTMLDivElement>(null)
  const id = selected?.id
  // Chosen on the map: the list goes there too.
  useEffect(() => {
    if (id !== undefined) frame.current?.querySelector(`[data-key="${id}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [id])
  const nodeAt = (key: string) => all.find(item => item.key === key)?.node?.id
  const press = (event: KeyboardEvent) => {
    const key = (event.target as Element).closest('[role="row"]')?.getAttribute('data-key')
    const id = key ? nodeAt(key) : undefined
    if (!keys || id === undefined || (event.key !== 'Insert' && event.key !== 'Delete')) return
    event.preventDefault()
    if (event.key === 'Insert') keys.add(id)
    else keys.remove(id)
  }
  const line = (item: Item<RegisterNode>) => (
    <TreeItem className="rg-line" id={item.key} textValue={saidOf(item, label(item))}>
      <TreeItemContent>
        {({ hasChildItems, isExpanded }) => (
          <div className="rg-line-inside">
            {hasChildItems ? (
              <Button slot="chevron" className="rg-chevron">
                <Icon name={isExpanded ? 'chevron-down' : 'chevron-right'} size={18} />
              </Button>
            ) : (
              <span className="rg-chevron" />
            )}
            <Line item={item} label={label(item)} />
          </div>
        )}
      </TreeItemContent>
      <Collection items={item.children}>{line}</Collection>
    </TreeItem>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the tree inside, which has the role.
    <div ref={frame} onKeyDown={press} className="rg-tree-frame">
      <Tree
        className="rg-tree"
        aria-label="Qui a quoi"
        items={tree.children}
        selectionMode="single"
        selectedKeys={selected ? [selected.id] : []}
        onSelectionChange={chosen => {
          const [key] = chosen === 'all' ? [] : chosen
          select(key === undefined ? undefined : nodeAt(String(key)))
        }}
        expandedKeys={all.filter(({ key, children }) => children.length > 0 && !folded.has(key)).map(({ key }) => key)}
        onExpandedChange={open =>
          setFolded(
            new Set(all.filter(({ key, children }) => children.length > 0 && !open.has(key)).map(({ key }) => key)),
          )
        }
      >
        {line}
      </Tree>
    </div>
  )
}

/** How a line is called aloud: its name first, for who types its letters. */
function saidOf({ node, edge, reference }: Item<RegisterNode>, { name, note }: Label): string {
  const place =
    reference && edge?.kind === 'in'
      ? 'aussi ici'
      : edge && edge.kind !== 'in' && edge.kind !== 'holds'
        ? EDGE_WORDS[edge.kind]
        : ''
  return [name, place, node ? KIND_WORDS[node.kind] : '', note].filter(text => text !== '').join(', ')
}

function Line({
  item: { node, edge, reference },
  label,
}: {
  item: Item<RegisterNode>
  label: { name: string; note: string }
}) {
  if (!node)
    return (
      <span className="rg-line-words">
        <strong>{label.name}</strong>
        <span className="small soft">{label.note}</span>
      </span>
    )
  return (
    <>
      <Glyph kind={node.kind} />
      <span className="rg-line-words">
        <span className="rg-line-name">{node.name}</span>
        <span className="small soft">
          {edge && edge.kind !== 'in' && edge.kind !== 'holds' && <em>{EDGE_WORDS[edge.kind]} </em>}
          {reference && edge?.kind === 'in' && <em>aussi ici </em>}
          {node.status ? <Status status={node.status} /> : label.note}
        </span>
      </span>
    </>
  )
}
