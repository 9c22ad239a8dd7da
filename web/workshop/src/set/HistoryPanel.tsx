import { useState } from 'react'
import { Button, Dialog } from '../design/index.ts'
import { History } from '../journal/History.tsx'
import { useSet } from './set-context.ts'

/** Opens the history of the set beside the page. */
export function HistoryButton() {
  const { state } = useSet()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="quiet" icon="history" aria-label="Historique" onPress={() => setOpen(true)}>
        <span className="set-wide">Historique</span>
      </Button>
      <Dialog title="Historique du jeu" open={open} onClose={() => setOpen(false)} size="side">
        <History path={`/sets/${state.slug}/journal`} />
      </Dialog>
    </>
  )
}
