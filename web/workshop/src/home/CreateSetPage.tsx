import { EmptyState } from '../design/index.ts'

export default function CreateSetPage() {
  return (
    <EmptyState icon="clock" title="Nouveau">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
