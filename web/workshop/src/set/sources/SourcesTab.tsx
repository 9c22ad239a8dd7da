import { EmptyState } from '../../design/index.ts'

export default function SourcesTab() {
  return (
    <EmptyState icon="clock" title="Sources">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
