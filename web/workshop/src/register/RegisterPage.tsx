import { useState } from 'react'
import type { Register, RegisterNode } from '../../../../src/contract/register.ts'
import type { Box } from '../../../../src/core/town/register/layout.ts'
import { itemsOf } from '../../../../src/core/town/register/tree.ts'
import { type Loaded, useSession } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Button, Dialog, PageHeader, toast } from '../design/index.ts'
import { focusList } from './focus.ts'
import { Glyph } from './Glyph.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { NodePanel, RemoveDialog } from './NodePanel.tsx'
import { PhotosDialog } from './PhotosDialog.tsx'
import { PickDialog, type Wanted } from './PickDialog.tsx'
import { RegisterMap } from './RegisterMap.tsx'
import { RegisterTree } from './RegisterTree.tsx'
import './register.css'
import { SetPanel } from './SetPanel.tsx'
import { StartCard } from './StartCard.tsx'
import { Tools } from './Tools.tsx'
import { useIsWide } from './use-is-wide.ts'
import { type RegisterActs, useRegister, useView } from './use-register.ts'
import { isPerson, KIND_WORDS } from './words.ts'

/** Who has what: services, persons, outside bodies, and the sets that they hold. */
export default function RegisterPage() {
  const { register, acts } = useRegister()
  return (
    <div className="page page-wide rg-page stack">
      <PageHeader
        title="Qui a quoi"
        intro="Qui, à la mairie ou ailleurs, détient chaque jeu de données, et qui répond en son absence. Chaque changement est gardé aussitôt."
      />
      <Load from={register}>{value => <Loaded_ register={value} loaded={register} acts={acts} />}</Load>
    </div>
  )
}

interface Inside {
  readonly register: Register
  readonly loaded: Loaded<Register>
  readonly acts: RegisterActs
}
type Open = { readonly dialog: 'import' | 'photos' } | { readonly pick: Wanted } | { readonly remove: RegisterNode }

function Loaded_({ register, loaded, acts }: Inside) {
  const { may } = useSession()
  const mayWrite = may('prepare')
  const view = useView(register)
  const isWide = useIsWide()
  const [open, setOpen] = useState<Open>()
  const { selected, select } = view
  const close = () => setOpen(undefined)
  const remove = (id: string) => {
    const node = view.nodes.get(id)
    if (node?.set)
      toast({ text: `« ${node.name} » est un jeu de la commune : il se retire sur sa propre page.`, kind: 'error' })
    else if (node) setOpen({ remove: node })
  }
  const drop = async (box: Box<RegisterNode>, to: string | undefined) => {
    const item = [...itemsOf(view.tree)].find(({ key }) => key === box.key)
    const edge = item?.edge && { edge: item.edge.id }
    const refused = await acts.act({ type: 'move', node: box.node!.id, ...edge, ...(to !== undefined && { to }) })
    toast(
      refused
        ? { text: refused, kind: 'error' }
        : { text: 'Déplacé.', action: { label: 'Annuler', run: () => void acts.turn('undo') } },
    )
  }
  const Panel = selected?.set ? SetPanel : NodePanel
  const panel = selected && (
    <Panel
      key={selected.id}
      {...{ register, acts, mayWrite, node: selected, onSelect: select, onRemove: remove }}
      onPick={pick => setOpen({ pick })}
    />
  )
  // Services that the wishes named are there already: they are a beginning, not a register.
  const isEmpty = register.edges.every(({ kind }) => kind === 'asked') && !register.nodes.some(isPerson)
  return (
    <>
      {mayWrite && isEmpty && (
        <StartCard
          sets={register.nodes.filter(({ set }) => set).length}
          acts={acts}
          onImport={() => setOpen({ dialog: 'import' })}
        />
      )}
      <Tools
        {...{ register, acts, mayWrite }}
        onAdd={() => setOpen({ pick: { what: 'below' } })}
        onOpen={dialog => setOpen({ dialog })}
      />
      {register.nodes.length > 0 && (
        <div className={`rg-layout${panel && isWide ? ' has-panel' : ''}`}>
          <RegisterTree
            town={register.town}
            view={view}
            {...(mayWrite && {
              keys: {
                add: id => {
                  const node = view.nodes.get(id)
                  if (node) setOpen({ pick: node.kind === 'set' ? { what: 'holder', node } : { what: 'below', node } })
                },
                remove,
              },
            })}
          />
          {isWide && (
            <RegisterMap
              town={register.town}
              view={view}
              onMove={mayWrite ? (box, to) => void drop(box, to) : undefined}
            />
          )}
          {isWide && panel && (
            <aside className="rg-panel card" aria-labelledby="rg-panel">
              <PanelHead
                node={selected}
                onClose={() => {
                  select(undefined)
                  focusList()
                }}
              />
              {panel}
            </aside>
          )}
        </div>
      )}
      {!isWide && selected && open === undefined && (
        <Dialog title={selected.name} open onClose={() => select(undefined)} size="side">
          {panel}
        </Dialog>
      )}
      {open && 'pick' in open && (
        <PickDialog
          key={JSON.stringify(open.pick)}
          {...{ register, acts, wanted: open.pick, onClose: close }}
          onDone={id => {
            close()
            select(id)
          }}
        />
      )}
      {open && 'remove' in open && (
        <RemoveDialog
          {...{ register, node: open.remove, onClose: close }}
          onConfirm={async () => {
            const refused = await acts.act({ type: 'remove', id: open.remove.id })
            if (refused === undefined) select(undefined)
            focusList()
            toast(
              refused
                ? { text: refused, kind: 'error' }
                : {
                    text: `« ${open.remove.name} » est retiré.`,
                    action: { label: 'Annuler', run: () => void acts.turn('undo') },
                  },
            )
          }}
        />
      )}
      {open && 'dialog' in open && open.dialog === 'import' && <ImportDialog acts={acts} onClose={close} />}
      {open && 'dialog' in open && open.dialog === 'photos' && (
        <PhotosDialog register={register} mayWrite={mayWrite} onTaken={loaded.put} onClose={close} />
      )}
    </>
  )
}

const PanelHead = ({ node, onClose }: { readonly node: RegisterNode; readonly onClose: () => void }) => (
  <div className="rg-panel-head">
    <div>
      <h2 id="rg-panel">{node.name}</h2>
      <p className="small soft rg-place-line">
        <Glyph kind={node.kind} /> {KIND_WORDS[node.kind]}
      </p>
    </div>
    <Button kind="quiet" size="small" icon="close" aria-label="Fermer la fiche" onPress={onClose} />
  </div>
)
