import { lazy, Suspense } from 'react'
import { useAnySession } from '../api/index.ts'
import { Button, Notice } from '../design/index.ts'
import { Opening } from './Opening.tsx'
import { Shell } from './Shell.tsx'

const StartPage = lazy(() => import('../start/StartPage.tsx'))
const SignInPage = lazy(() => import('../sign-in/SignInPage.tsx'))

/** Before any page of the town: is there a town, and who is there? */
export function Gate() {
  const { value, loading, refused, reload } = useAnySession()
  if (!value) return loading ? <Opening /> : <NoAnswer sentence={refused} retry={() => void reload()} />
  if (value.state === 'signed-in') return <Shell />
  return <Suspense fallback={<Opening />}>{value.state === 'first-start' ? <StartPage /> : <SignInPage />}</Suspense>
}

const NoAnswer = ({ sentence, retry }: { readonly sentence: string | undefined; readonly retry: () => void }) => (
  <main className="page prose">
    <h1>Carnet ne répond pas</h1>
    <Notice kind="attention" live acts={<Button onPress={retry}>Réessayer</Button>}>
      <p>{sentence ?? 'Vérifiez que l’ordinateur où Carnet est installé est allumé, et que le réseau fonctionne.'}</p>
    </Notice>
  </main>
)
