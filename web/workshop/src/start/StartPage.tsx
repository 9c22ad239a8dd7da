import { EmptyState } from '../design/index.ts'

export default function StartPage() {
  return (
    <EmptyState icon="clock" title="Bienvenue">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
