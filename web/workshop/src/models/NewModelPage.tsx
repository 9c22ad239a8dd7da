import { EmptyState } from '../design/index.ts'

export default function NewModelPage() {
  return (
    <EmptyState icon="clock" title="Nouveau modèle">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
