import { EmptyState } from '../../design/index.ts'

export default function CompleterTab() {
  return (
    <EmptyState icon="clock" title="À compléter">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
