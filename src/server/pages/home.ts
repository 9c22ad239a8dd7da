import { ofTown } from '../../core/places/communes/of-town.ts'
import { html, page } from './html.ts'

interface TownName {
  readonly name: string
  readonly example: number
}

/** What anybody sees: what the town publishes, or the way to the first start. */
export function homePage(towns: readonly TownName[]): string {
  const [town, ...others] = towns
  if (!town) return firstStartPage()
  if (others.length > 0) return severalTownsPage(towns)
  return page(
    `Les données ouvertes ${ofTown(town.name)}`,
    html`<h1>Les données ouvertes ${ofTown(town.name)}</h1>
${town.example === 1 && EXAMPLE}
<p>Rien n’est encore publié.</p>
<p><a class="go" href="/atelier/">Ouvrir l’atelier</a></p>
<p class="note">L’atelier est réservé aux personnes de la mairie et à celles qu’elle invite.</p>`,
  )
}

const EXAMPLE = html`<p class="example">Données d’exemple : tout est inventé.</p>`

const firstStartPage = (): string =>
  page(
    'Bienvenue dans Carnet',
    html`<h1>Bienvenue</h1>
<p>Carnet aide votre commune à passer de fichiers Excel dispersés à des données ouvertes, propres et tenues à jour.</p>
<p>Pour commencer, dites-lui quelle est votre commune. Il faut une minute.</p>
<p><a class="go" href="/atelier/">Commencer</a></p>`,
  )

const severalTownsPage = (towns: readonly TownName[]): string =>
  page(
    'Données ouvertes – Carnet',
    html`<h1>Les données ouvertes des communes</h1>
<ul>${towns.map(({ name, example }) => html`<li>${name} : rien n’est encore publié.${example === 1 && ' (données d’exemple)'}</li>`)}</ul>
<p><a class="go" href="/atelier/">Ouvrir l’atelier</a></p>`,
  )
