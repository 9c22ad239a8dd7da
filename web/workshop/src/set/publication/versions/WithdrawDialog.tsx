import { type FormEvent, useState } from 'react'
import { Button, Dialog, TextArea } from '../../../design/index.ts'
import { usePublication } from '../publication-context.ts'

/** The set leaves the public; its address stays, and says why. */
export function WithdrawDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { ask, busy } = usePublication()
  const [why, setWhy] = useState('')
  const [problem, setProblem] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (why.trim().length < 3) return setProblem('Dites pourquoi : le public le lira.')
    const refused = await ask('withdraw', { why: why.trim() }, 'Ce jeu n’est plus ouvert.')
    if (refused !== undefined) return setProblem(refused)
    onClose()
    // The button that opened this window has gone with the set.
    requestAnimationFrame(() => document.getElementById('versions-title')?.focus())
  }
  return (
    <Dialog title="Retirer ce jeu du public ?" open={open} onClose={onClose}>
      <form className="stack" onSubmit={event => void submit(event)} noValidate>
        <p>
          Son adresse restera et dira votre raison : qui s’en servait comprendra. Vos données restent entières dans
          l’atelier, et vous pourrez ouvrir de nouveau.
        </p>
        <TextArea
          label="Pourquoi le retirer ?"
          description="Par exemple : les adresses étaient fausses ; une version corrigée viendra en mai."
          rows={3}
          value={why}
          onChange={setWhy}
          error={problem}
          autoFocus
        />
        <div className="c-dialog-acts">
          <Button onPress={onClose}>Annuler</Button>
          <Button type="submit" kind="danger" isPending={busy}>
            Retirer du public
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
