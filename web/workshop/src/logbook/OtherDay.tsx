import { type FormEvent, useState } from 'react'
import { type LogbookDay, logbookText } from '../../../../src/contract/logbook.ts'
import type { TownText } from '../../../../src/contract/publication.ts'
import { get, problem } from '../api/index.ts'
import { Button, Notice, TextField } from '../design/index.ts'
import type { OnWritten } from './LogbookPage.tsx'
import { NoteEditor } from './NoteEditor.tsx'

interface OtherDayProps {
  readonly today: string
  readonly days: readonly LogbookDay[]
  readonly onWritten: OnWritten
}

/** A word for a day of which nothing is told yet: a meeting of last week, a phone call of this morning. */
export function OtherDay({ today, days, onWritten }: OtherDayProps) {
  const [day, setDay] = useState(today)
  const [step, setStep] = useState<'closed' | 'asked' | 'back'>('closed')
  const [open, setOpen] = useState<LogbookDay>()
  const [refused, setRefused] = useState<string>()
  const write = async (event: FormEvent) => {
    event.preventDefault()
    setRefused(undefined)
    if (day > today) return setRefused('Ce jour n’est pas encore venu : choisissez aujourd’hui ou un jour passé.')
    const known = days.find(one => one.day === day)
    if (known) return setOpen(known)
    const note = await get<TownText>(`/texts/${encodeURIComponent(logbookText(day))}`)
    if (!('value' in note)) return setRefused(problem(note))
    setOpen({ day, title: inWords(day), sentences: [], note: note.value })
  }
  if (open)
    return (
      <div className="card no-print">
        <NoteEditor
          day={open}
          onWritten={written => {
            setOpen(written)
            onWritten(written)
          }}
          onClose={() => {
            setOpen(undefined)
            setStep('back')
          }}
        />
      </div>
    )
  if (step !== 'asked')
    return (
      <div className="no-print">
        <Button icon="edit" autoFocus={step === 'back'} onPress={() => setStep('asked')}>
          Écrire un mot pour un autre jour
        </Button>
      </div>
    )
  return (
    <form className="logbook-other no-print" onSubmit={event => void write(event)}>
      <TextField label="Quel jour ?" type="date" value={day} onChange={setDay} autoFocus optional />
      <Button type="submit" icon="edit" isDisabled={day === ''}>
        Écrire
      </Button>
      {refused && (
        <Notice kind="error" live>
          <p>{refused}</p>
        </Notice>
      )}
    </form>
  )
}

const words = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' })
const inWords = (day: string): string => words.format(new Date(`${day}T12:00:00Z`)).replace(/ 1 /, ' 1er ')
