import { EmptyState } from '../design/index.ts'

export default function SignInPage() {
  return (
    <EmptyState icon="clock" title="Connexion">
      Cette page s’ouvre bientôt.
    </EmptyState>
  )
}
