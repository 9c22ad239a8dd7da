import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { LogbookDay, LogbookSentence } from '../../../../src/contract/logbook.ts'
import { useSession } from '../api/index.ts'
import { Button, french } from '../design/index.ts'
import { Written } from '../kit/PrintedPiece.tsx'
import type { OnWritten } from './LogbookPage.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { NoteVersions } from './NoteVersions.tsx'

interface DayProps {
  readonly day: LogbookDay
  readonly isToday: boolean
  readonly onWritten: OnWritten
}

/** A page of the notebook: what was done, and the words of whoever was there. */
export function Day({ day, isToday, onWritten }: DayProps) {
  const { may } = useSession()
  const [writing, setWriting] = useState(false)
  const [back, setBack] = useState(false)
  const close = () => {
    setWriting(false)
    setBack(true)
  }
  const { note } = day
  const written = note.body.trim() !== ''
  return (
    <li className="logbook-day card" aria-labelledby={`jour-${day.day}`}>
      <h2 id={`jour-${day.day}`}>
        {day.title} {isToday && <span className="logbook-today">aujourd’hui</span>}
      </h2>
      {day.sentences.length > 0 && (
        <ul className="logbook-sentences">
          {day.sentences.map(sentence => (
            <li key={sentence.text}>
              <Told sentence={sentence} />
            </li>
          ))}
        </ul>
      )}
      {written && !writing && (
        <div className="logbook-note">
          <Written body={note.body} />
          <p className="small soft">Écrit par {note.writtenBy}</p>
        </div>
      )}
      {writing ? (
        <NoteEditor day={day} onWritten={onWritten} onClose={close} />
      ) : (
        may('prepare') && (
          <div className="row no-print">
            <Button kind="quiet" size="small" icon="edit" autoFocus={back} onPress={() => setWriting(true)}>
              {written ? 'Modifier le mot' : 'Ajouter un mot'}
              <span className="sr-only"> du {day.title}</span>
            </Button>
            {note.version > 1 && <NoteVersions day={day} />}
          </div>
        )
      )}
    </li>
  )
}

/** The names of sets lead to them. */
function Told({ sentence: { text, sets } }: { readonly sentence: LogbookSentence }) {
  return sets.reduce<readonly ReactNode[]>(
    (parts, { slug, title }) => parts.flatMap(part => (typeof part === 'string' ? linked(part, slug, title) : [part])),
    [french(text)],
  )
}

/** Between its guillemets, once. */
function linked(text: string, slug: string, title: string): ReactNode[] {
  const at = text.indexOf(`«\u00a0${french(title)}\u00a0»`)
  if (at < 0) return [text]
  const [start, end] = [at + 2, at + 2 + french(title).length]
  return [
    text.slice(0, start),
    <Link key={slug} to={`/jeux/${slug}`}>
      {title}
    </Link>,
    text.slice(end),
  ]
}
