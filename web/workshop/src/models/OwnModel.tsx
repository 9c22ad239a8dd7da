import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Model } from '../../../../src/core/models/model.ts'
import { patch, problem, remove } from '../api/index.ts'
import { AlertDialog, announce, Button, Dialog, TextField, toast } from '../design/index.ts'

interface OwnModelProps {
  readonly model: Model
  readonly onRenamed: () => Promise<void>
}

/** What a town may do to a model that it made: call it otherwise, put it away. */
export function OwnModel({ model, onRenamed }: OwnModelProps) {
  const navigate = useNavigate()
  const [asking, setAsking] = useState<'title' | 'trash'>()
  const close = () => setAsking(undefined)
  const trash = async () => {
    const answer = await remove(`/models/${encodeURIComponent(model.id)}`)
    if (!('value' in answer)) return toast({ kind: 'error', text: problem(answer) })
    toast({ text: `« ${model.title} » est dans la corbeille.` })
    await navigate('/modeles')
  }
  return (
    <>
      <Button icon="edit" onPress={() => setAsking('title')}>
        Renommer
      </Button>
      <Button icon="trash" onPress={() => setAsking('trash')}>
        Mettre à la corbeille
      </Button>
      <Dialog title="Renommer le modèle" open={asking === 'title'} onClose={close}>
        <Title model={model} onClose={close} onRenamed={onRenamed} />
      </Dialog>
      <AlertDialog
        title={`Mettre « ${model.title} » à la corbeille ?`}
        open={asking === 'trash'}
        onClose={close}
        confirm="Mettre à la corbeille"
        onConfirm={trash}
      >
        <p>Il ne sera plus proposé pour de nouveaux jeux. La corbeille le garde, et vous pourrez l’en sortir.</p>
      </AlertDialog>
    </>
  )
}

function Title({ model, onClose, onRenamed }: OwnModelProps & { readonly onClose: () => void }) {
  const [title, setTitle] = useState(model.title)
  const [error, setError] = useState<string>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await patch<Model>(`/models/${encodeURIComponent(model.id)}`, { title })
    if (!('value' in answer)) return setError(problem(answer))
    await onRenamed()
    onClose()
    announce(`Le modèle s’appelle maintenant « ${answer.value.title} ».`)
  }
  return (
    <form className="stack" onSubmit={event => void save(event)}>
      <TextField label="Nom du modèle" value={title} onChange={setTitle} error={error} autoFocus />
      <div className="c-dialog-acts">
        <Button onPress={onClose}>Annuler</Button>
        <Button kind="primary" type="submit" isDisabled={title.trim() === ''}>
          Enregistrer
        </Button>
      </div>
    </form>
  )
}
