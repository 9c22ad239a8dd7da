import { useCallback } from 'react'
import type { Act } from '../../../../../src/contract/sets.ts'
import type { SheetSession } from '../../sheet/sheet-session.ts'
import { useActs } from '../shared/use-acts.ts'
import { holdFocus } from './hold-focus.ts'

/** Acts on steps, from beside the sheet: what was typed leaves first, so that each act stands where it was done. */
export function useStepActs(session: SheetSession) {
  const { run, pending } = useActs()
  const inOrder = useCallback(
    async (said: string, acts: readonly Act[]) => {
      holdFocus()
      await session.queue.flush()
      return run(said, acts)
    },
    [session, run],
  )
  return { run: inOrder, pending }
}
