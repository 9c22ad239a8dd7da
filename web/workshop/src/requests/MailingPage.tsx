import { useRef } from 'react'
import { useParams } from 'react-router'
import type { MailingPage as Page } from '../../../../src/contract/requests.ts'
import { type Answer, problem, useApi } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { announce, Badge, Notice, PageHeader, toast } from '../design/index.ts'
import { LetterView } from './LetterView.tsx'
import { MailingActs } from './MailingActs.tsx'
import { RequestLine } from './RequestLine.tsx'
import './requests.css'
import { SendBox } from './SendBox.tsx'
import { isWaited, KIND_WORDS, standing } from './words.ts'

/** One thing asked of one person: its mails, as they leave or left; what came back; what to do next. */
export default function MailingPage() {
  const { id = '' } = useParams()
  const path = `/requests/${encodeURIComponent(id)}`
  const page = useApi<Page>(path)
  /** Shows what an act answered, or why it was refused. */
  const done = (answer: Answer<Page>, said: string): boolean => {
    if (!('value' in answer)) {
      toast({ kind: 'error', text: problem(answer) })
      return false
    }
    if (answer.value.id === id) page.put(answer.value)
    else void page.reload()
    announce(said)
    return true
  }
  return (
    <div className="page stack requests-page">
      <Load from={page}>{value => <Mailing page={value} path={path} reload={page.reload} done={done} />}</Load>
    </div>
  )
}

export interface MailingProps {
  readonly page: Page
  readonly path: string
  readonly reload: () => Promise<void>
  readonly done: (answer: Answer<Page>, said: string) => boolean
  /** The focus goes to the head of what is asked: what held it is gone. */
  readonly back: () => void
}

const ORDER = ['reminder-1', 'reminder-2']

function Mailing({ done, ...rest }: Omit<MailingProps, 'back'>) {
  const { page } = rest
  const heading = useRef<HTMLHeadingElement>(null)
  const back = () => heading.current?.focus()
  const props: MailingProps = {
    ...rest,
    back,
    done: (answer, said) => {
      const isDone = done(answer, said)
      if (isDone) back()
      return isDone
    },
  }
  const toSend = page.requests.some(({ state }) => state === 'to-send')
  const letters = page.letters.filter(({ state, kind }) => state !== 'dropped' && (toSend || !isSpare(state, kind)))
  const [planned, gone] = [letters.filter(isPlanned), letters.filter(one => !isPlanned(one))]
  return (
    <>
      <PageHeader
        title={`${KIND_WORDS[page.kind].title.replace(/ \?$/, '')}\u00a0: ${page.to.name}`}
        up={{ to: '/demandes', title: 'Demandes' }}
        intro={page.to.mail ?? 'Aucune adresse de courriel connue'}
      />
      {standing(page) !== '' && !toSend && <p className="request-next">{standing(page)}</p>}
      {page.absentUntil && page.requests.some(isWaited) && (
        <Notice>
          Absence notée jusqu’au {page.absentUntil.split('-').reverse().join('/')} : aucune relance avant.
        </Notice>
      )}
      <section className="card" aria-labelledby="demande">
        <h2 id="demande" ref={heading} tabIndex={-1}>
          Ce qui est demandé
        </h2>
        <ul className="request-lines">
          {page.requests.map(request => (
            <RequestLine key={request.id} request={request} {...props} />
          ))}
        </ul>
      </section>
      {planned.length > 0 && <SendBox letters={planned.sort(byKind)} first={toSend} {...props} />}
      {!toSend && <MailingActs {...props} />}
      {gone.length > 0 && (
        <section className="stack" aria-labelledby="courriels">
          <h2 id="courriels">Les courriels, mot pour mot</h2>
          {gone.map(letter => (
            <details key={letter.id} className="card letter-past">
              <summary>
                <span>{letter.subject}</span> <LetterBadge {...letter} />
              </summary>
              <LetterView letter={letter} />
            </details>
          ))}
        </section>
      )}
    </>
  )
}

/** The words of later reminders wait unseen until their turn: they are shown once, when they are read. */
const isSpare = (state: string, kind: string) => state === 'to-review' && ORDER.includes(kind)
const isPlanned = ({ state }: { readonly state: string }) => state === 'to-review' || state === 'failed'
const byKind = (a: { readonly kind: string }, b: { readonly kind: string }) =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)

const days = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'medium', timeStyle: 'short' })

function LetterBadge({ state, sentAt, dueAt }: Page['letters'][number]) {
  if (state === 'sent') return <Badge kind="ok">Parti le {days.format(new Date(sentAt!))}</Badge>
  if (state === 'sending') return <Badge kind="info">En train de partir</Badge>
  return (
    <Badge kind="info">{dueAt ? `Partira le ${days.format(new Date(dueAt))}` : 'Pour les relances suivantes'}</Badge>
  )
}
