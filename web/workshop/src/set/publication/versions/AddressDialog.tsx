import { type FormEvent, useState } from 'react'
import { Button, Dialog, TextField } from '../../../design/index.ts'
import { publicAddress } from '../open/public-address.ts'
import { usePublication } from '../publication-context.ts'

interface AddressDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly slug: string
}

/** « Été à Épône » becomes `ete-a-epone`: only what an address may hold. */
const asSlug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Another address; the one of today leads to it for ever. */
export function AddressDialog({ open, onClose, slug }: AddressDialogProps) {
  const { ask, busy } = usePublication()
  const [text, setText] = useState(slug)
  const [problem, setProblem] = useState<string>()
  const wanted = asSlug(text)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (wanted.length < 2) return setProblem('J’attendais au moins deux lettres ou chiffres, comme « commerces ».')
    const refused = await ask('address', { slug: wanted }, 'L’adresse a changé ; l’ancienne y mène.')
    if (refused !== undefined) return setProblem(refused)
    onClose()
  }
  return (
    <Dialog title="Changer l’adresse publique" open={open} onClose={onClose}>
      <form className="stack" onSubmit={event => void submit(event)} noValidate>
        <p>L’adresse d’aujourd’hui mènera toujours à la nouvelle : aucun lien ne sera cassé.</p>
        <TextField
          label="Nouvelle fin de l’adresse"
          description={<span role="status">Adresse : {publicAddress(wanted)}</span>}
          value={text}
          onChange={setText}
          error={problem}
          autoFocus
        />
        <div className="c-dialog-acts">
          <Button onPress={onClose}>Annuler</Button>
          <Button type="submit" kind="primary" isPending={busy} isDisabled={wanted === slug}>
            Changer l’adresse
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
