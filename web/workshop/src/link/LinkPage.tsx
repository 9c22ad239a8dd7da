import { EmptyState } from '../design/index.ts'

export default function LinkPage() {
  return (
    <EmptyState icon="clock" title="Lien">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
