import { EmptyState, LinkButton, PageHeader } from '../design/index.ts'

/** An address that leads nowhere. */
export const NotFound = () => (
  <div className="page">
    <PageHeader title="Page introuvable" />
    <EmptyState
      icon="search"
      title="Il n’y a rien à cette adresse"
      acts={
        <LinkButton to="/" kind="primary" icon="home">
          Revenir à l’accueil
        </LinkButton>
      }
    >
      Le lien est peut-être ancien, ou le jeu de données a changé de nom. Rien n’est perdu : tout se retrouve depuis
      l’accueil, et la corbeille garde ce qui a été supprimé.
    </EmptyState>
  </div>
)
