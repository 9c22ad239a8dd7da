import { html, page } from './html.ts'

/** Nobody has said yet which town this is: the way to the first start. */
export const firstStartPage = (): string =>
  page(
    'Bienvenue dans Carnet',
    html`<h1>Bienvenue</h1>
<p>Carnet aide votre commune à passer de fichiers Excel dispersés à des données ouvertes, propres et tenues à jour.</p>
<p>Pour commencer, dites-lui quelle est votre commune. Il faut une minute.</p>
<p><a class="go" href="/atelier/">Commencer</a></p>`,
  )
