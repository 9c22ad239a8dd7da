import type { PublishedSet } from '../../publication/published.ts'
import type { Answer } from '../../publication/query/query.ts'
import { datasetLd } from '../json-ld.ts'
import { Page } from '../layout.tsx'
import type { MapData } from '../map/points.ts'
import { Prose } from '../pages/plain.tsx'
import { mapDataPath, setPath, townPath, useSite } from '../site.ts'
import type { TableAsked } from '../table/asked.ts'
import { day, plural } from '../words.ts'
import { About } from './about.tsx'
import { Columns } from './columns.tsx'
import { Downloads, type OfferedFile } from './files.tsx'
import { History } from './history.tsx'
import { MapFigure } from './map-figure.tsx'
import { Reuse } from './reuse.tsx'
import { SetTable } from './table.tsx'

export interface SetGiven {
  readonly set: PublishedSet
  readonly asked: TableAsked
  readonly answer: Answer
  readonly files: readonly OfferedFile[]
  readonly map?: MapData | undefined
}

/** All of a set on one page: what it is, its map, its rows, its files, its history, how to use it. */
export function SetPage({ set, asked, answer, files, map }: SetGiven) {
  const site = useSite()
  const { fiche, slug, theme, town, version } = set
  const path = setPath(slug)
  const oembed = `/oembed?url=${encodeURIComponent(site.base + path)}`
  return (
    <Page
      {...{ path, town }}
      title={fiche.title}
      description={fiche.description.slice(0, 300)}
      jsonLd={datasetLd(site, set)}
      head={
        !site.isStatic && (
          <link rel="alternate" type="application/json+oembed" href={site.base + oembed} title={fiche.title} />
        )
      }
    >
      <article>
        <header class="hero">
          <div class="wide">
            <nav aria-label="Vous êtes ici" class="trail">
              <a href={site.href(townPath(site.towns, town.insee))}>Les jeux de données</a>
              {theme && <span>{theme.title}</span>}
            </nav>
            <h1>{fiche.title}</h1>
            <div class="lead">
              <Prose text={fiche.description} />
            </div>
            <p class="facts">
              {plural(version.rows, 'ligne')} · {plural(version.columns.length, 'colonne')} · mis à jour le{' '}
              {day(set.modifiedAt)}
            </p>
            <Downloads files={files} />
          </div>
        </header>
        <div class="wide">
          <Contents hasMap={map !== undefined} />
          {map && (
            <section id="carte" aria-labelledby="carte-t">
              <h2 id="carte-t">Sur la carte</h2>
              <MapFigure data={map} source={mapDataPath(slug, version.hash)} title={fiche.title} rows={version.rows} />
            </section>
          )}
          <section id="lignes" aria-labelledby="lignes-t">
            <h2 id="lignes-t">Les lignes</h2>
            <SetTable slug={slug} title={fiche.title} columns={version.columns} answer={answer} asked={asked} />
          </section>
          <section id="fiche" aria-labelledby="fiche-t">
            <h2 id="fiche-t">La fiche descriptive</h2>
            <About fiche={fiche} />
          </section>
          <section id="colonnes" aria-labelledby="colonnes-t">
            <h2 id="colonnes-t">Ce que veulent dire les colonnes</h2>
            <Columns version={version} />
          </section>
          <section id="histoire" aria-labelledby="histoire-t">
            <h2 id="histoire-t">Les versions</h2>
            <History set={set} />
          </section>
          <section id="reutiliser" aria-labelledby="reutiliser-t">
            <h2 id="reutiliser-t">Réutiliser</h2>
            <Reuse set={set} />
          </section>
        </div>
      </article>
    </Page>
  )
}

const PARTS = [
  ['carte', 'Carte'],
  ['lignes', 'Lignes'],
  ['fiche', 'Fiche'],
  ['colonnes', 'Colonnes'],
  ['histoire', 'Versions'],
  ['reutiliser', 'Réutiliser'],
] as const

const Contents = ({ hasMap }: { hasMap: boolean }) => (
  <nav class="contents" aria-label="Sur cette page">
    <ul>
      {PARTS.filter(([id]) => hasMap || id !== 'carte').map(([id, title]) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
)
