import { useEffect, useState } from 'react'
import type { CopyPlan, PlaceCard } from '../../../../src/contract/copies.ts'
import { post, problem } from '../api/index.ts'
import { Button, Dialog, Notice, Skeleton } from '../design/index.ts'
import { isSame, PlanView } from './PlanView.tsx'

/** What asks for somebody comes first. */
const calm = (plan: CopyPlan): number =>
  plan.problem !== undefined || plan.changes.length > 0 ? 0 : isSame(plan) ? 2 : 1

/** What is there now, set by set, against what the town publishes: what was changed there, and what the next sending would do. */
export function CompareDialog({ place, onClose }: { readonly place: PlaceCard; readonly onClose: () => void }) {
  const [plans, setPlans] = useState<readonly CopyPlan[]>()
  const [refused, setRefused] = useState<string>()
  useEffect(() => {
    let left = false
    const sets = place.copies.filter(({ state }) => state !== 'withdrawn').map(({ set }) => set)
    void post<CopyPlan[]>(`/copies/places/${place.id}/plan`, { sets }).then(answer => {
      if (left) return
      if ('value' in answer) setPlans([...answer.value].sort((a, b) => calm(a) - calm(b)))
      else setRefused(problem(answer))
    })
    return () => {
      left = true
    }
  }, [place])
  return (
    <Dialog
      title={`Comparer avec ${place.title}`}
      open
      onClose={onClose}
      size="wide"
      acts={<Button onPress={onClose}>Fermer</Button>}
    >
      {plans ? (
        <PlanView plans={plans} sentence="Carnet a regardé là-bas, sans rien changer. Voici ce que ferait un envoi." />
      ) : refused === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <Notice kind="error" live>
          <p>{refused}</p>
        </Notice>
      )}
    </Dialog>
  )
}
