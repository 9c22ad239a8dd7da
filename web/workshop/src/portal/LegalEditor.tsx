import { type FormEvent, useState } from 'react'
import type { PortalPage } from '../../../../src/contract/portal.ts'
import type { TownText } from '../../../../src/contract/publication.ts'
import { problem, put, useSession } from '../api/index.ts'
import { Button, Notice, TextArea, toast } from '../design/index.ts'
import { PieceVersions } from '../kit/PieceVersions.tsx'
import { useDraftOf } from '../kit/use-draft-of.ts'

interface LegalEditorProps {
  readonly page: PortalPage
  readonly onWritten: () => Promise<void>
}

/** What the public reads in the town's name: the referent writes it. What is typed stays on this computer until it is saved. */
export function LegalEditor({ page, onWritten }: LegalEditorProps) {
  const { may } = useSession()
  const name = `portail/${page.name}`
  const saved = page.version === 0 ? page.proposed : page.body
  const { text, setText, forget } = useDraftOf({ name, version: page.version, body: saved })
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await put<TownText>(`/texts/${encodeURIComponent(name)}`, { body: text, seen: page.version })
    setBusy(false)
    if (!('value' in answer)) return setRefused(problem(answer))
    forget()
    toast({ text: 'Votre texte est enregistré : le public le lit déjà.' })
    await onWritten()
  }
  const mine = may('town')
  return (
    <form className="card stack" onSubmit={event => void save(event)}>
      <TextArea
        label="Le texte de la page"
        description={mine ? HOW : 'Seule la personne référente peut l’écrire : il engage la commune.'}
        rows={16}
        value={text}
        onChange={setText}
        isReadOnly={!mine}
      />
      {refused && (
        <Notice kind="error" live>
          <p>{refused}</p>
        </Notice>
      )}
      {mine && (
        <div className="row">
          <Button type="submit" kind="primary" isPending={busy} isDisabled={text.trim() === '' || text === page.body}>
            Enregistrer
          </Button>
          {text !== saved && <Button onPress={() => setText(saved)}>Revenir au texte enregistré</Button>}
          {page.version > 0 && <PieceVersions name={name} title={page.title} onTake={setText} />}
        </div>
      )}
    </form>
  )
}

const HOW =
  'Une ligne qui commence par # est un titre, par - un élément de liste. Une ligne vide sépare les paragraphes. Les adresses du web deviennent des liens.'
