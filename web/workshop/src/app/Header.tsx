import { useEffect, useState } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { useSession } from '../api/index.ts'
import { Icon, type IconName } from '../design/index.ts'
import { Mark } from './Mark.tsx'
import { PersonMenu } from './PersonMenu.tsx'

const PLACES: readonly { readonly to: string; readonly title: string; readonly icon: IconName }[] = [
  { to: '/', title: 'Accueil', icon: 'home' },
  { to: '/jeux', title: 'Jeux de données', icon: 'sets' },
  { to: '/fichiers', title: 'Fichiers reçus', icon: 'inbox' },
  { to: '/faire-savoir', title: 'Faire savoir', icon: 'megaphone' },
  { to: '/journal', title: 'Carnet de bord', icon: 'journal' },
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
          {PLACES.map(({ to, title, icon }) => (
            <NavLink key={to} to={to} end={to === '/'} className="cover-place">
              <Icon name={icon} size={18} /> {title}
            </NavLink>
          ))}
        </nav>
        <PersonMenu />
      </div>
    </header>
  )
}
