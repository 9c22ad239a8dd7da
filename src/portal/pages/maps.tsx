import { isMapped } from '../../publication/files/formats.ts'
import type { Catalog, PublishedSet } from '../../publication/published.ts'
import { Page, SetLink } from '../layout.tsx'
import type { MapData } from '../map/points.ts'
import { MapFigure } from '../set/map-figure.tsx'
import { mapDataPath, useSite } from '../site.ts'
import { plural } from '../words.ts'

/** All that can be put on a map, a set at a time. */
export function MapsPage({ catalog }: { catalog: Pick<Catalog, 'sets'> }) {
  const site = useSite()
  const sets = catalog.sets.filter(({ version }) => isMapped(version))
  return (
    <Page title="La carte" path="/carte" description="Les jeux de données qui disent où sont les choses.">
      <div class="hero">
        <div class="wide">
          <h1>La carte</h1>
          <p class="lead">
            {sets.length === 0
              ? 'Aucun jeu de données publié ne dit encore où sont les choses.'
              : `${plural(sets.length, 'jeu de données dit', 'jeux de données disent')} où sont les choses. Choisissez.`}
          </p>
        </div>
      </div>
      <section class="wide" aria-label="Cartes">
        <ul class="cards">
          {sets.map(({ slug, fiche, version, town }) => (
            <li class="card" key={slug}>
              <p class="card-theme">{town.name}</p>
              <h2 class="card-title">
                <a href={site.href(`/carte/${slug}`)}>{fiche.title}</a>
              </h2>
              <p class="card-facts">{plural(version.rows, 'ligne')}</p>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  )
}

export interface MapPageGiven {
  readonly set: PublishedSet
  readonly map: MapData
}

/** The map of one set, as large as the window. */
export function MapPage({ set, map }: MapPageGiven) {
  const { slug, fiche, version, town } = set
  return (
    <Page
      title={`Carte : ${fiche.title}`}
      path={`/carte/${slug}`}
      town={town}
      description={fiche.description.slice(0, 300)}
    >
      <div class="wide map-page">
        <h1>{fiche.title}</h1>
        <MapFigure data={map} source={mapDataPath(slug, version.hash)} title={fiche.title} rows={version.rows} />
        <p>
          <SetLink slug={slug} title="Les lignes, les fichiers et la fiche" />
        </p>
      </div>
    </Page>
  )
}

export interface EmbedGiven extends Omit<MapPageGiven, 'map'> {
  readonly map?: MapData | undefined
  readonly rows: readonly (readonly string[])[]
}

/** In a page of another site: the map, or the first rows; and where it comes from. */
export function EmbedPage({ set, map, rows }: EmbedGiven) {
  const site = useSite()
  const { slug, fiche, version, town } = set
  const css = site.asset('portal.css')
  const js = site.asset('portal.js')
  const columns = version.columns.slice(0, 6)
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{fiche.title}</title>
        <link rel="canonical" href={`${site.base}/jeux/${slug}`} />
        {css && <link rel="stylesheet" href={site.href(css)} />}
        {js && <script type="module" src={site.href(js)} />}
      </head>
      <body class="embed">
        <main>
          <h1 class="embed-title">
            <a href={`${site.base}/jeux/${slug}`} target="_blank" rel="noopener">
              {fiche.title}
            </a>
          </h1>
          {map ? (
            <MapFigure
              data={map}
              source={mapDataPath(slug, version.hash)}
              title={fiche.title}
              rows={version.rows}
              isAlone
            />
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
            <section class="table-scroll" aria-label={`Tableau : ${fiche.title}`} tabIndex={0}>
              <table>
                <caption class="hidden">{fiche.title}</caption>
                <thead>
                  <tr>
                    {columns.map(({ name, title }) => (
                      <th scope="col" key={name}>
                        {title || name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row, at) => (
                    <tr key={at}>
                      {columns.map(({ name }, index) => (
                        <td key={name}>{row[index]}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
          <p class="soft">
            {fiche.producer}, {town.name}. Données ouvertes.
          </p>
        </main>
      </body>
    </html>
  )
}
