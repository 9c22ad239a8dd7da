import { useParams } from 'react-router'
import type { Portal, PortalPage } from '../../../../src/contract/portal.ts'
import { useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { NotFound } from '../app/NotFound.tsx'
import { PageHeader } from '../design/index.ts'
import { LegalEditor } from './LegalEditor.tsx'
import './portal.css'

/** One of the pages that the law asks for: what it lacks beside what it says. */
export default function LegalPage() {
  const { name } = useParams()
  const portal = useApi<Portal>('/portal')
  return (
    <Load from={portal}>
      {({ pages }) => {
        const page = pages.find(one => one.name === name)
        return page ? <Written key={page.version} page={page} onWritten={portal.reload} /> : <NotFound />
      }}
    </Load>
  )
}

interface WrittenProps {
  readonly page: PortalPage
  readonly onWritten: () => Promise<void>
}

const Written = ({ page, onWritten }: WrittenProps) => (
  <div className="page stack stack-loose">
    <PageHeader
      title={page.title}
      up={{ to: '/faire-savoir/portail', title: 'Votre portail' }}
      intro={
        page.version === 0
          ? 'Voici ce que le public lit aujourd’hui : ce qui est vrai de tout portail. Complétez-le avec vos mots.'
          : 'C’est votre texte que le public lit. Chaque enregistrement est gardé.'
      }
    />
    <div className="portal-desk">
      <LegalEditor page={page} onWritten={onWritten} />
      <aside className="card stack" aria-labelledby="a-dire">
        <h2 id="a-dire">{page.version === 0 ? 'Il y manque encore' : 'À ne pas oublier'}</h2>
        <ul>
          {page.missing.map(one => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p>
          <a href={page.address} target="_blank" rel="noopener noreferrer">
            Voir la page comme le public
          </a>
        </p>
      </aside>
    </div>
  </div>
)
