import { type FormEvent, useState } from 'react'
import type { TownCard } from '../../../../src/contract/people.ts'
import { patch, problem, useSession } from '../api/index.ts'
import { Button, TextField, toast } from '../design/index.ts'

/** The number that many models ask for. */
export function Siret() {
  const { town, reload } = useSession()
  const [siret, setSiret] = useState(town.siret ?? '')
  const [refused, setRefused] = useState<string>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await patch<TownCard>('/town', { siret: siret.replace(/\s/g, '') })
    setRefused('value' in answer ? undefined : problem(answer))
    if ('value' in answer) toast({ text: 'Le SIRET de la commune est enregistré.' })
    await reload()
  }
  return (
    <section className="card settings" aria-labelledby="siret">
      <form className="stack" onSubmit={event => void save(event)}>
        <h2 id="siret">SIRET de la commune</h2>
        <TextField
          label="SIRET"
          help={{
            meaning:
              'Le numéro d’établissement de la mairie : 14 chiffres. Beaucoup de modèles le demandent, Carnet le remplit alors tout seul.',
            example: '217 802 170 00019',
          }}
          description="14 chiffres, avec ou sans espaces"
          inputMode="numeric"
          optional
          value={siret}
          onChange={setSiret}
          error={refused}
        />
        <div>
          <Button type="submit">Enregistrer</Button>
        </div>
      </form>
    </section>
  )
}
