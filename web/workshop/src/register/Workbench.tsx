import { type ReactNode, useState } from 'react'
import type { Register, RegisterNode } from '../../../../src/contract/register.ts'
import type { Box } from '../../../../src/core/town/register/layout.ts'
import { itemsOf } from '../../../../src/core/town/register/tree.ts'
import { useSession } from '../api/index.ts'
import { Button, Dialog, toast } from '../design/index.ts'
import { Dialogs, type Opened } from './Dialogs.tsx'
import { focusList } from './focus.ts'
import { Glyph } from './Glyph.tsx'
import { NodePanel } from './NodePanel.tsx'
import { RegisterMap } from './RegisterMap.tsx'
import { RegisterTree } from './RegisterTree.tsx'
import { SetPanel } from './SetPanel.tsx'
import { StartCard } from './StartCard.tsx'
import { Tools } from './Tools.tsx'
import { tell } from './told.ts'
import { useIsWide } from './use-is-wide.ts'
import { type RegisterActs, useView } from './use-register.ts'
import { isPerson, KIND_WORDS } from './words.ts'

interface Props {
  readonly register: Register
  readonly put: (register: Register) => void
  readonly acts: RegisterActs
}

/** The list, the map where there is room, and the fiche of what is chosen: beside them, or over them on a phone. */
export function Workbench({ register, put, acts }: Props) {
  const mayWrite = useSession().may('prepare')
  const view = useView(register)
  const isWide = useIsWide()
  const [opened, open] = useState<Opened>()
  const { nodes, selected, select } = view
  const remove = (id: string) => {
    const node = nodes.get(id)
    if (node?.set) toast({ text: `« ${node.name} » se retire sur la page du jeu.`, kind: 'error' })
    else if (node) open({ what: 'remove', node })
  }
  const add = (id: string) => {
    const node = nodes.get(id)
    if (node) open({ what: 'pick', wanted: { what: node.kind === 'set' ? 'holder' : 'below', node } })
  }
  const move = async (box: Box<RegisterNode>, to: string | undefined) => {
    const item = [...itemsOf(view.tree)].find(({ key }) => key === box.key)
    const edge = item?.edge && { edge: item.edge.id }
    tell(
      acts,
      await acts.act({ type: 'move', node: box.node!.id, ...edge, ...(to !== undefined && { to }) }),
      'Déplacé.',
    )
  }
  const Panel = selected?.set ? SetPanel : NodePanel
  const panel = selected && (
    <Panel
      key={selected.id}
      {...{ register, acts, mayWrite, node: selected, onSelect: select, onRemove: remove }}
      onPick={wanted => open({ what: 'pick', wanted })}
    />
  )
  return (
    <>
      {mayWrite && isBeginning(register) && (
        <StartCard
          sets={register.nodes.filter(({ set }) => set).length}
          acts={acts}
          onImport={() => open({ what: 'import' })}
        />
      )}
      <Tools
        {...{ register, acts, mayWrite }}
        onAdd={() => open({ what: 'pick', wanted: { what: 'below' } })}
        onOpen={what => open({ what })}
      />
      {register.nodes.length > 0 && (
        <div className={`rg-layout${panel && isWide ? ' has-panel' : ''}`}>
          <RegisterTree town={register.town} view={view} {...(mayWrite && { keys: { add, remove } })} />
          {isWide && (
            <RegisterMap
              town={register.town}
              view={view}
              {...(mayWrite && { onMove: (box, to) => void move(box, to) })}
            />
          )}
          {isWide && selected && (
            <Aside node={selected} onClose={() => select(undefined)}>
              {panel}
            </Aside>
          )}
        </div>
      )}
      {!isWide && selected && !opened && (
        <Dialog title={selected.name} open onClose={() => select(undefined)} size="side">
          {panel}
        </Dialog>
      )}
      {opened && (
        <Dialogs {...{ opened, register, put, acts, mayWrite, onSelect: select }} onClose={() => open(undefined)} />
      )}
    </>
  )
}

/** Services that the wishes named are there already: they are a beginning, not a register. */
const isBeginning = ({ nodes, edges }: Register): boolean =>
  edges.every(({ kind }) => kind === 'asked') && !nodes.some(isPerson)

interface AsideProps {
  readonly node: RegisterNode
  readonly onClose: () => void
  readonly children: ReactNode
}
function Aside({ node, onClose, children }: AsideProps) {
  const close = () => {
    onClose()
    focusList()
  }
  return (
    <aside className="rg-panel card" aria-labelledby="rg-panel">
      <div className="rg-panel-head">
        <div>
          <h2 id="rg-panel">{node.name}</h2>
          <p className="small soft rg-place-line">
            <Glyph kind={node.kind} /> {KIND_WORDS[node.kind]}
          </p>
        </div>
        <Button kind="quiet" size="small" icon="close" aria-label="Fermer la fiche" onPress={close} />
      </div>
      {children}
    </aside>
  )
}
