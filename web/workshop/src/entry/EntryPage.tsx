import { EmptyState } from '../design/index.ts'

export default function EntryPage() {
  return (
    <EmptyState icon="clock" title="Saisie">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
