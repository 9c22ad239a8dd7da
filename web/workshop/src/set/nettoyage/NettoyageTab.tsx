import { EmptyState } from '../../design/index.ts'

export default function NettoyageTab() {
  return (
    <EmptyState icon="clock" title="Nettoyage">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
