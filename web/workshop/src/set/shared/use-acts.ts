import { useCallback, useRef, useState } from 'react'
import type { Act } from '../../../../../src/contract/sets.ts'
import { drawKey, post, problem } from '../../api/index.ts'
import { announce, toast } from '../../design/index.ts'
import { useSet } from '../set-context.ts'

export interface Acts {
  /** Sends acts, says what they did, and offers to take them back. True when they were done. */
  readonly run: (said: string, acts: readonly Act[]) => Promise<boolean>
  readonly pending: boolean
}

/** The acts of a tab: one sentence for each, a refusal is shown and changes nothing. */
export function useActs(): Acts {
  const { act, state, reload } = useSet()
  // A second press while the first is on its way does nothing: a button disabled meanwhile would lose the focus.
  const busy = useRef(false)
  const [pending, setPending] = useState(false)
  const { slug } = state
  const undo = useCallback(
    async (times: number) => {
      for (let n = 0; n < times; n++) {
        const answer = await post(`/sets/${slug}/undo`, { key: drawKey() })
        if (!('value' in answer)) return toast({ kind: 'error', text: problem(answer) })
      }
      await reload()
      announce('Annulé.')
    },
    [slug, reload],
  )
  const run = useCallback(
    async (said: string, acts: readonly Act[]) => {
      if (acts.length === 0 || busy.current) return false
      busy.current = true
      setPending(true)
      const answer = await act(...acts)
      busy.current = false
      setPending(false)
      if (!('value' in answer)) {
        toast({ kind: 'error', text: problem(answer) })
        return false
      }
      const refused = answer.value.results.find(result => result.refused !== undefined)?.refused
      if (refused !== undefined) {
        toast({ kind: 'error', text: refused })
        return false
      }
      toast({ text: said, action: { label: 'Annuler', run: () => void undo(acts.length) } })
      return true
    },
    [act, undo],
  )
  return { run, pending }
}
