import type { NewLink } from '../../../../../src/contract/people.ts'
import { Button, TextField, toast } from '../../design/index.ts'
import { OnlyHere } from '../../link/OnlyHere.tsx'
import { useSet } from '../set-context.ts'
import { momentInWords } from '../shared/words.ts'

/** The address is shown once: it is copied, or sent by the person's own mail. */
export function LinkReady({ link }: { readonly link: NewLink }) {
  const { state } = useSet()
  const subject = `${state.title} : quelques cases à compléter`
  const body = `Bonjour,\n\nPour « ${state.title} », il nous manque quelques informations que vous connaissez. Elles se remplissent ici, sans créer de compte :\n${link.address}\n\nMerci !`
  const copy = async () => {
    await navigator.clipboard.writeText(link.address)
    toast({ text: 'Le lien est copié.' })
  }
  return (
    <div className="stack">
      <p>
        Pour {link.label}. Ce lien n’est montré qu’une fois ; il marche jusqu’au {momentInWords(link.expiresAt)}.
      </p>
      <OnlyHere />
      <TextField label="Lien à envoyer" value={link.address} isReadOnly />
      <div className="row">
        <Button kind="primary" icon="copy" onPress={() => void copy()}>
          Copier le lien
        </Button>
        <a
          className="c-button c-button-secondary c-button-normal"
          href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`}
        >
          Écrire le courriel
        </a>
      </div>
    </div>
  )
}
