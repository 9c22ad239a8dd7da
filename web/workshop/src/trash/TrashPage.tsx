import { EmptyState } from '../design/index.ts'

export default function TrashPage() {
  return (
    <EmptyState icon="clock" title="Corbeille">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
