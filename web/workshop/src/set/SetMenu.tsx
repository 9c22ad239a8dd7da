import { useState } from 'react'
import { useNavigate } from 'react-router'
import { problem, remove, useSession } from '../api/index.ts'
import { AlertDialog, Menu, type MenuEntry, toast } from '../design/index.ts'
import { ShareDialog } from '../link/ShareDialog.tsx'
import { EraseDialog } from '../trash/EraseDialog.tsx'
import { ModelDialog } from './ModelDialog.tsx'
import { useSet } from './set-context.ts'

/** What is done to a set now and then. */
export function SetMenu() {
  const { state } = useSet()
  const { may } = useSession()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<'model' | 'trash' | 'erase' | 'approve' | 'read' | null>(null)
  const base = `/jeux/${state.slug}`
  const close = () => setAsked(null)
  const trash = async () => {
    const answer = await remove(`/sets/${state.slug}`)
    if (!('value' in answer)) return toast({ kind: 'error', text: problem(answer) })
    toast({ text: `« ${state.title} » est dans la corbeille. Vous pouvez l’en sortir à tout moment.` })
    await navigate('/jeux')
  }
  const items: MenuEntry[] = [
    { id: 'entry', label: 'Saisir une ligne', icon: 'edit', to: `${base}/saisie` },
    { id: 'map', label: 'Placer sur la carte', icon: 'pin', to: `${base}/carte` },
    { id: 'new-file', label: 'Nouveau fichier de l’année', icon: 'upload', to: `${base}/nouveau-fichier` },
    { id: 'approve', label: 'Demander un accord (lien)', icon: 'check', onAction: () => setAsked('approve') },
    { id: 'read', label: 'Lien pour regarder', icon: 'eye', onAction: () => setAsked('read') },
    { id: 'model', label: 'Changer de modèle', icon: 'columns', onAction: () => setAsked('model') },
    { id: 'trash', label: 'Mettre à la corbeille', icon: 'trash', danger: true, onAction: () => setAsked('trash') },
  ]
  if (may('erase'))
    items.push({
      id: 'erase',
      label: 'Effacer pour toujours',
      icon: 'error',
      danger: true,
      onAction: () => setAsked('erase'),
    })
  if (!may('prepare')) return null
  return (
    <>
      <Menu label={`Autres actions sur ${state.title}`} icon="more" items={items} />
      {(asked === 'approve' || asked === 'read') && (
        <ShareDialog setTitle={state.title} scope={{ type: asked, set: state.slug }} open onClose={close} />
      )}
      {asked === 'model' && <ModelDialog onClose={close} />}
      <AlertDialog
        title="Mettre ce jeu à la corbeille ?"
        open={asked === 'trash'}
        onClose={close}
        confirm="Mettre à la corbeille"
        danger
        onConfirm={trash}
      >
        <p>
          « {state.title} » ne sera plus dans vos jeux. Rien n’est effacé : la corbeille le rend entier, avec son
          histoire.
        </p>
      </AlertDialog>
      <EraseDialog
        open={asked === 'erase'}
        onClose={close}
        wanted={{ type: 'set', set: state.id }}
        what={`le jeu « ${state.title} »`}
        onErased={async () => void (await navigate('/jeux'))}
      />
    </>
  )
}
