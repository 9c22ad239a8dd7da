import { EmptyState } from '../design/index.ts'

export default function SetsPage() {
  return (
    <EmptyState icon="clock" title="Jeux">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
