import { useState } from 'react'
import type { TownText } from '../../../../src/contract/publication.ts'
import { useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Button, Dialog } from '../design/index.ts'
import { momentInWords } from '../set/shared/words.ts'

interface PieceVersionsProps {
  /** Name of the text among those of the town. */
  readonly name: string
  readonly title: string
  readonly onTake: (body: string) => void
}

/** Every writing of the text: read again, and taken up. */
export function PieceVersions({ name, title, onTake }: PieceVersionsProps) {
  const [open, setOpen] = useState(false)
  const versions = useApi<TownText[]>(open ? `/texts/${encodeURIComponent(name)}/versions` : null)
  const take = (body: string) => {
    onTake(body)
    setOpen(false)
  }
  return (
    <>
      <Button icon="history" onPress={() => setOpen(true)}>
        Versions
      </Button>
      <Dialog title={`Versions : ${title}`} open={open} onClose={() => setOpen(false)} size="wide">
        <Load from={versions}>
          {list => (
            <ol className="stack kit-versions">
              {list.map(({ version, body, writtenAt, writtenBy }) => (
                <li key={version} className="stack stack-tight">
                  <p>
                    <strong>Version {version}</strong>, {writtenBy}, le {momentInWords(writtenAt)}
                  </p>
                  <details>
                    <summary>Lire</summary>
                    <p className="kit-plain kit-excerpt">{body}</p>
                  </details>
                  <div>
                    <Button size="small" onPress={() => take(body)}>
                      Reprendre<span className="sr-only"> la version {version}</span>
                    </Button>
                  </div>
                </li>
              ))}
            </ol>
          )}
        </Load>
      </Dialog>
    </>
  )
}
