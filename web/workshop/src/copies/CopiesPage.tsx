import { useCallback, useEffect, useRef, useState } from 'react'
import type { Copies } from '../../../../src/contract/copies.ts'
import { type Answer, problem, useAgain, useApi, useSession } from '../api/index.ts'
import { Load } from '../app/Load.tsx'
import { Button, EmptyState, Notice, PageHeader, toast } from '../design/index.ts'
import { PublicTabs } from '../kit/PublicTabs.tsx'
import { AddPlaceDialog } from './AddPlaceDialog.tsx'
import './copies.css'
import { CopiesHistory } from './CopiesHistory.tsx'
import { PlaceSection } from './PlaceSection.tsx'

/** Where published sets are copied, and how each copy stands. */
export default function CopiesPage() {
  const copies = useApi<Copies>('/copies')
  const { may } = useSession()
  const [adding, setAdding] = useState(false)
  const moving = copies.value?.places.some(place => place.copies.some(({ state }) => ON_ITS_WAY.includes(state)))
  useAgain(copies.reload, moving ?? false)
  useGoToNew(copies.value?.places)
  /** What an act answered is shown at once, or why it was refused. */
  const shown = useCallback(
    (answer: Answer<Copies>): string | undefined => {
      if ('value' in answer) {
        copies.put(answer.value)
        return undefined
      }
      const sentence = problem(answer)
      toast({ kind: 'error', text: sentence })
      return sentence
    },
    [copies.put],
  )
  const add = (
    <Button kind="primary" icon="plus" onPress={() => setAdding(true)}>
      Ajouter un endroit
    </Button>
  )
  return (
    <div className="page stack stack-loose">
      <PageHeader
        title="Copies ailleurs"
        intro="Vos jeux publiés peuvent être copiés sur data.gouv.fr et sur d’autres portails. Chaque nouvelle version y est envoyée. L’original reste chez vous."
        acts={may('town') && (copies.value?.places.length ?? 0) > 0 && add}
      />
      <PublicTabs />
      <Load from={copies}>
        {value => (
          <>
            {value.unreachable && value.places.length > 0 && <OnlyHere address={value.unreachable} />}
            {value.places.length === 0 && (
              <EmptyState icon="upload" title="Aucune copie pour l’instant" acts={may('town') && add}>
                <p>
                  Votre portail suffit. Mais c’est sur data.gouv.fr que l’on cherche les données des communes : une
                  copie y fait trouver les vôtres.
                </p>
              </EmptyState>
            )}
            {value.places.map(place => (
              <PlaceSection key={place.id} place={place} published={value.published} shown={shown} />
            ))}
            {value.history.length > 0 && <CopiesHistory history={value.history} />}
            {adding && <AddPlaceDialog kinds={value.kinds} onClose={() => setAdding(false)} shown={shown} />}
          </>
        )}
      </Load>
    </div>
  )
}

/** To the place that was just added: the button that asked for it may have gone. */
function useGoToNew(places: Copies['places'] | undefined) {
  const before = useRef(places)
  useEffect(() => {
    const added = before.current && places?.find(({ id }) => !before.current!.some(one => one.id === id))
    before.current = places
    // After the window that added it gave the focus back.
    if (added) requestAnimationFrame(() => document.getElementById(`place-${added.id}`)?.focus())
  }, [places])
}

const ON_ITS_WAY: readonly string[] = ['waiting', 'sending']

const OnlyHere = ({ address }: { readonly address: string }) => (
  <Notice kind="attention" title="Votre portail n’est ouvert que sur cet ordinateur">
    <p>
      Chaque copie dit où est l’original : ce serait <strong>{address}</strong>, que personne d’autre ne peut ouvrir.
      Avant de copier sur un site public, faites installer Carnet sur un serveur.
    </p>
  </Notice>
)
