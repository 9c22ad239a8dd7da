import { useState } from 'react'
import { Outlet, useLocation, useParams } from 'react-router'
import type { SetState } from '../../../../src/contract/sets.ts'
import { useApi } from '../api/index.ts'
import { Button, Notice, PageHeader, Skeleton } from '../design/index.ts'
import { SetHead } from './SetHead.tsx'
import { SetProvider } from './SetProvider.tsx'
import './set.css'

/** The page of one set: its head, its six tabs in the order of the work, and the tab that is open. */
export default function SetPage() {
  const { slug = '' } = useParams()
  return <OneSet key={slug} slug={slug} />
}

function OneSet({ slug }: { readonly slug: string }) {
  const set = useApi<SetState>(`/sets/${encodeURIComponent(slug)}`)
  const [waiting, setWaiting] = useState(0)
  const tab = useLocation().pathname.split('/')[3] ?? ''
  if (!set.value) return <NotThere {...set} />
  return (
    <SetProvider state={set.value} reload={set.reload} tellWaiting={setWaiting}>
      <SetHead waiting={waiting} cut={set.offline} />
      <div className={tab === 'nettoyage' ? 'set-body set-body-sheet' : 'set-body'}>
        <Outlet />
      </div>
    </SetProvider>
  )
}

interface NotThereProps {
  readonly loading: boolean
  readonly refused: string | undefined
  readonly reload: () => Promise<void>
}

function NotThere({ loading, refused, reload }: NotThereProps) {
  if (loading)
    return (
      <div className="page">
        <h1 className="sr-only">Le jeu de données s’ouvre</h1>
        <Skeleton lines={8} />
      </div>
    )
  return (
    <div className="page stack">
      <PageHeader title="Jeu de données" up={{ to: '/jeux', title: 'Jeux de données' }} />
      <Notice kind="attention" live acts={<Button onPress={() => void reload()}>Réessayer</Button>}>
        <p>{refused ?? 'Carnet ne répond pas. Rien n’est perdu ; réessayez dans un instant.'}</p>
      </Notice>
    </div>
  )
}
