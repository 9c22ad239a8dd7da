import { type FormEvent, useState } from 'react'
import type { Copies, PlaceCard } from '../../../../src/contract/copies.ts'
import { patch } from '../api/index.ts'
import { Button, Dialog, Notice } from '../design/index.ts'
import type { Shown } from './PlaceSection.tsx'
import { SecretField } from './SecretField.tsx'

interface KeyDialogProps {
  readonly place: PlaceCard
  readonly shown: Shown
  readonly onClose: () => void
}

/** Another key: what waited for it goes on. The one that is there is never shown. */
export function KeyDialog({ place, shown, onClose }: KeyDialogProps) {
  const [secret, setSecret] = useState('')
  const [refused, setRefused] = useState<string>()
  const go = async (event: FormEvent) => {
    event.preventDefault()
    const sentence = shown(await patch<Copies>(`/copies/places/${place.id}`, { secret: secret.trim() }))
    if (sentence === undefined) onClose()
    else setRefused(sentence)
  }
  return (
    <Dialog title={`Nouvelle clé pour ${place.title}`} open onClose={onClose}>
      <form className="stack" onSubmit={event => void go(event)}>
        <SecretField kind={place.settings.kind} value={secret} onChange={setSecret} />
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
        <div className="c-dialog-acts">
          <Button onPress={onClose}>Annuler</Button>
          <Button type="submit" kind="primary" isDisabled={secret.trim() === ''}>
            Enregistrer
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
