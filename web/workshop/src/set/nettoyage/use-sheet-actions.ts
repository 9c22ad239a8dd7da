import { useMemo } from 'react'
import { drawKey } from '../../api/index.ts'
import type { SheetActions } from '../../sheet/sheet-actions.ts'
import type { OpenSheet } from './use-sheet-session.ts'
import { useTurn } from './use-turn.ts'

/** What the sheet asks, done by the session, the worker and the browser's store. */
export function useSheetActions({ session, store, scope }: OpenSheet): SheetActions {
  const turn = useTurn(session)
  return useMemo(
    () => ({
      write: (cells, key) => session.write(cells, key),
      addRows: rows => session.addRows(rows),
      deleteRows: rows => session.deleteRows(rows),
      undo: () => turn('undo'),
      redo: () => turn('redo'),
      judge: cell => session.judge(cell),
      search: query => session.world.worker.call('search', query),
      draftEdit: (key, cell) => session.draftEdit(key, cell),
      keepDraft: edit => void store.keepDraft({ page: edit.page, scope, edit }),
      dropDraft: () => void store.dropDraft(session.world.page),
      sendDraft: edit => void session.queue.keep([edit]),
      newKey: drawKey,
    }),
    [session, store, scope, turn],
  )
}
