import { EmptyState } from '../design/index.ts'

export default function JournalPage() {
  return (
    <EmptyState icon="clock" title="Journal">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
