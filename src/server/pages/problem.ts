import { html, page } from './html.ts'

export const notFoundPage = (): string =>
  page(
    'Page introuvable – Carnet',
    html`<h1>Cette page n’existe pas</h1>
<p>L’adresse a peut-être changé, ou il y manque une lettre.</p>
<p><a href="/">Revenir à l’accueil</a></p>`,
  )

export const problemPage = (sentence: string): string =>
  page(
    'Un problème – Carnet',
    html`<h1>Cela n’a pas marché</h1>
<p>${sentence}</p>
<p><a href="/">Revenir à l’accueil</a></p>`,
  )
