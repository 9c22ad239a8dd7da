import { useState } from 'react'
import type { CampaignCard, CoachBoard } from '../../../../src/contract/coach.ts'
import { post, problem } from '../api/index.ts'
import { Button, Checkbox, Dialog, Notice } from '../design/index.ts'
import type { OnBoard } from './CoachPage.tsx'

interface ProposeDialogProps {
  readonly campaign: CampaignCard
  readonly board: CoachBoard
  readonly onClose: () => void
  readonly onDone: OnBoard
  readonly onProposed: () => void
}

/** To which towns: each referent answers for hers. */
export function ProposeDialog({ campaign, board, onClose, onDone, onProposed }: ProposeDialogProps) {
  const there = new Set(
    campaign.towns.filter(({ state }) => state === 'asked' || state === 'joined').map(({ insee }) => insee),
  )
  const open = board.towns.filter(({ insee }) => !there.has(insee))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(open.map(({ insee }) => insee)))
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const turn = (insee: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(insee)
    else next.delete(insee)
    setChosen(next)
  }
  const propose = async () => {
    setPending(true)
    const answer = await post<CoachBoard>(`/campaigns/${campaign.id}/towns`, { towns: [...chosen] })
    setPending(false)
    if (!('value' in answer)) return setRefused(problem(answer))
    onDone(answer.value)
    onProposed()
  }
  return (
    <Dialog
      title={`Proposer « ${campaign.title} »`}
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>Annuler</Button>
          <Button kind="primary" isPending={pending} isDisabled={chosen.size === 0} onPress={() => void propose()}>
            Proposer, puis leur écrire
          </Button>
        </>
      }
    >
      <div className="stack">
        {open.length === 0 ? (
          <p>Toutes vos communes ont déjà cette proposition.</p>
        ) : (
          <p>La personne référente de chaque commune répondra oui ou non. Rien ne part encore.</p>
        )}
        {open.map(({ insee, name }) => (
          <Checkbox key={insee} isSelected={chosen.has(insee)} onChange={on => turn(insee, on)}>
            {name}
          </Checkbox>
        ))}
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
      </div>
    </Dialog>
  )
}
