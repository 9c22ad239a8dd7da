import { EmptyState } from '../design/index.ts'

export default function HelpPage() {
  return (
    <EmptyState icon="clock" title="Aide">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
