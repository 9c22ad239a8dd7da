import { type FormEvent, useState } from 'react'
import type { CoachBoard, ShownMail } from '../../../../src/contract/coach.ts'
import type { CommuneChoice } from '../../../../src/contract/people.ts'
import { post, problem, useSession } from '../api/index.ts'
import { Button, Dialog, Notice, TextField, toast } from '../design/index.ts'
import { CommuneSearch } from '../start/CommuneSearch.tsx'
import type { OnBoard } from './CoachPage.tsx'
import { MailShown } from './MailShown.tsx'

interface AddTownDialogProps {
  readonly onClose: () => void
  readonly onDone: OnBoard
}

/** A town and its referent: her mail is shown before it leaves. */
export function AddTownDialog({ onClose, onDone }: AddTownDialogProps) {
  const { local } = useSession()
  const [commune, setCommune] = useState<CommuneChoice | null>(null)
  const [words, setWords] = useState({ name: '', mail: '' })
  const [shown, setShown] = useState<ShownMail>()
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const given = {
    insee: commune?.insee ?? '',
    name: words.name.trim(),
    ...(words.mail.trim() && { mail: words.mail.trim() }),
  }
  const ask = async <T,>(path: string, then: (value: T) => void) => {
    setPending(true)
    const answer = await post<T>(path, given)
    setPending(false)
    if (!('value' in answer)) return setRefused(problem(answer))
    setRefused(undefined)
    then(answer.value)
  }
  const add = () =>
    ask<CoachBoard>('/coach/towns', board => {
      toast({ text: `${commune?.name} est ajoutée.` })
      onDone(board)
      onClose()
    })
  const go = (event: FormEvent) => {
    event.preventDefault()
    // On this machine alone nobody else can come in: there is no mail to show.
    void (local || shown ? add() : ask<ShownMail>('/coach/towns/letter', setShown))
  }
  return (
    <Dialog title="Ajouter une commune" open onClose={onClose} size="wide">
      <form className="stack" onSubmit={go}>
        {shown ? (
          <>
            <p>Voici le courriel que {words.name} recevra. Vous n’aurez vous-même qu’un droit de lecture.</p>
            <MailShown mail={shown} />
          </>
        ) : (
          <>
            <CommuneSearch chosen={commune} onChoose={setCommune} />
            <TextField
              label="Sa personne référente, prénom et nom"
              description="C’est elle qui décide pour sa commune, et qui invite les autres."
              value={words.name}
              onChange={name => setWords({ ...words, name })}
            />
            <TextField
              label="L’adresse mail de cette personne"
              type="email"
              optional={local}
              value={words.mail}
              onChange={mail => setWords({ ...words, mail })}
            />
          </>
        )}
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
        <div className="c-dialog-acts">
          {shown ? (
            <Button onPress={() => setShown(undefined)}>Revenir</Button>
          ) : (
            <Button onPress={onClose}>Annuler</Button>
          )}
          <Button
            kind="primary"
            type="submit"
            isPending={pending}
            isDisabled={!commune || words.name.trim() === '' || (!local && !words.mail.includes('@'))}
          >
            {local ? 'Ajouter la commune' : shown ? 'Ajouter et envoyer' : 'Voir le courriel'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
