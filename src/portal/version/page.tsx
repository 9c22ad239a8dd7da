import type { Differences } from '../../contract/publication.ts'
import type { Fiche } from '../../core/fiche/fiche.ts'
import type { PublishedSet, PublishedVersion } from '../../publication/published.ts'
import { Page } from '../layout.tsx'
import { About } from '../set/about.tsx'
import { Columns } from '../set/columns.tsx'
import { Downloads, type OfferedFile } from '../set/files.tsx'
import { setPath, useSite, versionPath } from '../site.ts'
import { moment, plural, shortHash } from '../words.ts'

export interface VersionGiven {
  readonly set: PublishedSet
  readonly version: PublishedVersion
  readonly fiche: Fiche
  readonly files: readonly OfferedFile[]
  /** Since the version before; absent: this is the first. */
  readonly differences?: Differences | undefined
}

/** A version, frozen for ever: its files, its fiche of then, and what changed since the one before. */
export function VersionPage({ set, version, fiche, files, differences }: VersionGiven) {
  const site = useSite()
  const isLatest = version.hash === set.version.hash
  return (
    <Page
      title={`${fiche.title}, version du ${moment(version.createdAt)}`}
      description={`Une version gardée pour toujours : ${plural(version.rows, 'ligne')}.`}
      path={versionPath(set.slug, version.hash)}
      town={set.town}
      hidden
    >
      <div class="hero">
        <div class="wide">
          <nav aria-label="Vous êtes ici" class="trail">
            <a href={site.href(setPath(set.slug))}>{set.fiche.title}</a>
          </nav>
          <h1>
            Version du {moment(version.createdAt)} <span class="badge">{isLatest ? 'la dernière' : 'ancienne'}</span>
          </h1>
          <p class="facts">
            {plural(version.rows, 'ligne')} · empreinte <code title={version.hash}>{shortHash(version.hash)}</code>
          </p>
          {!isLatest && (
            <p>
              Les données ont changé depuis : <a href={site.href(setPath(set.slug))}>voir la dernière version</a>.
            </p>
          )}
          <Downloads files={files} />
        </div>
      </div>
      <div class="wide">
        <section aria-labelledby="change">
          <h2 id="change">Ce qui a changé</h2>
          {differences ? <Changes {...differences} /> : <p>C’est la première version publiée.</p>}
        </section>
        <section aria-labelledby="fiche-t">
          <h2 id="fiche-t">La fiche descriptive de cette version</h2>
          <About fiche={fiche} />
        </section>
        <section aria-labelledby="colonnes-t">
          <h2 id="colonnes-t">Ses colonnes</h2>
          <Columns version={version} />
        </section>
      </div>
    </Page>
  )
}

const MOST_SHOWN = 100

function Changes({ counts, columns, added, gone, changed }: Differences) {
  return (
    <>
      <p>
        {plural(counts.added, 'ligne ajoutée', 'lignes ajoutées')},{' '}
        {plural(counts.gone, 'ligne retirée', 'lignes retirées')},{' '}
        {plural(counts.changed, 'ligne changée', 'lignes changées')}, {plural(counts.same, 'ligne')} sans changement.
      </p>
      {columns.added.length > 0 && <p>Colonnes ajoutées : {columns.added.join(', ')}.</p>}
      {columns.gone.length > 0 && <p>Colonnes retirées : {columns.gone.join(', ')}.</p>}
      <ul class="changes">
        {changed.slice(0, MOST_SHOWN).map(({ name, cells }) => (
          <li key={name}>
            <strong>{name}</strong>
            {cells.map(({ column, was, now }) => (
              <div key={column}>
                {column} : <del>{was || 'vide'}</del> <ins>{now || 'vide'}</ins>
              </div>
            ))}
          </li>
        ))}
        {added.slice(0, MOST_SHOWN).map(({ name }) => (
          <li key={name}>
            <ins>{name}</ins> ajoutée
          </li>
        ))}
        {gone.slice(0, MOST_SHOWN).map(({ name }) => (
          <li key={name}>
            <del>{name}</del> retirée
          </li>
        ))}
      </ul>
    </>
  )
}
