import { useState } from 'react'
import type { PublicationState } from '../../../../../../src/contract/publication.ts'
import { announce, Button, Icon, Notice } from '../../../design/index.ts'
import { momentInWords } from '../../shared/words.ts'
import { publicAddress } from './public-address.ts'

/** The address in full, to be copied and to be opened; and whether the public reads what is in the workshop. */
export function PublicAddress({ published }: { readonly published: NonNullable<PublicationState['published']> }) {
  const address = publicAddress(published.slug)
  return (
    <>
      <div className="card public-address">
        <p className="small soft">Ouvert à tous depuis le {momentInWords(published.issuedAt)}</p>
        <p className="public-address-line">
          <a href={address} target="_blank" rel="noreferrer">
            {address}
          </a>
        </p>
        <div className="row">
          <CopyButton text={address} />
          <a className="c-button c-button-secondary c-button-normal" href={address} target="_blank" rel="noreferrer">
            <Icon name="external" /> Voir la page publique <span className="sr-only">(nouvelle fenêtre)</span>
          </a>
        </div>
      </div>
      {published.behind ? (
        <Notice kind="attention" title="Le public lit encore la version d’avant">
          <p>
            Elle date du {momentInWords(published.modifiedAt)}. Le tableau, la fiche ou une réponse a changé depuis :
            ouvrez la nouvelle version quand elle est prête.
          </p>
        </Notice>
      ) : (
        <Notice kind="ok" title="À jour">
          <p>Le public lit ce qui est dans votre atelier.</p>
        </Notice>
      )}
    </>
  )
}

function CopyButton({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      announce('Adresse copiée.')
    } catch {
      announce('La copie n’est pas permise ici : sélectionnez l’adresse, puis Ctrl + C.')
    }
  }
  return (
    <Button icon={copied ? 'check' : 'copy'} onPress={() => void copy()}>
      {copied ? 'Adresse copiée' : 'Copier l’adresse'}
    </Button>
  )
}
