import { useState } from 'react'
import { type LogbookDay, logbookText } from '../../../../src/contract/logbook.ts'
import type { TownText } from '../../../../src/contract/publication.ts'
import { useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Button, Dialog } from '../design/index.ts'
import { momentInWords } from '../set/shared/words.ts'

/** What was written before is read again: nothing is lost. */
export function NoteVersions({ day }: { readonly day: LogbookDay }) {
  const [open, setOpen] = useState(false)
  const versions = useApi<TownText[]>(open ? `/texts/${encodeURIComponent(logbookText(day.day))}/versions` : null)
  return (
    <>
      <Button kind="quiet" size="small" icon="history" onPress={() => setOpen(true)}>
        Versions<span className="sr-only"> du {day.title}</span>
      </Button>
      <Dialog title={`Versions du ${day.title}`} open={open} onClose={() => setOpen(false)} size="wide">
        <Load from={versions}>
          {list => (
            <ol className="stack logbook-versions">
              {list.map(({ version, body, writtenAt, writtenBy }) => (
                <li key={version} className="stack stack-tight">
                  <p>
                    <strong>Version {version}</strong>, {writtenBy}, le {momentInWords(writtenAt)}
                  </p>
                  <p className="logbook-plain">{body === '' ? 'Vide' : body}</p>
                </li>
              ))}
            </ol>
          )}
        </Load>
      </Dialog>
    </>
  )
}
