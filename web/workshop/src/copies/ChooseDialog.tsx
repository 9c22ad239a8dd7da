import { useState } from 'react'
import type { Copies, CopyPlan, PlaceCard } from '../../../../src/contract/copies.ts'
import { post, problem } from '../api/index.ts'
import { Button, Checkbox, Dialog, Notice } from '../design/index.ts'
import type { Shown } from './PlaceSection.tsx'
import { PlanView } from './PlanView.tsx'

interface ChooseDialogProps {
  readonly place: PlaceCard
  readonly choices: Copies['published']
  readonly shown: Shown
  readonly onClose: () => void
}

/** Which sets go there; then exactly what will be done, before anything is. */
export function ChooseDialog({ place, choices, shown, onClose }: ChooseDialogProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(choices.map(({ set }) => set)))
  const [plans, setPlans] = useState<readonly CopyPlan[]>()
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const sets = [...chosen]
  const look = async () => {
    setBusy(true)
    const answer = await post<CopyPlan[]>(`/copies/places/${place.id}/plan`, { sets })
    setBusy(false)
    if ('value' in answer) setPlans(answer.value)
    else setRefused(problem(answer))
  }
  const send = async () => {
    setBusy(true)
    const sentence = shown(await post<Copies>(`/copies/places/${place.id}/send`, { sets }))
    setBusy(false)
    if (sentence === undefined) onClose()
    else setRefused(sentence)
  }
  const stuck = plans?.every(plan => plan.problem !== undefined) ?? false
  return (
    <Dialog
      title={`Copier sur ${place.title}`}
      open
      onClose={onClose}
      size="wide"
      acts={
        <>
          <Button onPress={plans ? () => setPlans(undefined) : onClose}>
            {plans ? 'Revenir au choix' : 'Annuler'}
          </Button>
          {plans ? (
            <Button kind="primary" isPending={busy} isDisabled={stuck} onPress={() => void send()}>
              Envoyer
            </Button>
          ) : (
            <Button kind="primary" isPending={busy} isDisabled={sets.length === 0} onPress={() => void look()}>
              Voir ce qui sera fait
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        {plans ? (
          <PlanView plans={plans} sentence="Rien n’est encore envoyé. Voici exactement ce qui sera fait." />
        ) : (
          <fieldset className="stack stack-tight">
            <legend>Quels jeux copier ? Chaque nouvelle version y sera envoyée.</legend>
            {choices.map(({ set, title }) => (
              <Checkbox key={set} isSelected={chosen.has(set)} onChange={on => setChosen(toggled(chosen, set, on))}>
                {title}
              </Checkbox>
            ))}
          </fieldset>
        )}
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
      </div>
    </Dialog>
  )
}

function toggled(chosen: ReadonlySet<string>, set: string, on: boolean): ReadonlySet<string> {
  const next = new Set(chosen)
  if (on) next.add(set)
  else next.delete(set)
  return next
}
