import { type FormEvent, useState } from 'react'
import type { Kit } from '../../../../src/contract/kit.ts'
import { problem, put } from '../api/index.ts'
import { Button, Notice, TextField, toast } from '../design/index.ts'

interface DetailsFormProps {
  readonly kit: Kit
  readonly onSaved: (kit: Kit) => void
}

/** What Carnet cannot know: said once, it is in every text that nobody has written yet. */
export function DetailsForm({ kit, onSaved }: DetailsFormProps) {
  const [details, setDetails] = useState(kit.details)
  const [refused, setRefused] = useState<string>()
  const change = (field: keyof typeof details) => (text: string) => setDetails({ ...details, [field]: text })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await put<Kit>('/kit/details', { details, seen: kit.detailsVersion })
    if (!('value' in answer)) return setRefused(problem(answer))
    toast({ text: 'C’est noté : les textes en tiennent compte.' })
    onSaved(answer.value)
  }
  return (
    <section className="card" aria-labelledby="precisions">
      <form className="stack" onSubmit={event => void save(event)}>
        <div>
          <h2 id="precisions">Ce que Carnet ne sait pas</h2>
          <p className="soft">Dites-le une fois : chaque texte que personne n’a encore réécrit en tiendra compte.</p>
        </div>
        <div className="kit-details">
          <TextField
            label="Jour du lancement"
            description="S’il est déjà choisi"
            type="date"
            optional
            value={details.launch}
            onChange={change('launch')}
          />
          <TextField
            label="Application de la commune"
            description="Son nom, s’il y en a une"
            optional
            value={details.app}
            onChange={change('app')}
          />
          <TextField
            label="Qui répond ?"
            description="Un service et son numéro, qui signe les courriels"
            optional
            value={details.contact}
            onChange={change('contact')}
          />
        </div>
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
        <div>
          <Button type="submit">Enregistrer</Button>
        </div>
      </form>
    </section>
  )
}
