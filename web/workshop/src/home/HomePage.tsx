import { EmptyState } from '../design/index.ts'

export default function HomePage() {
  return (
    <EmptyState icon="clock" title="Accueil">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
