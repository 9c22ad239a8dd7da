import { type FormEvent, useState } from 'react'
import { useSession } from '../../../api/index.ts'
import { Button, Checkbox, Notice, TextArea } from '../../../design/index.ts'
import { useSet } from '../../set-context.ts'
import { usePublication } from '../publication-context.ts'
import { publicAddress } from './public-address.ts'

/** The one button. What only had to be confirmed is confirmed here, with a reason that is kept. */
export function OpenForm() {
  const { state: set } = useSet()
  const { state, ask, busy } = usePublication()
  const { may } = useSession()
  const [seen, setSeen] = useState(false)
  const [despite, setDespite] = useState('')
  const [problem, setProblem] = useState<string>()
  const { blockers, published, formulaCount, withdrawn } = state
  const blocked = blockers.some(({ level }) => level === 'must')
  const explain = blockers.some(({ kind, level }) => level === 'confirm' && kind !== 'formulas')
  if (!may('publish'))
    return (
      <Notice title="L’ouverture revient à la personne référente">
        <p>Tout ce que vous préparez ici l’attend.</p>
      </Notice>
    )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (formulaCount > 0 && !seen) return setProblem('Cochez d’abord que vous avez regardé ces cases.')
    const why = despite.trim()
    const body = { ...(formulaCount > 0 && { formulasSeen: seen }), ...(explain && why !== '' && { despite: why }) }
    const said = published ? 'La nouvelle version est ouverte.' : 'C’est ouvert : tout le monde peut lire ces données.'
    const refused = await ask('publish', body, said)
    if (refused !== undefined) return setProblem(refused)
    document.getElementById('opening-title')?.focus()
  }
  return (
    <form className="card stack open-form" onSubmit={event => void submit(event)} noValidate>
      {formulaCount > 0 && (
        <Checkbox isSelected={seen} onChange={setSeen}>
          J’ai regardé ces cases : ce sont bien des textes
        </Checkbox>
      )}
      {explain && !blocked && (
        <TextArea
          label="Pourquoi ouvrir quand même ?"
          description="Le public le lira dans la fiche. Par exemple : les horaires manquants seront ajoutés en mai."
          rows={2}
          value={despite}
          onChange={setDespite}
        />
      )}
      {problem !== undefined && (
        <Notice kind="error" live>
          <p>{problem}</p>
        </Notice>
      )}
      <div className="open-act">
        <Button type="submit" kind="primary" size="large" icon="flag" isDisabled={blocked} isPending={busy}>
          {published ? 'Ouvrir la nouvelle version' : withdrawn ? 'Ouvrir de nouveau' : 'Ouvrir à tous'}
        </Button>
        <p className="small soft">
          {published
            ? 'L’adresse ne change pas. La version d’aujourd’hui reste lisible sous la sienne.'
            : `À l’adresse ${publicAddress(withdrawn?.slug ?? set.slug)}`}
        </p>
      </div>
    </form>
  )
}
