import { useEffect } from 'react'
import { Outlet, ScrollRestoration, useNavigation } from 'react-router'
import { useSession } from '../api/index.ts'
import { Icon } from '../design/index.ts'
import { announce } from '../design/Toast.tsx'
import { Header } from './Header.tsx'
import './shell.css'
import { useOnline } from './use-online.ts'

/** What is around every page of the town: its name, the way to go, and what must be known everywhere. */
export function Shell() {
  const { town } = useSession()
  return (
    <>
      <a className="skip-link" href="#contenu">
        Aller au contenu
      </a>
      <Header />
      <Loading />
      {town.example && (
        <aside className="example-banner" aria-label="Ville d’exemple">
          <Icon name="info" size={18} /> Données d’exemple : tout est inventé.
        </aside>
      )}
      <Offline />
      <main id="contenu" tabIndex={-1}>
        <Outlet />
      </main>
      <ScrollRestoration />
    </>
  )
}

/** A thin line while the next page is fetched. */
const Loading = () => (
  <div className={useNavigation().state === 'loading' ? 'loading-line is-loading' : 'loading-line'} />
)

function Offline() {
  const online = useOnline()
  useEffect(() => {
    if (!online) announce('Le réseau est coupé. Ce que vous écrivez est gardé sur cet ordinateur.')
  }, [online])
  if (online) return null
  return (
    <aside className="offline-banner" aria-label="Réseau">
      <Icon name="offline" size={18} /> Le réseau est coupé. Continuez : ce que vous écrivez est gardé sur cet
      ordinateur et partira dès son retour.
    </aside>
  )
}
