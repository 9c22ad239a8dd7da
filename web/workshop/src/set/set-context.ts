import { createContext, useContext } from 'react'
import type { Act, ActsAnswer, LiveEvent, Presence, SetState } from '../../../../src/contract/sets.ts'
import type { Answer } from '../api/index.ts'

/** What the frame of a set's page gives to its tabs. */
export interface SetContextValue {
  readonly state: SetState
  readonly reload: () => Promise<void>
  /** Sends acts in order, each with a key of its own, then reads the set again. Refusals of each are in the answer. */
  readonly act: (...acts: readonly Act[]) => Promise<Answer<ActsAnswer>>
  /** Told of each live event of this set; gives back what stops it. */
  readonly onLive: (listener: (event: LiveEvent) => void) => () => void
  /** Who else has this set open. */
  readonly others: readonly Presence[]
  /** Where this person is in the sheet, told to the others. */
  readonly lookAt: (cell: Presence['cell']) => void
  /** How many changes are still on this computer only: the frame says « Enregistré » or how many wait. */
  readonly tellWaiting: (count: number) => void
}

export const SetContext = createContext<SetContextValue | null>(null)

/** The set whose page this is. */
export function useSet(): SetContextValue {
  const context = useContext(SetContext)
  if (!context) throw new Error('useSet outside the page of a set')
  return context
}
