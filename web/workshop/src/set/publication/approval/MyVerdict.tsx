import { type FormEvent, useState } from 'react'
import type { GivenVerdict } from '../../../../../../src/contract/link.ts'
import { Button, RadioGroup, TextArea } from '../../../design/index.ts'
import { usePublication } from '../publication-context.ts'

type Verdict = GivenVerdict['verdict']

const CHOICES: readonly { readonly id: Verdict; readonly label: string; readonly detail: string }[] = [
  { id: 'yes', label: 'Oui', detail: 'Ces données peuvent être ouvertes à tous.' },
  { id: 'no', label: 'Non', detail: 'Quelque chose s’y oppose : dites quoi.' },
  { id: 'sensitive', label: 'Sensible, ne pas ouvrir', detail: 'Elles ne seront pas publiées : dites pourquoi.' },
  { id: 'remark', label: 'Une remarque', detail: 'Quelque chose est à revoir avant de répondre.' },
]

/** The word of whoever is here and may give it: the same as by a link. */
export function MyVerdict() {
  const { ask, busy } = usePublication()
  const [verdict, setVerdict] = useState<Verdict>()
  const [remark, setRemark] = useState('')
  const [problem, setProblem] = useState<{ readonly verdict?: string; readonly remark?: string }>({})
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!verdict) return setProblem({ verdict: 'Choisissez une réponse.' })
    const said = remark.trim()
    const refused = await ask('verdict', { verdict, ...(said !== '' && { remark: said }) }, 'Votre réponse est notée.')
    if (refused !== undefined) return setProblem({ remark: refused })
    setVerdict(undefined)
    setRemark('')
    setProblem({})
  }
  return (
    <details className="card approval-mine">
      <summary>Donner mon accord ici</summary>
      <form className="stack" onSubmit={event => void submit(event)} noValidate>
        <RadioGroup
          label="Ces données peuvent-elles être ouvertes ?"
          look="cards"
          choices={CHOICES}
          value={verdict ?? null}
          onChange={id => setVerdict(id as Verdict)}
          error={problem.verdict}
        />
        <TextArea
          label={verdict === undefined || verdict === 'yes' ? 'Un mot' : 'Pourquoi ?'}
          optional={verdict === undefined || verdict === 'yes'}
          rows={2}
          value={remark}
          onChange={setRemark}
          error={problem.remark}
        />
        <div>
          <Button type="submit" icon="check" isPending={busy}>
            Noter ma réponse
          </Button>
        </div>
      </form>
    </details>
  )
}
