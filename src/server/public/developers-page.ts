import { examplesOf } from '../../publication/openapi/examples.ts'
import type { Catalog } from '../../publication/published.ts'
import { type Html, html, page } from '../pages/html.ts'

/** For who writes a program: which address for which need, each with an example that answers. */
export function developersPage(base: string, catalog: Catalog): string {
  const { slug, mapped, hash } = examplesOf(base, catalog)
  return page(
    'Pour les développeurs – Données ouvertes',
    html`<h1>Lire les données avec un programme</h1>
<p>Sans inscription ni clé, depuis n’importe quel site. Les adresses ne changent pas.</p>
<h2>Un fichier entier</h2>
<ul>
${address(base, `/jeux/${slug}.csv`, 'la dernière version ; aussi en .json, .xlsx, .ods, .parquet')}
${address(base, `/jeux/${mapped.slug}.geojson`, 'sur une carte, quand les lignes disent où elles sont')}
${address(base, `/jeux/${slug}/v/${hash}.csv`, 'une version, toujours les mêmes octets')}
${address(base, `/jeux/${slug}/schema.json`, 'ce que veulent dire les colonnes (Table Schema)')}
${address(base, `/jeux/${slug}/datapackage.json`, 'la fiche pour les programmes (Data Package)')}
</ul>
<p>Chaque fichier a une étiquette (ETag) : avec If-None-Match, la réponse est 304 tant que rien n’a changé. Un morceau se demande avec Range.</p>
<h2>Des lignes choisies</h2>
<ul>
${address(base, `/ogc/collections/${mapped.slug}/items?limit=5`, 'pour les logiciels de cartes (OGC API Features) : bbox, datetime, colonnes')}
${address(base, `/api/3/action/datastore_search?resource_id=${slug}&limit=5`, 'comme sur un portail CKAN')}
</ul>
<h2>Tout le catalogue</h2>
<ul>
${address(base, '/catalog.ttl', 'DCAT-AP 3 ; aussi en .rdf et .jsonld')}
${address(base, '/api/3/action/package_list', 'la liste, comme sur un portail CKAN')}
${address(base, '/feed.atom', 'ce qui vient de changer')}
${address(base, '/api/openapi.json', 'toutes les adresses (OpenAPI 3.1)')}
</ul>
<h2>Combien de demandes ?</h2>
<p>Jusqu’à 600 à la minute depuis une même adresse. Au-delà, la réponse est 429 et dit combien de secondes attendre.</p>
<p><a href="/">Revenir aux données</a></p>`,
  )
}

const address = (base: string, path: string, what: string): Html =>
  html`<li><a href="${path}">${base}${path}</a> : ${what}</li>
`
