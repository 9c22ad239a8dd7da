import { type FormEvent, useState } from 'react'
import type { ModelChoice, SetState } from '../../../../src/contract/sets.ts'
import { patch, problem, useApi } from '../api/index.ts'
import { Button, ComboBox, Dialog, Notice, toast } from '../design/index.ts'
import { useSet } from './set-context.ts'
import { counted } from './shared/words.ts'

/** Another model for the same files: the proposals are made again, what persons decided is kept. */
export function ModelDialog({ onClose }: { readonly onClose: () => void }) {
  const { state, reload } = useSet()
  const models = useApi<readonly ModelChoice[]>('/models')
  const [model, setModel] = useState<string | null>(null)
  const [refused, setRefused] = useState<string>()
  const go = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await patch<SetState>(`/sets/${state.slug}`, { model })
    if (!('value' in answer)) return setRefused(problem(answer))
    toast({ text: `Le jeu suit maintenant le modèle « ${answer.value.model.title} ».` })
    await reload()
    onClose()
  }
  return (
    <Dialog title="Changer de modèle" open onClose={onClose}>
      <form className="stack" onSubmit={event => void go(event)}>
        <p>
          Aujourd’hui : <strong>{state.model.title}</strong>. Vos fichiers restent ; Carnet refait ses propositions pour
          le nouveau modèle et garde ce que vous avez décidé.
        </p>
        <ComboBox
          label="Nouveau modèle"
          placeholder="Écrivez quelques lettres"
          choices={(models.value ?? []).map(({ id, title, fields }) => ({
            id,
            label: title,
            detail: counted(fields, 'colonne'),
          }))}
          value={model}
          onChange={setModel}
        />
        {refused && (
          <Notice kind="error" live>
            <p>{refused}</p>
          </Notice>
        )}
        <div className="c-dialog-acts">
          <Button onPress={onClose}>Annuler</Button>
          <Button kind="primary" type="submit" isDisabled={model === null || model === state.model.id}>
            Changer de modèle
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
