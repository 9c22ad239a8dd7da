import { useState } from 'react'
import type { Portal } from '../../../../src/contract/portal.ts'
import { Icon, TextField } from '../design/index.ts'

/** The whole site as files: the town's web agency puts it where it wants. */
export function SiteFiles({ portal }: { readonly portal: Portal }) {
  const [address, setAddress] = useState('')
  const typed = address.trim()
  const wrong = typed !== '' && !isWeb(typed)
  const query = typed === '' ? '' : `?adresse=${encodeURIComponent(typed)}`
  return (
    <section className="card stack" aria-labelledby="ailleurs">
      <h2 id="ailleurs">Le mettre chez votre hébergeur</h2>
      <p>
        Tout le site public dans un dossier compressé : les pages, les fichiers dans tous les formats, chaque version.
        N’importe quel hébergeur peut le montrer, sans Carnet derrière. Les adresses restent les mêmes.
      </p>
      <TextField
        label="L’adresse où il sera lu"
        description="Pour que les moteurs de recherche et les cartes de partage y mènent."
        optional
        type="url"
        placeholder="https://donnees.ma-ville.fr"
        value={address}
        onChange={setAddress}
        error={wrong ? 'J’attendais une adresse entière, comme https://donnees.ma-ville.fr' : undefined}
      />
      {portal.sets === 0 ? (
        <p className="soft">Publiez d’abord un jeu : le site serait vide.</p>
      ) : (
        !wrong && (
          <p>
            <a className="c-button c-button-secondary c-button-normal" href={`/api/atelier/site.zip${query}`} download>
              <Icon name="download" /> Télécharger le site
            </a>
          </p>
        )
      )}
      <p className="small soft">
        C’est une photo du jour : après une publication, téléchargez-le de nouveau. Il ne contient que ce qui est
        public.
      </p>
    </section>
  )
}

const isWeb = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
