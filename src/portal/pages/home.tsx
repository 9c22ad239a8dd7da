import { ofTown } from '../../core/places/communes/of-town.ts'
import type { Catalog, PublishedSet, PublishedTown } from '../../publication/published.ts'
import { catalogLd } from '../json-ld.ts'
import { Page, SetLink } from '../layout.tsx'
import { search } from '../search/search.ts'
import { townPath, useSite } from '../site.ts'
import { day, number, plural } from '../words.ts'

export interface HomeGiven {
  readonly catalog: Catalog
  /** With several towns, the page of one. */
  readonly town?: PublishedTown | undefined
  readonly words: string
  /** Slug of a theme. */
  readonly theme: string
}

/** The catalogue: what a town publishes, searched and by theme. */
export function HomePage({ catalog, town: asked, words, theme }: HomeGiven) {
  const site = useSite()
  const town = asked ?? (site.towns.length === 1 ? site.towns[0] : undefined)
  const sets = catalog.sets.filter(set => !town || set.insee === town.insee)
  const path = town ? townPath(site.towns, town.insee) : '/'
  const title = town ? `Données ouvertes ${ofTown(town.name)}` : 'Données ouvertes'
  const themed = sets.filter(set => theme === '' || set.theme?.slug === theme)
  const found = search(themed, words, partsOf)
  const isAsked = words !== '' || theme !== ''
  return (
    <Page
      {...{ title, path, town }}
      description={`${plural(sets.length, 'jeu de données', 'jeux de données')} à lire, à télécharger et à réutiliser librement.`}
      jsonLd={catalogLd(site, { sets }, title, path)}
    >
      <section class="hero">
        <div class="wide">
          <h1>{town ? `Les données ouvertes ${ofTown(town.name)}` : 'Les données ouvertes des communes'}</h1>
          <p class="lead">
            {sets.length === 0
              ? 'Rien n’est encore publié. Revenez bientôt.'
              : 'À lire ici, à ouvrir dans Excel, à montrer sur une carte. Elles sont à tout le monde.'}
          </p>
          {sets.length > 0 && <SearchForm words={words} theme={theme} path={path} />}
          {sets.length > 0 && <Figures sets={sets} />}
        </div>
      </section>
      <div class="wide">
        {!town && site.towns.length > 1 && <Towns catalog={catalog} />}
        {sets.length > 0 && <Themes {...{ sets, theme, words, path }} />}
        {sets.length > 0 && (
          <section aria-labelledby="jeux">
            <h2 id="jeux" data-count>
              {isAsked
                ? plural(found.length, 'jeu de données trouvé', 'jeux de données trouvés')
                : 'Tous les jeux de données'}
            </h2>
            {found.length === 0 && (
              <p>
                Rien ne correspond. Essayez un mot plus court, ou <a href={site.href(path)}>revoyez toute la liste</a>.
              </p>
            )}
            <ul class="cards" data-island="catalog">
              {found.map(set => (
                <SetCard key={set.slug} set={set} withTown={!town} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Page>
  )
}

/** Where words are looked for, and what they weigh there. */
export const partsOf = ({ fiche, theme, town, version }: PublishedSet) => [
  { text: fiche.title, weight: 5 },
  { text: [...fiche.keywords, theme?.title ?? ''].join(' '), weight: 3 },
  { text: `${fiche.description} ${fiche.granularity} ${town.name}`, weight: 1 },
  { text: version.columns.map(({ name, title }) => `${title} ${name}`).join(' '), weight: 0.5 },
]

function SearchForm({ words, theme, path }: { words: string; theme: string; path: string }) {
  const site = useSite()
  // A folder of files answers no question: the script shows the form, and searches in the list itself.
  return (
    <search hidden={site.isStatic}>
      <form class="search" action={site.href(path)} method="get" data-search>
        <label for="q">Que cherchez-vous ?</label>
        <div class="search-line">
          <input id="q" type="search" name="q" value={words} placeholder="vélos, école, parkings…" autocomplete="off" />
          {theme !== '' && <input type="hidden" name="theme" value={theme} />}
          <button type="submit">Chercher</button>
        </div>
      </form>
    </search>
  )
}

function Figures({ sets }: { sets: readonly PublishedSet[] }) {
  const rows = sets.reduce((sum, { version }) => sum + version.rows, 0)
  const latest = sets
    .map(({ modifiedAt }) => modifiedAt)
    .sort()
    .at(-1)!
  return (
    <ul class="figures">
      <li>
        <strong>{number(sets.length)}</strong> {sets.length > 1 ? 'jeux de données' : 'jeu de données'}
      </li>
      <li>
        <strong>{number(rows)}</strong> {rows > 1 ? 'lignes' : 'ligne'}
      </li>
      <li>
        mis à jour le <strong>{day(latest)}</strong>
      </li>
    </ul>
  )
}

function Towns({ catalog }: { catalog: Catalog }) {
  const site = useSite()
  return (
    <section aria-labelledby="communes">
      <h2 id="communes">Les communes</h2>
      <ul class="towns">
        {catalog.towns.map(({ insee, name }) => (
          <li key={insee}>
            <a href={site.href(townPath(site.towns, insee))}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ThemesGiven {
  readonly sets: readonly PublishedSet[]
  readonly theme: string
  readonly words: string
  readonly path: string
}

function Themes({ sets, theme, words, path }: ThemesGiven) {
  const site = useSite()
  const themes = [...new Map(sets.flatMap(set => (set.theme ? [[set.theme.slug, set.theme.title]] : []))).entries()]
  if (themes.length < 2 || site.isStatic) return null
  const address = (slug: string) => {
    const params = new URLSearchParams({ ...(words && { q: words }), ...(slug && { theme: slug }) }).toString()
    return site.href(params ? `${path}?${params}` : path)
  }
  return (
    <nav class="themes" aria-label="Thèmes">
      <ul>
        {[['', 'Tous les thèmes'] as const, ...themes.sort(([, a], [, b]) => a.localeCompare(b, 'fr'))].map(
          ([slug, title]) => (
            <li key={slug}>
              <a href={address(slug)} aria-current={slug === theme ? 'true' : undefined}>
                {title}
              </a>
            </li>
          ),
        )}
      </ul>
    </nav>
  )
}

function SetCard({ set, withTown }: { set: PublishedSet; withTown: boolean }) {
  const { fiche, version, theme, town, slug } = set
  return (
    <li class="card" data-words={[fiche.title, ...fiche.keywords, theme?.title ?? '', fiche.description].join(' ')}>
      <p class="card-theme">{[theme?.title, withTown && town.name].filter(Boolean).join(' – ')}</p>
      <h3>
        <SetLink slug={slug} title={fiche.title} />
      </h3>
      <p class="card-about">{fiche.description}</p>
      <p class="card-facts">
        {plural(version.rows, 'ligne')}
        {version.box && ' · sur une carte'} · {day(set.modifiedAt)}
      </p>
    </li>
  )
}
