import type { KitPiece } from '../../../../src/contract/kit.ts'
import { plainOf } from '../../../../src/contract/kit-blocks.ts'
import { Button, Icon, toast } from '../design/index.ts'
import { KIT, type TextPlace } from './place.ts'

/** The text as it is saved, taken where it serves. */
export function Away({ piece, place = KIT }: { readonly piece: KitPiece; readonly place?: TextPlace }) {
  const path = `/api/atelier${place.api}/${piece.name}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(plainOf(piece.body))
      toast({ text: 'Le texte enregistré est copié : collez-le où vous voulez.' })
    } catch {
      toast({ kind: 'error', text: 'Ce navigateur ne laisse pas copier : prenez le texte simple.' })
    }
  }
  return (
    <section className="kit-away no-print stack stack-tight" aria-labelledby="emporter">
      <h2 id="emporter">Emporter le texte enregistré</h2>
      <div className="row">
        <Button icon="copy" onPress={() => void copy()}>
          Copier
        </Button>
        {piece.group === 'poster' && <Download href="/api/atelier/kit/affiche.svg">Image de l’affiche (SVG)</Download>}
        <Download href={`${path}/docx`}>Document Word</Download>
        <Download href={`${path}/txt`}>Texte simple</Download>
      </div>
    </section>
  )
}

const Download = ({ href, children }: { readonly href: string; readonly children: string }) => (
  <a className="c-button c-button-secondary c-button-normal" href={href} download>
    <Icon name="download" /> {children}
  </a>
)
