import { useState } from 'react'
import type { ModelChoice } from '../../../../src/contract/sets.ts'
import { Badge, Button, TextField } from '../design/index.ts'
import { counted } from '../set/shared/words.ts'
import { matches } from './matches.ts'
import type { Wanted } from './NameDialog.tsx'

const KINDS: Record<ModelChoice['kind'], string> = {
  national: 'Modèle national',
  carnet: 'Modèle de Carnet',
  town: 'Modèle de la commune',
  foreign: 'Modèle venu d’ailleurs',
}

interface ModelListProps {
  readonly models: readonly ModelChoice[]
  readonly onChoose: (wanted: Wanted) => void
}

/** Every model, for those who know which one is asked of them. */
export function ModelList({ models, onChoose }: ModelListProps) {
  const [typed, setTyped] = useState('')
  const shown = models.filter(model => matches(typed, model.title, model.description, model.id))
  return (
    <div className="stack">
      <div className="create-search">
        <TextField label="Chercher un modèle" optional value={typed} onChange={setTyped} />
      </div>
      <p className="soft" role="status">
        {counted(shown.length, 'modèle')}
      </p>
      <ul className="model-rows">
        {shown.map(model => (
          <li key={model.id} className="model-row">
            <div className="stack stack-tight">
              <h2>{model.title}</h2>
              <p className="small soft">{model.description}</p>
              <div className="row">
                <Badge>{KINDS[model.kind]}</Badge>
                <span className="small soft">{counted(model.fields, 'colonne')}</span>
              </div>
            </div>
            <Button onPress={() => onChoose({ title: model.title, model: model.id })}>
              Choisir<span className="sr-only"> {model.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
