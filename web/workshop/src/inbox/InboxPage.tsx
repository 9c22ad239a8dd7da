import { EmptyState } from '../design/index.ts'

export default function InboxPage() {
  return (
    <EmptyState icon="clock" title="Fichiers">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
