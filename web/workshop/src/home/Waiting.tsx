import { Link } from 'react-router'
import type { Home } from '../../../../src/contract/sets.ts'
import { french, Icon } from '../design/index.ts'
import { inWorkshop } from './in-workshop.ts'

const days = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long' })

const SHOWN = 4

/** Who is waited for, and since when. */
export function Waiting({ waiting }: { readonly waiting: Home['waiting'] }) {
  return (
    <section className="waiting card" aria-labelledby="attente">
      <h2 id="attente">On attend</h2>
      {waiting.length === 0 ? (
        <p className="soft">Personne : tout est entre vos mains.</p>
      ) : (
        <>
          <Persons waiting={waiting.slice(0, SHOWN)} />
          {waiting.length > SHOWN && (
            <details className="waiting-more">
              <summary>Voir les {waiting.length - SHOWN} autres</summary>
              <Persons waiting={waiting.slice(SHOWN)} />
            </details>
          )}
        </>
      )}
    </section>
  )
}

const Persons = ({ waiting }: { readonly waiting: Home['waiting'] }) => (
  <ul className="waiting-list">
    {waiting.map(({ who, what, since, href }) => (
      <li key={`${who} ${what} ${since}`}>
        <Icon name="clock" size={20} />
        <div>
          <Link to={inWorkshop(href)}>{french(what)}</Link>
          <p className="small">{who}</p>
          <p className="small soft">depuis le {days.format(new Date(since))}</p>
        </div>
      </li>
    ))}
  </ul>
)
