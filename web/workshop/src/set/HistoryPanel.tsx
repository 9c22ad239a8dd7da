import { useState } from 'react'
import type { JournalEntry } from '../../../../src/contract/sets.ts'
import { useApi } from '../api/index.ts'
import { Button, Dialog, Notice, Skeleton } from '../design/index.ts'
import { Entries } from '../journal/Entries.tsx'
import { useSet } from './set-context.ts'

/** Opens the history of the set beside the page. */
export function HistoryButton() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="quiet" icon="history" onPress={() => setOpen(true)}>
        Historique
      </Button>
      <Dialog title="Historique du jeu" open={open} onClose={() => setOpen(false)} size="side">
        <History />
      </Dialog>
    </>
  )
}

function History() {
  const { state } = useSet()
  const entries = useApi<readonly JournalEntry[]>(`/sets/${state.slug}/journal`)
  if (entries.value) return <Entries entries={entries.value} />
  if (entries.loading) return <Skeleton />
  return (
    <Notice kind="attention">{entries.refused ?? 'L’historique n’a pas pu être lu. Fermez, puis réessayez.'}</Notice>
  )
}
