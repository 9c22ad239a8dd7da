import { LICENCE_LINKS } from '../frictionless/data-package.ts'
import type { Catalog, PublishedSet } from '../published.ts'
import { CRS84, GEOJSON_TYPE, JSON_TYPE, type Link, OPENAPI_TYPE } from './links.ts'

const SPEC = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf'
export const CONFORMANCE = { conformsTo: ['core', 'oas30', 'html', 'geojson'].map(name => `${SPEC}/${name}`) }

/** The first document of the API. `root`: its address, without a slash at the end. */
export function landing(root: string, { towns }: Catalog) {
  const names = towns.map(({ name }) => name).join(', ')
  const link = (path: string, rel: string, title: string, type = JSON_TYPE): Link => ({
    ...{ href: `${root}${path}`, rel, type, title },
    hreflang: 'fr',
  })
  return {
    title: towns.length === 1 ? `Données ouvertes : ${names}` : 'Données ouvertes',
    description: 'Les jeux de données ouverts, ligne par ligne, selon la norme OGC API – Features.',
    links: [
      link('/api', 'service-desc', 'Description de l’API (OpenAPI 3.0)', OPENAPI_TYPE),
      link('/api?f=html', 'service-doc', 'Ce que l’API sait faire', 'text/html'),
      link('/conformance', 'conformance', 'Les règles de la norme qui sont suivies'),
      link('/collections', 'data', 'Les jeux de données'),
    ],
  }
}

export const collections = (root: string, { sets }: Catalog) => ({
  links: [] as Link[],
  collections: sets.map(set => collection(root, set)),
})

/** A set as a collection of features: one a row, whether or not rows have a place. */
export function collection(root: string, { slug, fiche, version }: PublishedSet) {
  const here = `${root}/collections/${slug}`
  const base = root.replace(/\/ogc$/, '')
  const licence = LICENCE_LINKS[fiche.licence]
  return {
    id: slug,
    title: fiche.title,
    description: fiche.description,
    keywords: fiche.keywords,
    itemType: 'feature',
    crs: [CRS84],
    ...(version.box || fiche.temporal
      ? {
          extent: {
            ...(version.box && { spatial: { bbox: [version.box], crs: CRS84 } }),
            ...(fiche.temporal && {
              temporal: { interval: [[`${fiche.temporal.from}T00:00:00Z`, `${fiche.temporal.to}T23:59:59Z`]] },
            }),
          },
        }
      : {}),
    links: [
      { href: here, rel: 'collection', type: JSON_TYPE, title: fiche.title },
      { href: `${here}/items`, rel: 'items', type: GEOJSON_TYPE, title: 'Les lignes', hreflang: 'fr' },
      { href: `${here}/items?f=html`, rel: 'items', type: 'text/html', title: 'Les lignes, à lire', hreflang: 'fr' },
      {
        href: `${base}/jeux/${slug}/schema.json`,
        rel: 'describedby',
        type: JSON_TYPE,
        title: 'Ce que veulent dire les colonnes',
      },
      {
        href: `${base}/jeux/${slug}.csv`,
        rel: 'enclosure',
        type: 'text/csv',
        title: 'Toutes les lignes en un fichier',
      },
      { href: licence.path, rel: 'license', title: licence.title },
    ] as Link[],
  }
}
