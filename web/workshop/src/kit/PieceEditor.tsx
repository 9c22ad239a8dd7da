import { type FormEvent, useState } from 'react'
import { type KitPiece, signsOf } from '../../../../src/contract/kit.ts'
import { problem, put, useSession } from '../api/index.ts'
import { Button, Notice, TextArea, toast } from '../design/index.ts'
import { momentInWords, numbered } from '../set/shared/words.ts'
import { NewProposal } from './NewProposal.tsx'
import { PieceVersions } from './PieceVersions.tsx'
import { HOW, KIT, type TextPlace } from './place.ts'
import { useDraftOf } from './use-draft-of.ts'

interface PieceEditorProps {
  readonly piece: KitPiece
  readonly onWritten: (piece: KitPiece) => void
  readonly onLate: () => Promise<void>
  readonly place?: TextPlace
}

/** The text in a box. What is typed is kept on this computer until it is saved; what is saved is a version, and none is lost. */
export function PieceEditor({ piece, onWritten, onLate, place = KIT }: PieceEditorProps) {
  const { may } = useSession()
  const { text, setText, forget } = useDraftOf(piece)
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const write = async (body: string) => {
    setBusy(true)
    const answer = await put<KitPiece>(`${place.api}/${piece.name}`, { body, seen: piece.version })
    setBusy(false)
    if (!('value' in answer)) {
      setRefused(problem(answer))
      if ('status' in answer && answer.status === 409) await onLate()
      return
    }
    forget()
    toast({ text: 'Votre texte est enregistré.' })
    onWritten(answer.value)
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    void write(text)
  }
  const changed = text.trim() !== piece.body
  return (
    <>
      <div className="kit-said no-print stack">
        <Whose piece={piece} />
        {piece.newProposal !== undefined && (
          <NewProposal
            mine={piece.body}
            proposal={piece.newProposal}
            onTake={() => setText(piece.newProposal ?? '')}
            onKeep={() => void write(piece.body)}
          />
        )}
      </div>
      <form className="kit-text card no-print stack" onSubmit={save}>
        <TextArea
          label="Le texte"
          description={piece.limit ? undefined : (place.how ?? HOW)}
          rows={piece.limit ? 10 : 18}
          value={text}
          onChange={setText}
          isReadOnly={!may('prepare')}
        />
        <Count piece={piece} text={text} />
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
        {may('prepare') && (
          <div className="row">
            <Button type="submit" kind="primary" isPending={busy} isDisabled={!changed || text.trim() === ''}>
              Enregistrer
            </Button>
            {changed && <Button onPress={() => setText(piece.body)}>Revenir au texte enregistré</Button>}
            {piece.version > 0 && (
              <PieceVersions name={`${place.texts}/${piece.name}`} title={piece.title} onTake={setText} />
            )}
          </div>
        )}
      </form>
    </>
  )
}

function Whose({ piece }: { readonly piece: KitPiece }) {
  if (piece.version === 0)
    return <p className="soft">Proposé par Carnet : il suit vos jeux publiés tant que personne ne l’écrit.</p>
  return (
    <p className="soft">
      Écrit par {piece.writtenBy}, le {momentInWords(piece.writtenAt ?? '')}. Carnet n’y touchera plus.
    </p>
  )
}

/** How much room is left, said before it is too late. */
function Count({ piece: { limit }, text }: { readonly piece: KitPiece; readonly text: string }) {
  if (!limit) return null
  const left = limit.most - signsOf(text, limit.links)
  return (
    <p className={left < 0 ? 'kit-count kit-count-over' : 'kit-count soft'} role="status">
      {left < 0
        ? `${numbered(-left)} ${left < -1 ? 'signes' : 'signe'} de trop pour cet endroit.`
        : `${numbered(limit.most - left)} signes sur ${numbered(limit.most)}.`}
    </p>
  )
}
