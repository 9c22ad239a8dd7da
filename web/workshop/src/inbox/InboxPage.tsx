import { useState } from 'react'
import type { Home, UploadCard } from '../../../../src/contract/sets.ts'
import { post, problem, upload, useAgain, useApi, useSession } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { EmptyState, FileDrop, Notice, PageHeader, type Pasted, toast } from '../design/index.ts'
import { counted } from '../set/shared/words.ts'
import './inbox.css'
import { InboxFile } from './InboxFile.tsx'

/** Files received that are in no set yet: each is put where it belongs in one click. */
export default function InboxPage() {
  const { may } = useSession()
  const inbox = useApi<readonly UploadCard[]>('/uploads')
  const home = useApi<Home>('/home')
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string>()
  const received = async (sending: ReturnType<typeof upload<readonly UploadCard[]>>) => {
    setPending(true)
    const answer = await sending
    setPending(false)
    setRefused('value' in answer ? undefined : problem(answer))
    if ('value' in answer)
      toast({ text: counted(answer.value.length, 'fichier reçu et gardé', 'fichiers reçus et gardés') })
    await inbox.reload()
  }
  const reading = inbox.value?.some(({ tables, unreadable }) => !tables && !unreadable) ?? false
  useAgain(inbox.reload, reading)
  const paste = ({ text }: Pasted) => text.trim() && void received(post('/uploads', { text }))
  return (
    <div className="page stack stack-loose">
      <PageHeader
        title="Fichiers reçus"
        intro="Déposez tout ce que les services vous envoient, sans trier. Chaque fichier est gardé tel quel, pour toujours."
      />
      {may('prepare') && (
        <FileDrop
          title="Déposez vos fichiers ici"
          description="Excel, LibreOffice, CSV, PDF, Word… dans l’état où ils sont."
          onFiles={files => void received(upload('/uploads', files))}
          onPaste={paste}
          isPending={pending}
        />
      )}
      {refused && (
        <Notice kind="error" live>
          <p>{refused}</p>
        </Notice>
      )}
      <Load from={inbox}>
        {files =>
          files.length === 0 ? (
            <EmptyState icon="inbox" title="Tout est rangé">
              Les fichiers que vous déposez apparaissent ici jusqu’à ce qu’ils rejoignent un jeu de données.
            </EmptyState>
          ) : (
            <section className="stack" aria-labelledby="a-ranger">
              <h2 id="a-ranger">{counted(files.length, 'fichier')} à ranger</h2>
              <ul className="inbox-files">
                {files.map(file => (
                  <InboxFile key={file.id} file={file} sets={home.value?.sets ?? []} onDone={inbox.reload} />
                ))}
              </ul>
            </section>
          )
        }
      </Load>
    </div>
  )
}
