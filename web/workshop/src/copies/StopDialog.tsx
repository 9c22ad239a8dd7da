import { useState } from 'react'
import type { Copies, CopyCard, PlaceCard } from '../../../../src/contract/copies.ts'
import { post } from '../api/index.ts'
import { Button, Dialog, Notice, RadioGroup } from '../design/index.ts'
import type { Shown } from './PlaceSection.tsx'

interface StopDialogProps {
  readonly copy: CopyCard
  readonly place: PlaceCard
  readonly shown: Shown
  readonly onClose: () => void
}

const CHOICES = [
  { id: 'leave', label: 'La laisser telle quelle', detail: 'Elle vieillira, sans que personne ne le sache.' },
  {
    id: 'mark',
    label: 'La laisser, en disant qu’elle n’est plus à jour',
    detail: 'Une phrase au début de sa description.',
  },
  { id: 'remove', label: 'La retirer de là-bas', detail: 'Les liens vers elle ne mèneront plus à rien.' },
]

/** No longer copied: what becomes of what is there is a person's choice. */
export function StopDialog({ copy, place, shown, onClose }: StopDialogProps) {
  const [there, setThere] = useState('mark')
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    const sentence = shown(await post<Copies>(`/copies/places/${place.id}/stop`, { set: copy.set, there }))
    setBusy(false)
    if (sentence === undefined) onClose()
    else setRefused(sentence)
  }
  return (
    <Dialog
      title={`Ne plus copier sur ${place.title}`}
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>Annuler</Button>
          <Button kind={there === 'remove' ? 'danger' : 'primary'} isPending={busy} onPress={() => void go()}>
            Ne plus copier
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>
          <strong>{copy.title}</strong> ne sera plus envoyé. Que devient la copie qui est là-bas ?
        </p>
        <RadioGroup label="La copie" choices={CHOICES} value={there} onChange={setThere} />
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
      </div>
    </Dialog>
  )
}
