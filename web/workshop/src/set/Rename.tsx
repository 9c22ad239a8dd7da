import { type FormEvent, useState } from 'react'
import type { SetState } from '../../../../src/contract/sets.ts'
import { patch, problem, useSession } from '../api/index.ts'
import { announce, Button, Dialog, TextField } from '../design/index.ts'
import { useSet } from './set-context.ts'

/** The set's title, with the pencil that changes it. */
export function Rename() {
  const { state, reload } = useSet()
  const { may } = useSession()
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useState(state.title)
  const [error, setError] = useState<string>()
  const show = () => {
    setTitle(state.title)
    setError(undefined)
    setOpen(true)
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await patch<SetState>(`/sets/${state.slug}`, { title })
    if (!('value' in answer)) return setError(problem(answer))
    await reload()
    setOpen(false)
    announce(`Le jeu s’appelle maintenant « ${title} ».`)
  }
  return (
    <span className="set-title">
      {state.title}
      {may('prepare') && <Button kind="quiet" size="small" icon="edit" aria-label="Changer le titre" onPress={show} />}
      <Dialog title="Changer le titre" open={open} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={event => void save(event)}>
          <TextField
            label="Titre du jeu de données"
            description="Comme un habitant le dirait : « Commerces d’Épône »."
            value={title}
            onChange={setTitle}
            error={error}
            autoFocus
          />
          <div className="c-dialog-acts">
            <Button onPress={() => setOpen(false)}>Annuler</Button>
            <Button kind="primary" type="submit" isDisabled={title.trim() === ''}>
              Enregistrer
            </Button>
          </div>
        </form>
      </Dialog>
    </span>
  )
}
