import { EmptyState } from '../design/index.ts'

export default function ModelsPage() {
  return (
    <EmptyState icon="clock" title="Modèles">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
