import { EmptyState } from '../../design/index.ts'

export default function NewFilePage() {
  return (
    <EmptyState icon="clock" title="Nouveau fichier">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
