import { EmptyState } from '../design/index.ts'

export default function EnterPage() {
  return (
    <EmptyState icon="clock" title="Entrer">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
