import { EmptyState } from '../../design/index.ts'

export default function VerificationTab() {
  return (
    <EmptyState icon="clock" title="Vérification">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
