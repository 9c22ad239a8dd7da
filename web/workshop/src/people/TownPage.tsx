import { EmptyState } from '../design/index.ts'

export default function TownPage() {
  return (
    <EmptyState icon="clock" title="Commune">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
