import { useCallback } from 'react'
import { drawKey, post, problem } from '../../api/index.ts'
import { announce, toast } from '../../design/index.ts'
import type { SheetSession } from '../../sheet/sheet-session.ts'
import { useSet } from '../set-context.ts'

/** Undo and redo of the set, from the keyboard: what was typed leaves first, so that the last act is the last one. */
export function useTurn(session: SheetSession): (verb: 'undo' | 'redo') => void {
  const { state, reload } = useSet()
  const { slug } = state
  return useCallback(
    verb => {
      const turn = async () => {
        await session.queue.flush()
        const answer = await post<{ readonly redo?: { note: string }; readonly undo?: { note: string } }>(
          `/sets/${slug}/${verb}`,
          { key: drawKey() },
        )
        if (!('value' in answer)) return toast({ kind: 'error', text: problem(answer) })
        const done = verb === 'undo' ? answer.value.redo : answer.value.undo
        announce(`${verb === 'undo' ? 'Annulé' : 'Rétabli'}${done ? ` : ${done.note}` : ''}`)
        await reload()
      }
      void turn()
    },
    [session, slug, reload],
  )
}
