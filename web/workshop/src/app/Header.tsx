import { useEffect, useState } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { useSession } from '../api/index.ts'
import { Icon, type IconName } from '../design/index.ts'
import { Mark } from './Mark.tsx'
import { ORGANISE } from './organise-pages.ts'
import { PersonMenu } from './PersonMenu.tsx'

interface Place {
  readonly to: string
  readonly title: string
  readonly icon: IconName
  /** Addresses of the pages beside it, which are of the same place. */
  readonly beside?: readonly string[]
}

const PLACES: readonly Place[] = [
  { to: '/', title: 'Accueil', icon: 'home' },
  { to: '/souhaits', title: 'Organiser', icon: 'flag', beside: ORGANISE.map(({ to }) => to) },
  { to: '/jeux', title: 'Jeux de données', icon: 'sets' },
  { to: '/fichiers', title: 'Fichiers reçus', icon: 'inbox' },
  { to: '/faire-savoir', title: 'Faire savoir', icon: 'megaphone' },
  { to: '/carnet-de-bord', title: 'Carnet de bord', icon: 'journal', beside: ['/journal'] },
  { to: '/equipe', title: 'Équipe', icon: 'people' },
  { to: '/aide', title: 'Aide', icon: 'help' },
]

/** The cover of the notebook: whose it is, and where one can go. On a narrow screen the places fold behind « Menu ». */
export function Header() {
  const { town } = useSession()
  const { pathname } = useLocation()
  const [open, setOpen] = useState(false)
  useEffect(() => setOpen(false), [pathname])
  return (
    <header className="cover no-print">
      <div className="cover-inside">
        <Link to="/" className="cover-town">
          <Mark />
          <span className="cover-names">
            <span className="cover-product">Carnet</span>
            <span className="cover-town-name">{town.name}</span>
          </span>
        </Link>
        <button
          type="button"
          className="cover-menu-button"
          aria-expanded={open}
          aria-controls="lieux"
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'close' : 'menu'} /> Menu
        </button>
        <nav id="lieux" className={open ? 'cover-places is-open' : 'cover-places'} aria-label="Pages de Carnet">
          {PLACES.map(({ to, title, icon, beside = [] }) => (
            <NavLink
              key={to}
              to={to}
              end={to === '/'}
              className={beside.some(one => pathname.startsWith(one)) ? 'cover-place is-here' : 'cover-place'}
            >
              <Icon name={icon} size={18} /> {title}
            </NavLink>
          ))}
        </nav>
        <PersonMenu />
      </div>
    </header>
  )
}
