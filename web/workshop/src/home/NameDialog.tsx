import { type FormEvent, useState } from 'react'
import { Button, Dialog, Select, TextField } from '../design/index.ts'

/** The set to be made, before it has its name. */
export interface Wanted {
  readonly title: string
  readonly model: string
  readonly theme?: number
  /** When a theme has several models, one is chosen. */
  readonly models?: readonly { readonly id: string; readonly label: string; readonly detail?: string }[]
}
interface NameDialogProps {
  readonly wanted: Wanted
  readonly refused: string | undefined
  /** What the button says. */
  readonly act?: string
  readonly onClose: () => void
  readonly onCreate: (wanted: Wanted) => Promise<void>
}

/** The last question before a set exists: how it is called here. */
export function NameDialog({ wanted, refused, act = 'Créer le jeu', onClose, onCreate }: NameDialogProps) {
  const [title, setTitle] = useState(wanted.title)
  const [model, setModel] = useState(wanted.model)
  const [pending, setPending] = useState(false)
  const go = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    await onCreate({ ...wanted, title: title.trim(), model })
    setPending(false)
  }
  const models = wanted.models ?? []
  return (
    <Dialog title="Nommer le jeu de données" open onClose={onClose}>
      <form className="stack" onSubmit={event => void go(event)}>
        <TextField
          label="Son titre"
          description="Comme un habitant le dirait. Vous pourrez le changer."
          value={title}
          onChange={setTitle}
          error={refused}
          autoFocus
        />
        {models.length > 1 && (
          <Select
            label="Le modèle"
            help={{
              meaning: 'La liste des colonnes attendues, avec le sens de chacune. Vous pourrez en changer ensuite.',
            }}
            choices={models}
            value={model}
            onChange={setModel}
          />
        )}
        <div className="c-dialog-acts">
          <Button onPress={onClose}>Annuler</Button>
          <Button kind="primary" type="submit" isPending={pending} isDisabled={title.trim() === ''}>
            {act}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
