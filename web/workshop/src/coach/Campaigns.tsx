import { useRef, useState } from 'react'
import type { CampaignCard, CoachBoard } from '../../../../src/contract/coach.ts'
import { post, problem } from '../api/index.ts'
import { AlertDialog, Badge, type BadgeKind, Button, EmptyState, toast } from '../design/index.ts'
import { momentInWords } from '../set/shared/words.ts'
import { CampaignDialog } from './CampaignDialog.tsx'
import type { OnBoard } from './CoachPage.tsx'
import { DayList } from './DayList.tsx'
import { MessageDialog } from './MessageDialog.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'
import { CalendarLink } from './Proposed.tsx'

interface CampaignsProps {
  readonly board: CoachBoard
  readonly onDone: OnBoard
}

/** Days that several towns share, as the five of a week. */
export function Campaigns({ board, onDone }: CampaignsProps) {
  const [making, setMaking] = useState(false)
  return (
    <section className="stack" aria-labelledby="campagnes">
      <div className="row row-between">
        <h2 id="campagnes">Campagnes</h2>
        {/* The same button before the first one and after: the focus comes back to it. */}
        <Button
          kind={board.campaigns.length === 0 ? 'primary' : 'secondary'}
          icon="plus"
          onPress={() => setMaking(true)}
        >
          Préparer une campagne
        </Button>
      </div>
      {board.campaigns.length === 0 && (
        <EmptyState icon="flag" title="Cinq jours, plusieurs communes">
          Une campagne donne le même calendrier à plusieurs communes : diagnostic, identification, préparation,
          publication, valorisation. Chaque personne référente dit si sa commune participe.
        </EmptyState>
      )}
      {board.campaigns.map(campaign => (
        <Campaign key={campaign.id} campaign={campaign} board={board} onDone={onDone} />
      ))}
      {making && <CampaignDialog onClose={() => setMaking(false)} onDone={onDone} />}
    </section>
  )
}

const STATES: Readonly<
  Record<CampaignCard['towns'][number]['state'], { readonly kind: BadgeKind; readonly words: string }>
> = {
  asked: { kind: 'attention', words: 'n’a pas répondu' },
  joined: { kind: 'ok', words: 'participe' },
  refused: { kind: 'neutral', words: 'ne participe pas' },
  left: { kind: 'neutral', words: 'ne participe plus' },
}

type Opened = 'change' | 'propose' | 'joined' | 'asked' | 'end'

function Campaign({ campaign, board, onDone }: CampaignsProps & { readonly campaign: CampaignCard }) {
  const [open, setOpen] = useState<Opened>()
  const close = () => setOpen(undefined)
  const has = (state: string) => campaign.towns.some(town => town.state === state)
  const heading = useRef<HTMLHeadingElement>(null)
  const end = async () => {
    const answer = await post<CoachBoard>(`/campaigns/${campaign.id}/end`)
    if (!('value' in answer)) return toast({ kind: 'error', text: problem(answer) })
    onDone(answer.value)
    // What opened the window is gone.
    setTimeout(() => heading.current?.focus())
  }
  return (
    <article className="card stack" aria-label={campaign.title}>
      <div className="row">
        <h3 ref={heading} tabIndex={-1}>
          {campaign.title}
        </h3>
        {campaign.ended && <Badge>Terminée</Badge>}
      </div>
      <DayList days={campaign.days} />
      {campaign.towns.length > 0 && (
        <ul className="coach-joined">
          {campaign.towns.map(({ insee, name, state }) => (
            <li key={insee}>
              {name} <Badge kind={STATES[state].kind}>{STATES[state].words}</Badge>
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        {!campaign.ended && (
          <Button
            kind={campaign.towns.length === 0 ? 'primary' : 'secondary'}
            icon="plus"
            onPress={() => setOpen('propose')}
          >
            Proposer à des communes
          </Button>
        )}
        {has('joined') && (
          <Button icon="mail" onPress={() => setOpen('joined')}>
            Écrire à celles qui participent
          </Button>
        )}
        {has('asked') && (
          <Button icon="mail" onPress={() => setOpen('asked')}>
            Écrire à celles qui n’ont pas répondu
          </Button>
        )}
        <CalendarLink id={campaign.id} title={campaign.title} />
        {!campaign.ended && (
          <>
            <Button kind="quiet" icon="edit" onPress={() => setOpen('change')}>
              Changer
            </Button>
            <Button kind="quiet" onPress={() => setOpen('end')}>
              Terminer
            </Button>
          </>
        )}
      </div>
      <Messages campaign={campaign} />
      {open === 'change' && <CampaignDialog campaign={campaign} onClose={close} onDone={onDone} />}
      {open === 'propose' && (
        <ProposeDialog {...{ campaign, board, onDone }} onClose={close} onProposed={() => setOpen('asked')} />
      )}
      {(open === 'joined' || open === 'asked') && (
        <MessageDialog {...{ campaign, board, onDone }} to={open} onClose={close} />
      )}
      <AlertDialog
        title={`Terminer « ${campaign.title} » ?`}
        open={open === 'end'}
        onClose={close}
        confirm="Terminer"
        onConfirm={end}
      >
        <p>Elle reste lisible avec ses messages ; aucune commune ne pourra plus y entrer.</p>
      </AlertDialog>
    </article>
  )
}

const SENT: Readonly<Record<string, string>> = { sent: 'envoyé', failed: 'non parti', sending: 'en route' }

function Messages({ campaign: { messages } }: { readonly campaign: CampaignCard }) {
  if (messages.length === 0) return null
  return (
    <details>
      <summary>{messages.length > 1 ? `${messages.length} messages` : 'Un message'}</summary>
      <ol className="stack coach-messages">
        {messages.map(({ subject, body, at, to }) => (
          <li key={at + subject} className="coach-mail stack stack-tight">
            <p>
              <strong>{subject}</strong>, <span className="soft">le {momentInWords(at)}</span>
            </p>
            <p className="coach-mail-text">{body}</p>
            <p className="small soft">
              {to
                .map(
                  ({ town, name, state, message }) =>
                    `${town} (${name}) : ${SENT[state] ?? 'à relire'}${state === 'failed' && message ? `, ${message}` : ''}`,
                )
                .join(' ; ')}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}
