import { EmptyState } from '../design/index.ts'

export default function MapPage() {
  return (
    <EmptyState icon="clock" title="Carte">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
