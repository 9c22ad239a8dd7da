import { Link } from 'react-router'
import type { PortalPage as LegalPage, Portal } from '../../../../src/contract/portal.ts'
import { useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Badge, Icon, PageHeader } from '../design/index.ts'
import { PublicTabs } from '../kit/PublicTabs.tsx'
import { momentInWords, numbered } from '../set/shared/words.ts'
import './portal.css'
import { SiteFiles } from './SiteFiles.tsx'

/** What citizens see: where it is, the pages that the law asks for, and the whole site to put elsewhere. */
export default function PortalPage() {
  const portal = useApi<Portal>('/portal')
  return (
    <div className="page stack stack-loose">
      <PageHeader
        title="Votre portail"
        intro="Les pages que tout le monde lit : le catalogue, une page par jeu, les cartes. Elles se font toutes seules ; trois textes n’appartiennent qu’à vous."
      />
      <PublicTabs />
      <Load from={portal}>
        {value => (
          <>
            <Where portal={value} />
            <section className="stack" aria-labelledby="pages-legales">
              <h2 id="pages-legales">Les trois pages que la loi demande</h2>
              <ul className="portal-pages">
                {value.pages.map(page => (
                  <PageCard key={page.name} page={page} />
                ))}
              </ul>
            </section>
            <SiteFiles portal={value} />
          </>
        )}
      </Load>
    </div>
  )
}

const Where = ({ portal: { address, unreachable, sets } }: { readonly portal: Portal }) => (
  <section className="card stack" aria-labelledby="adresse-du-portail">
    <h2 id="adresse-du-portail">Son adresse</h2>
    <p>
      <a className="portal-address" href={address} target="_blank" rel="noopener noreferrer">
        {address} <span className="sr-only">(nouvel onglet)</span> <Icon name="external" size={16} />
      </a>
    </p>
    <p className="soft">
      {sets === 0
        ? 'Il est encore vide : il se remplira à la première publication.'
        : `${numbered(sets)} ${sets > 1 ? 'jeux de données y sont publiés' : 'jeu de données y est publié'}.`}
      {unreachable && ' Pour l’instant, seul cet ordinateur peut l’ouvrir.'}
    </p>
  </section>
)

function PageCard({ page: { name, title, version, writtenAt, writtenBy, missing } }: { readonly page: LegalPage }) {
  return (
    <li className="card stack stack-tight">
      <h3>
        <Link to={`/faire-savoir/portail/${name}`}>{title}</Link>
      </h3>
      {version === 0 ? (
        <>
          <p>
            <Badge kind="attention">À compléter</Badge>
          </p>
          <p className="soft">
            Il y manque {numbered(missing.length)} {missing.length > 1 ? 'choses' : 'chose'} que vous seuls connaissez.
          </p>
        </>
      ) : (
        <>
          <p>
            <Badge kind="ok">Écrite</Badge>
          </p>
          <p className="soft">
            Par {writtenBy}, le {momentInWords(writtenAt)}.
          </p>
        </>
      )}
    </li>
  )
}
