import { EmptyState } from '../design/index.ts'

export default function JobsPage() {
  return (
    <EmptyState icon="clock" title="Travaux">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
