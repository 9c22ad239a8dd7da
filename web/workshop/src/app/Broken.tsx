import { useEffect } from 'react'
import { useRouteError } from 'react-router'
import { Button, Notice } from '../design/index.ts'

/** After a new version of Carnet, the page open since yesterday asks for files that are no longer there. */
const isOldPage = (error: unknown): boolean =>
  error instanceof TypeError && /import|module|fetch/i.test(error.message) && !/undefined|null/.test(error.message)

/** When a page breaks: what was typed is safe, and how to go on. */
export function Broken() {
  const error = useRouteError()
  useEffect(() => {
    document.title = 'Une page s’est arrêtée · Carnet'
  }, [])
  return (
    <main className="page prose">
      <h1>{isOldPage(error) ? 'Carnet a été mis à jour' : 'Cette page s’est arrêtée'}</h1>
      <Notice kind={isOldPage(error) ? 'info' : 'error'} title="Rien n’est perdu" live>
        <p>
          {isOldPage(error)
            ? 'Rechargez la page pour continuer avec la nouvelle version.'
            : 'Ce que vous avez écrit est gardé. Rechargez la page ; si cela recommence, montrez la phrase ci-dessous à la personne qui s’occupe de Carnet.'}
        </p>
      </Notice>
      {!isOldPage(error) && <p className="small soft">{error instanceof Error ? error.message : String(error)}</p>}
      <div className="row">
        <Button kind="primary" onPress={() => location.reload()}>
          Recharger la page
        </Button>
        <Button onPress={() => location.assign('/atelier/')}>Revenir à l’accueil</Button>
      </div>
    </main>
  )
}
