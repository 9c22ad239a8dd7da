import { EmptyState } from '../design/index.ts'

export default function PeoplePage() {
  return (
    <EmptyState icon="clock" title="Équipe">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
