import { createContext, useContext } from 'react'
import type { PublicationState } from '../../../../../src/contract/publication.ts'

export interface PublicationContextValue {
  readonly state: PublicationState
  readonly reload: () => Promise<void>
  /**
   * Sends one change to a route of the set (`fiche`, `guard/answers`…) and shows what it answers. Gives the sentence of what refused it,
   * undefined once it is done. `said`: what it did, told to everybody.
   */
  readonly ask: (path: string, body: object, said: string, method?: 'PATCH') => Promise<string | undefined>
  /** A change is on its way: a second press does nothing. */
  readonly busy: boolean
}

export const PublicationContext = createContext<PublicationContextValue | null>(null)

/** The opening of the set whose page this is. */
export function usePublication(): PublicationContextValue {
  const context = useContext(PublicationContext)
  if (!context) throw new Error('usePublication outside the tab Publication')
  return context
}
