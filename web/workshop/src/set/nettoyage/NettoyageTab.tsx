import { useSyncExternalStore } from 'react'
import { Button, EmptyState, LinkButton, Notice, Skeleton } from '../../design/index.ts'
import { warmUp } from '../../worker/client.ts'
import { useSet } from '../set-context.ts'
import './nettoyage.css'
import { type OpenSheet, useSheetSession } from './use-sheet-session.ts'
import { Workbench } from './Workbench.tsx'

warmUp()

/** The sheet itself, what is wrong in it, and what was done to it. */
export default function NettoyageTab() {
  const open = useSheetSession()
  const { state } = useSet()
  if (state.sourceCards.length === 0 && state.steps.length === 0) return <Nothing />
  return (
    <section aria-labelledby="nettoyage-title" className="clean">
      <h2 id="nettoyage-title" className="sr-only" tabIndex={-1}>
        Nettoyage
      </h2>
      {open ? <Opened open={open} /> : <Skeleton lines={12} />}
    </section>
  )
}

function Opened({ open }: { readonly open: OpenSheet }) {
  const { session } = open
  const { data, failed } = useSyncExternalStore(session.watch, session.state)
  return (
    <>
      {failed !== undefined && (
        <Notice kind="attention" live acts={<Button onPress={() => location.reload()}>Recharger la page</Button>}>
          <p>Le tableau n’a pas pu être calculé : {failed} Ce que vous avez écrit est gardé.</p>
        </Notice>
      )}
      {data ? <Workbench open={open} data={data} /> : failed === undefined && <Skeleton lines={12} />}
    </>
  )
}

const Nothing = () => (
  <EmptyState
    icon="clean"
    title="Rien à nettoyer pour l’instant"
    acts={
      <>
        <LinkButton to="../sources" kind="primary" after="arrow-right">
          Déposer un fichier
        </LinkButton>
        <LinkButton to="../saisie">Saisir des lignes</LinkButton>
      </>
    }
  >
    Le tableau apparaîtra ici dès qu’il y aura un fichier, ou une ligne saisie.
  </EmptyState>
)
