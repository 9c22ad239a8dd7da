import { EmptyState } from '../../design/index.ts'

export default function ColonnesTab() {
  return (
    <EmptyState icon="clock" title="Colonnes">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
