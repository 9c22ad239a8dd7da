import { type FormEvent, useState } from 'react'
import type { CampaignCard, CampaignMessage, CoachBoard, MessageLetter } from '../../../../src/contract/coach.ts'
import { post, problem } from '../api/index.ts'
import { Button, Dialog, Notice, TextArea, TextField, toast } from '../design/index.ts'
import type { OnBoard } from './CoachPage.tsx'
import { MailShown } from './MailShown.tsx'

interface MessageDialogProps {
  readonly campaign: CampaignCard
  readonly board: CoachBoard
  readonly to: CampaignMessage['to']
  readonly onClose: () => void
  readonly onDone: OnBoard
}

/** One message to several towns: written once, shown as each will receive it, then sent. */
export function MessageDialog({ campaign, board, to, onClose, onDone }: MessageDialogProps) {
  const [words, setWords] = useState(() => beginning(campaign, to))
  const [letters, setLetters] = useState<readonly MessageLetter[]>()
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const ask = async <T,>(path: string, body: object, then: (value: T) => void) => {
    setPending(true)
    const answer = await post<T>(`/campaigns/${campaign.id}/message${path}`, { to, ...words, ...body })
    setPending(false)
    if (!('value' in answer)) return setRefused(problem(answer))
    setRefused(undefined)
    then(answer.value)
  }
  const reachable = letters?.filter(({ unreachable }) => !unreachable) ?? []
  const send = () =>
    ask<CoachBoard>('', { shown: reachable.map(({ key }) => key) }, value => {
      toast({ text: board.sends ? 'Le message est parti.' : 'C’est noté : le message est gardé.' })
      onDone(value)
      onClose()
    })
  const go = (event: FormEvent) => {
    event.preventDefault()
    void (letters ? send() : ask<MessageLetter[]>('/letters', {}, setLetters))
  }
  return (
    <Dialog
      title={to === 'joined' ? 'Écrire à celles qui participent' : 'Écrire à celles qui n’ont pas répondu'}
      open
      onClose={onClose}
      size="wide"
    >
      <form className="stack" onSubmit={go}>
        {letters ? (
          <Shown letters={letters} sends={board.sends} />
        ) : (
          <>
            <TextField label="Objet" value={words.subject} onChange={subject => setWords({ ...words, subject })} />
            <TextArea
              label="Votre message"
              description="Carnet ajoute « Bonjour », le nom de chaque personne, votre nom et les dates."
              rows={8}
              value={words.body}
              onChange={body => setWords({ ...words, body })}
            />
          </>
        )}
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
        <div className="c-dialog-acts">
          {letters ? (
            <Button onPress={() => setLetters(undefined)}>Revenir au texte</Button>
          ) : (
            <Button onPress={onClose}>Annuler</Button>
          )}
          <Button
            kind="primary"
            type="submit"
            isPending={pending}
            isDisabled={letters ? reachable.length === 0 : words.subject.trim() === '' || words.body.trim() === ''}
          >
            {!letters
              ? 'Relire avant d’envoyer'
              : board.sends
                ? sendWords(reachable.length)
                : 'Je les ai envoyés moi-même'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const sendWords = (many: number): string => (many > 1 ? `Envoyer les ${many} courriels` : 'Envoyer le courriel')

function Shown({ letters, sends }: { readonly letters: readonly MessageLetter[]; readonly sends: boolean }) {
  return (
    <>
      {!sends && (
        <Notice kind="info">
          <p>
            Aucun serveur de courriel n’est réglé dans ce Carnet : copiez ces textes dans votre messagerie, envoyez-les,
            puis dites-le ici.
          </p>
        </Notice>
      )}
      {letters.map(letter => (
        <div key={letter.key} className="stack stack-tight">
          <h3>{letter.town}</h3>
          {letter.unreachable ? (
            <p className="soft">
              Sa personne référente n’a pas d’adresse de courriel : ce message ne lui parviendra pas.
            </p>
          ) : (
            <MailShown mail={letter} />
          )}
        </div>
      ))}
    </>
  )
}

const beginning = ({ title }: CampaignCard, to: CampaignMessage['to']) =>
  to === 'joined'
    ? { subject: title, body: '' }
    : {
        subject: `Votre commune participe-t-elle à « ${title} » ?`,
        body: 'Je vous propose de préparer ensemble les données ouvertes de votre commune, avec d’autres communes.\n\nOuvrez Carnet, page « Accompagnement », et dites-moi oui ou non : c’est vous qui décidez.',
      }
