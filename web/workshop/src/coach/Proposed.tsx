import { useRef, useState } from 'react'
import type { CoachBoard, ProposedCampaign } from '../../../../src/contract/coach.ts'
import { post, problem, useSession } from '../api/index.ts'
import { Badge, Button, Icon, toast } from '../design/index.ts'
import type { OnBoard } from './CoachPage.tsx'
import { DayList } from './DayList.tsx'

/** What is proposed to this very town: its referent says yes or no. */
export function Proposed({
  proposed,
  onDone,
}: {
  readonly proposed: readonly ProposedCampaign[]
  readonly onDone: OnBoard
}) {
  const { town } = useSession()
  const shown = proposed.filter(({ state }) => state === 'asked' || state === 'joined')
  if (shown.length === 0) return null
  return (
    <section className="stack" aria-labelledby="proposees">
      <h2 id="proposees">Pour {town.name}</h2>
      {shown.map(campaign => (
        <One key={campaign.id} campaign={campaign} onDone={onDone} />
      ))}
    </section>
  )
}

const SAID = {
  join: 'Votre commune participe.',
  refuse: 'C’est noté : votre commune ne participe pas.',
  leave: 'Votre commune ne participe plus.',
}

function One({ campaign, onDone }: { readonly campaign: ProposedCampaign; readonly onDone: OnBoard }) {
  const { may } = useSession()
  const heading = useRef<HTMLHeadingElement>(null)
  const [busy, setBusy] = useState(false)
  const say = async (answer: keyof typeof SAID) => {
    setBusy(true)
    const result = await post<CoachBoard>(`/campaigns/${campaign.id}/answer`, { answer })
    setBusy(false)
    if (!('value' in result)) return toast({ kind: 'error', text: problem(result) })
    toast({ text: SAID[answer] })
    onDone(result.value)
    // The button that was pressed is gone, and all of it once the town said no.
    setTimeout(() => (heading.current ?? document.getElementById('contenu'))?.focus())
  }
  const asked = campaign.state === 'asked'
  return (
    <article className="coach-proposed card stack" aria-label={campaign.title}>
      <div className="row">
        <h3 ref={heading} tabIndex={-1}>
          {campaign.title}
        </h3>
        <Badge kind={asked ? 'attention' : 'ok'}>
          {asked ? 'Une réponse est attendue' : 'Votre commune participe'}
        </Badge>
      </div>
      <p>
        {campaign.coach}{' '}
        {asked ? 'vous propose ces jours de travail, avec d’autres communes.' : 'mène ces jours avec vous.'}
      </p>
      <DayList days={campaign.days} />
      <div className="row">
        {asked && may('town') && (
          <>
            <Button kind="primary" isPending={busy} onPress={() => void say('join')}>
              Participer
            </Button>
            <Button isDisabled={busy} onPress={() => void say('refuse')}>
              Ne pas participer
            </Button>
          </>
        )}
        <CalendarLink id={campaign.id} title={campaign.title} />
        {!asked && may('town') && (
          <Button kind="quiet" isPending={busy} onPress={() => void say('leave')}>
            Ne plus participer
          </Button>
        )}
      </div>
      {asked && !may('town') && <p className="soft">La personne référente de votre commune répondra.</p>}
    </article>
  )
}

export const CalendarLink = ({ id, title }: { readonly id: string; readonly title: string }) => (
  <a className="c-button c-button-secondary c-button-normal" href={`/api/atelier/campaigns/${id}/calendar`} download>
    <Icon name="download" /> Pour mon agenda (.ics)<span className="sr-only"> : {title}</span>
  </a>
)
