import { type FormEvent, useState } from 'react'
import type { LetterCard } from '../../../../src/contract/letters.ts'
import { patch, problem, put } from '../api/index.ts'
import { announce, Button, Checkbox, Notice, TextArea, TextField } from '../design/index.ts'

interface LetterEditorProps {
  readonly letter: LetterCard
  readonly onClose: () => void
  readonly reload: () => Promise<void>
}

/** The mail in the person's own words; kept for the next ones of its kind if she wishes. */
export function LetterEditor({ letter, onClose, reload }: LetterEditorProps) {
  const [mail, setMail] = useState(letter.to.mail)
  const [subject, setSubject] = useState(letter.subject)
  const [body, setBody] = useState(letter.body)
  const [keep, setKeep] = useState(false)
  const [refused, setRefused] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const to = mail.trim() === letter.to.mail ? {} : { to: { name: letter.to.name, mail: mail.trim() } }
    const answer = await patch(`/letters/${letter.id}`, { seen: letter.version, subject, body, ...to })
    if (!('value' in answer)) return setRefused(problem(answer))
    const kept = keep ? await put(`/requests/words/${letter.id}`, { subject, body }) : undefined
    await reload()
    if (kept && !('value' in kept)) return setRefused(problem(kept))
    announce('Texte enregistré.')
    onClose()
  }
  return (
    <form className="stack" onSubmit={event => void submit(event)} noValidate>
      <TextField label="Adresse de courriel" type="email" value={mail} onChange={setMail} />
      <TextField label="Objet" value={subject} onChange={setSubject} autoFocus />
      <TextArea label="Texte" rows={14} value={body} onChange={setBody} />
      <Checkbox
        isSelected={keep}
        onChange={setKeep}
        description="Le nom, la liste et les liens prendront la place de ceux de l’autre personne."
      >
        Garder ce texte pour les prochaines fois
      </Checkbox>
      {refused && (
        <Notice kind="error" live>
          {refused}
        </Notice>
      )}
      <div className="row">
        <Button type="submit" kind="primary" icon="check">
          Enregistrer
        </Button>
        <Button onPress={onClose}>Annuler</Button>
      </div>
    </form>
  )
}
