import { type FormEvent, useState } from 'react'
import { type LogbookDay, logbookText } from '../../../../src/contract/logbook.ts'
import type { TownText } from '../../../../src/contract/publication.ts'
import { get, problem, put } from '../api/index.ts'
import { Button, Notice, TextArea, toast } from '../design/index.ts'
import { useDraftOf } from '../kit/use-draft-of.ts'
import type { OnWritten } from './LogbookPage.tsx'

interface NoteEditorProps {
  readonly day: LogbookDay
  readonly onWritten: OnWritten
  readonly onClose: () => void
}

/** A few words by hand. What is typed stays on this computer until it is saved; what is saved is a version, and none is lost. */
export function NoteEditor({ day, onWritten, onClose }: NoteEditorProps) {
  const name = logbookText(day.day)
  const { text, setText, forget } = useDraftOf({ ...day.note, name })
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const path = `/texts/${encodeURIComponent(name)}`
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await put<TownText>(path, { body: text.trim(), seen: day.note.version })
    setBusy(false)
    if (!('value' in answer)) {
      setRefused(problem(answer))
      if ('status' in answer && answer.status === 409) await showOther()
      return
    }
    forget()
    toast({ text: 'Votre mot est enregistré.' })
    onWritten({ ...day, note: answer.value })
    onClose()
  }
  /** Somebody wrote meanwhile: her words are shown under the box, ours stay in it. */
  const [other, setOther] = useState<TownText>()
  const showOther = async () => {
    const latest = await get<TownText>(path)
    if ('value' in latest) setOther(latest.value)
  }
  const takeUp = () => {
    if (!other) return
    const mine = text.trim()
    forget()
    onWritten({ ...day, note: other })
    setText(mine)
    setOther(undefined)
    setRefused(undefined)
  }
  return (
    <form className="stack no-print" onSubmit={event => void save(event)}>
      <TextArea
        label={`Votre mot du ${day.title}`}
        description="Une réunion, un appel, une décision. Une ligne qui commence par - est un élément de liste."
        rows={5}
        optional
        value={text}
        onChange={setText}
        autoFocus
      />
      {refused && (
        <Notice kind="error" live>
          <p>{refused}</p>
        </Notice>
      )}
      {other && (
        <div className="logbook-note stack stack-tight">
          <p className="small soft">Ce que {other.writtenBy} vient d’écrire :</p>
          <p className="logbook-plain">{other.body}</p>
          <div>
            <Button size="small" onPress={takeUp}>
              J’ai lu : reprendre le mien par-dessus
            </Button>
          </div>
        </div>
      )}
      <div className="row">
        <Button type="submit" kind="primary" isPending={busy} isDisabled={text.trim() === day.note.body.trim()}>
          Enregistrer
        </Button>
        <Button onPress={onClose}>Fermer</Button>
      </div>
    </form>
  )
}
