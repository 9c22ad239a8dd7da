import { useRef, useState } from 'react'
import type { NewLink } from '../../../../src/contract/people.ts'
import { announce, Button, Dialog, Notice } from '../design/index.ts'

/** The address, shown this once: only its print is kept. */
export function MadeLink({ link, onClose }: { readonly link: NewLink; readonly onClose: () => void }) {
  const address = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    address.current?.select()
    // On plain http in a town's network the clipboard is closed to pages: the selected text is copied by hand.
    if (!navigator.clipboard) return announce('L’adresse est sélectionnée : copiez-la avec Ctrl + C.')
    await navigator.clipboard.writeText(link.address)
    setCopied(true)
    announce('Adresse copiée')
  }
  return (
    <Dialog
      title={`Le lien de ${link.label} est prêt`}
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>Fermer</Button>
          <Button kind="primary" icon={copied ? 'check' : 'copy'} onPress={() => void copy()}>
            {copied ? 'Copiée' : 'Copier l’adresse'}
          </Button>
        </>
      }
    >
      <p>Envoyez cette adresse à la personne, par mail ou par message.</p>
      <input ref={address} className="c-input made-link" readOnly value={link.address} aria-label="Adresse du lien" />
      <Notice kind="attention" title="Elle ne sera plus montrée">
        <p>Par sécurité, Carnet n’en garde qu’une empreinte. Si vous la perdez, créez un autre lien.</p>
      </Notice>
    </Dialog>
  )
}
