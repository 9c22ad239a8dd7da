import type { ComponentChildren } from 'preact'
import { ofTown } from '../core/places/communes/of-town.ts'
import type { PublishedTown } from '../publication/published.ts'
import { setPath, textPath, townPath, useSite } from './site.ts'
import { PORTAL_TEXTS } from './texts.ts'

export interface PageGiven {
  /** Of the tab and of the cards: what the page is, without the portal's name. */
  readonly title: string
  readonly description: string
  /** Its address for ever. */
  readonly path: string
  /** Whose it is; absent: of the whole portal. */
  readonly town?: PublishedTown | undefined
  /** schema.org, for search engines. */
  readonly jsonLd?: unknown
  /** Not to be found by search engines: a set withdrawn, a page that is not there. */
  readonly hidden?: boolean
  /** More lines of the head. */
  readonly head?: ComponentChildren
  readonly children: ComponentChildren
}

/** A whole page: French, one title, one main landmark. `children` holds its one h1. */
export function Page(given: PageGiven) {
  const site = useSite()
  const { town } = given
  const one = town ?? (site.towns.length === 1 ? site.towns[0] : undefined)
  const portal = one ? `Données ouvertes ${ofTown(one.name)}` : 'Données ouvertes'
  return (
    <html lang="fr" data-static={site.isStatic ? true : undefined}>
      <Head {...given} portal={portal} />
      <body>
        <a class="skip" href="#contenu">
          Aller au contenu
        </a>
        <header class="cover">
          {one?.example && <p class="ribbon">Données d’exemple : tout est inventé.</p>}
          <div class="wide">
            <a class="cover-name" href={site.href(one ? townPath(site.towns, one.insee) : '/')}>
              <img src={site.href('/public/icone.svg')} alt="" width="36" height="36" />
              <span>{portal}</span>
            </a>
            <nav aria-label="Portail">
              <ul>
                <li>
                  <a href={site.href('/')}>Les jeux de données</a>
                </li>
                <li>
                  <a href={site.href('/carte')}>La carte</a>
                </li>
                {!site.isStatic && (
                  <li>
                    <a href="/api">Développeurs</a>
                  </li>
                )}
              </ul>
            </nav>
          </div>
        </header>
        <main id="contenu" tabIndex={-1}>
          {given.children}
        </main>
        <Foot town={one} />
      </body>
    </html>
  )
}

function Head({ title, description, path, jsonLd, hidden, head, portal }: PageGiven & { portal: string }) {
  const site = useSite()
  const whole = title === portal ? title : `${title} – ${portal}`
  const [css, js] = [site.asset('portal.css'), site.asset('portal.js')]
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{whole}</title>
      <meta name="description" content={description} />
      <link rel="canonical" href={site.base + path} />
      {hidden && <meta name="robots" content="noindex" />}
      <link rel="icon" href={site.href('/public/icone.svg')} type="image/svg+xml" />
      {css && <link rel="stylesheet" href={site.href(css)} />}
      <link rel="alternate" type="application/atom+xml" title="Ce qui change" href={site.href('/feed.atom')} />
      <meta property="og:type" content="website" />
      <meta property="og:locale" content="fr_FR" />
      <meta property="og:site_name" content={portal} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={site.base + path} />
      <meta name="twitter:card" content="summary" />
      {head}
      {jsonLd !== undefined && (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inScript(jsonLd) }} />
      )}
      {js && <script type="module" src={site.href(js)} />}
    </head>
  )
}

/** No text of the data closes the script, nor opens a comment in it. */
export const inScript = (value: unknown): string => JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escapedUnit)
const escapedUnit = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

function Foot({ town }: { town: PublishedTown | undefined }) {
  const site = useSite()
  return (
    <footer class="foot">
      <div class="wide">
        <ul>
          {town &&
            PORTAL_TEXTS.map(({ name, title }) => (
              <li key={name}>
                <a href={site.href(textPath(site.towns, town.insee, name))}>{title}</a>
              </li>
            ))}
          <li>
            <a href={site.href('/feed.atom')}>Suivre ce qui change (Atom)</a>
          </li>
          {!site.isStatic && (
            <li>
              <a href="/atelier/" rel="nofollow">
                Ouvrir l’atelier
              </a>
            </li>
          )}
        </ul>
        <p>Portail fait avec Carnet, logiciel libre.</p>
      </div>
    </footer>
  )
}

/** The link to a set, as it is written everywhere. */
export function SetLink({ slug, title }: { slug: string; title: string }) {
  return <a href={useSite().href(setPath(slug))}>{title}</a>
}
