import { createContext, type ReactNode, useContext, useEffect } from 'react'
import type { Right, Session } from '../../../../src/contract/people.ts'
import { signedOut } from './client.ts'
import { type Loaded, useApi } from './use-api.ts'

type SignedIn = Extract<Session, { state: 'signed-in' }>
const SessionContext = createContext<Loaded<Session> | null>(null)

/** Who is there: read once, and again when the server says that it no longer knows. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const session = useApi<Session>('/session')
  const { reload } = session
  useEffect(() => {
    const again = () => void reload()
    signedOut.addEventListener('signed-out', again)
    return () => signedOut.removeEventListener('signed-out', again)
  }, [reload])
  return <SessionContext value={session}>{children}</SessionContext>
}

/** The session in any of its states. */
export function useAnySession(): Loaded<Session> {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useAnySession outside SessionProvider')
  return session
}

/** The person and her town, inside the shell: it is shown only to those who are in. */
export function useSession(): SignedIn & {
  readonly may: (right: Right) => boolean
  readonly reload: () => Promise<void>
} {
  const { value, reload } = useAnySession()
  if (value?.state !== 'signed-in') throw new Error('useSession outside the shell')
  return { ...value, may: right => value.rights.includes(right), reload }
}
