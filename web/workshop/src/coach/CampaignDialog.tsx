import { type FormEvent, useState } from 'react'
import type { CampaignCard, CampaignDay, CoachBoard } from '../../../../src/contract/coach.ts'
import { patch, post, problem } from '../api/index.ts'
import { Button, Dialog, Notice, TextField, toast } from '../design/index.ts'
import type { OnBoard } from './CoachPage.tsx'
import { type DraftDay, dayAfter, fiveDays, sentDays } from './draft-days.ts'

interface CampaignDialogProps {
  readonly campaign?: CampaignCard
  readonly onClose: () => void
  readonly onDone: OnBoard
}

/** A title and days: the five of the way are there to begin with. */
export function CampaignDialog({ campaign, onClose, onDone }: CampaignDialogProps) {
  const [title, setTitle] = useState(campaign?.title ?? 'Semaine des données ouvertes')
  const [days, setDays] = useState<readonly DraftDay[]>(() =>
    campaign ? campaign.days.map(draftOf) : fiveDays(new Date()),
  )
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const change = (at: number, more: Partial<DraftDay>) =>
    setDays(days.map((day, one) => (one === at ? { ...day, ...more } : day)))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    const body = { title, days: sentDays(days) }
    const answer = campaign
      ? await patch<CoachBoard>(`/campaigns/${campaign.id}`, body)
      : await post<CoachBoard>('/campaigns', body)
    setPending(false)
    if (!('value' in answer)) return setRefused(problem(answer))
    toast({ text: campaign ? 'La campagne est changée.' : 'La campagne est prête à être proposée.' })
    onDone(answer.value)
    onClose()
  }
  return (
    <Dialog title={campaign ? 'Changer la campagne' : 'Nouvelle campagne'} open onClose={onClose} size="wide">
      <form className="stack" onSubmit={event => void save(event)}>
        <TextField label="Son titre" value={title} onChange={setTitle} autoFocus />
        <fieldset className="stack stack-tight">
          <legend className="coach-legend">Ses jours</legend>
          <p className="small soft">Sans heure, c’est toute la journée.</p>
          {days.map((day, at) => (
            <fieldset key={day.key} className="coach-day" aria-label={`Jour ${at + 1}`}>
              <TextField label="Jour" type="date" value={day.day} onChange={text => change(at, { day: text })} />
              <TextField label="Ce qu’on y fait" value={day.title} onChange={text => change(at, { title: text })} />
              <TextField
                label="De"
                type="time"
                optional
                value={day.from}
                onChange={text => change(at, { from: text })}
              />
              <TextField label="À" type="time" optional value={day.to} onChange={text => change(at, { to: text })} />
              <Button
                kind="quiet"
                icon="trash"
                aria-label={`Retirer le jour ${at + 1}`}
                isDisabled={days.length === 1}
                onPress={() => setDays(days.filter((_, one) => one !== at))}
              />
            </fieldset>
          ))}
          <div>
            <Button size="small" icon="plus" onPress={() => setDays([...days, dayAfter(days)])}>
              Ajouter un jour
            </Button>
          </div>
        </fieldset>
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
        <div className="c-dialog-acts">
          <Button onPress={onClose}>Annuler</Button>
          <Button
            kind="primary"
            type="submit"
            isPending={pending}
            isDisabled={title.trim() === '' || days.some(day => day.day === '' || day.title.trim() === '')}
          >
            Enregistrer
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const draftOf = ({ day, title, from = '', to = '' }: CampaignDay, key: number): DraftDay => ({
  key,
  day,
  title,
  from,
  to,
})
