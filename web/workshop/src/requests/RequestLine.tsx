import { type FormEvent, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Askable, MailingPage, RequestCard } from '../../../../src/contract/requests.ts'
import { post, problem, useApi } from '../api/index.ts'
import { Button, Dialog, Notice, RadioGroup, TextArea } from '../design/index.ts'
import type { MailingProps } from './MailingPage.tsx'
import { State } from './RequestsPage.tsx'
import { type To, WhoFields } from './WhoFields.tsx'
import { answerWords, dayOf } from './words.ts'

interface RequestLineProps extends MailingProps {
  readonly request: RequestCard
}

/** One list that is asked about, what came back, and what can be done about it. */
export function RequestLine({ request, done }: RequestLineProps) {
  const [open, setOpen] = useState<'pass' | 'note'>()
  const { answer, passedTo, state } = request
  const closed = state === 'passed' || state === 'closed'
  return (
    <li className="request-line">
      <div>
        <Link to={`/jeux/${request.set.slug}`}>{request.set.title}</Link> <State request={request} />
        {answer && (
          <p className="small">
            {answerWords(answer)} <span className="soft">({dayOf(answer.at)})</span>
          </p>
        )}
        {passedTo && (
          <p className="small">
            Demandé à <Link to={`/demandes/${passedTo.mailing}`}>{passedTo.name}</Link>
          </p>
        )}
      </div>
      {!closed && (
        <div className="row">
          {state !== 'to-send' && (
            <Button icon="people" onPress={() => setOpen('pass')}>
              {answer?.name ? `Demander à ${answer.name}` : 'Demander à quelqu’un d’autre'}
              <span className="sr-only"> pour « {request.set.title} »</span>
            </Button>
          )}
          <Button kind="quiet" icon="edit" onPress={() => setOpen('note')}>
            {state === 'to-send' ? 'Renoncer' : 'Noter une réponse'}
            <span className="sr-only"> pour « {request.set.title} »</span>
          </Button>
        </div>
      )}
      {open === 'pass' && <PassDialog request={request} onClose={() => setOpen(undefined)} />}
      {open === 'note' && <NoteDialog request={request} onClose={() => setOpen(undefined)} done={done} />}
    </li>
  )
}

/** The same thing asked of somebody else: the mail is written, and shown. */
function PassDialog({ request, onClose }: { readonly request: RequestCard; readonly onClose: () => void }) {
  const people = useApi<readonly Askable[]>('/requests/people')
  const navigate = useNavigate()
  const [to, setTo] = useState<To>({ name: request.answer?.name ?? '', mail: request.answer?.mail ?? '' })
  const [refused, setRefused] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (to.name.trim() === '') return setRefused('Dites à qui vous demandez.')
    const answer = await post<MailingPage>(`/requests/one/${request.id}/pass`, {
      to: { name: to.name.trim(), ...(to.mail.trim() && { mail: to.mail.trim() }), ...(to.node && { node: to.node }) },
    })
    if ('value' in answer) void navigate(`/demandes/${answer.value.id}`)
    else setRefused(problem(answer))
  }
  return (
    <Dialog title="Demander à quelqu’un d’autre" open onClose={onClose}>
      <form className="stack" onSubmit={event => void submit(event)} noValidate>
        <p>
          « {request.set.title} » ne sera plus attendu de la première personne, et son lien sera fermé. Le courriel vous
          sera montré avant de partir.
        </p>
        <WhoFields to={to} people={people.value ?? []} onChange={setTo} />
        {refused && (
          <Notice kind="error" live>
            {refused}
          </Notice>
        )}
        <div className="c-dialog-acts">
          <Button onPress={onClose}>Annuler</Button>
          <Button type="submit" kind="primary" after="arrow-right">
            Voir le courriel
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const NOTES = [
  { id: 'done', label: 'Elle a répondu', detail: 'Par téléphone, de vive voix, par un autre courriel.' },
  { id: 'nothing', label: 'Ces données n’existent pas', detail: 'La liste de souhaits le dira : « introuvable ».' },
  { id: 'closed', label: 'Ce n’est plus la peine', detail: 'La demande est close, sans réponse.' },
]

interface NoteDialogProps extends Pick<MailingProps, 'done'> {
  readonly request: RequestCard
  readonly onClose: () => void
}

function NoteDialog({ request, onClose, done }: NoteDialogProps) {
  const toSend = request.state === 'to-send'
  const [type, setType] = useState(toSend ? 'closed' : 'done')
  const [words, setWords] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const answer = await post<MailingPage>(`/requests/one/${request.id}/answer`, { type, words: words.trim() })
    if (done(answer, 'C’est noté.')) onClose()
  }
  return (
    <Dialog title={`« ${request.set.title} »`} open onClose={onClose}>
      <form className="stack" onSubmit={event => void submit(event)} noValidate>
        <RadioGroup
          label="Que s’est-il passé ?"
          look="cards"
          choices={toSend ? NOTES.slice(1) : NOTES}
          value={type}
          onChange={setType}
        />
        <TextArea label="En quelques mots" optional rows={2} value={words} onChange={setWords} />
        <div className="c-dialog-acts">
          <Button onPress={onClose}>Annuler</Button>
          <Button type="submit" kind="primary" icon="check">
            Noter
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
