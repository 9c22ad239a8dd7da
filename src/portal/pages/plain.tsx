import type { PublishedTown, Tombstone } from '../../publication/published.ts'
import { Page } from '../layout.tsx'
import { filePath, setPath, textPath, townPath, useSite } from '../site.ts'
import { PORTAL_TEXTS, type PortalText, type ProposedText } from '../texts.ts'
import { calendarDay, day, webAddress } from '../words.ts'

/** A set that was opened and is not any more: why, and since when (answered with 410). */
export function GonePage({ tombstone: { title, town, slug, why, withdrawnAt } }: { tombstone: Tombstone }) {
  const site = useSite()
  return (
    <Page {...{ title, town, hidden: true }} path={setPath(slug)} description={`Retiré : ${why}`}>
      <div class="wide narrow">
        <p class="badge badge-attention">Retiré le {day(withdrawnAt)}</p>
        <h1>{title}</h1>
        <p class="lead">Ce jeu de données n’est plus publié. La commune en donne la raison :</p>
        <blockquote>{why}</blockquote>
        <p>
          <a class="go" href={site.href(townPath(site.towns, town.insee))}>
            Voir les autres jeux de données
          </a>
        </p>
      </div>
    </Page>
  )
}

/** A page of files: the address of before leads to that of today. */
export function MovedPage({ from, to }: { from: string; to: string }) {
  const site = useSite()
  const address = site.href(setPath(to))
  return (
    <Page
      title="Nouvelle adresse"
      path={setPath(from)}
      description="Ce jeu de données a une nouvelle adresse."
      hidden
      head={<meta http-equiv="refresh" content={`0; url=${address}`} />}
    >
      <div class="wide narrow">
        <h1>Ce jeu de données a une nouvelle adresse</h1>
        <p>
          <a class="go" href={address}>
            Y aller
          </a>{' '}
          <a href={site.href(filePath(to, 'csv'))}>Télécharger le CSV</a>
        </p>
      </div>
    </Page>
  )
}

export function MissingPage({ sentence }: { sentence: string }) {
  const site = useSite()
  return (
    <Page title="Page introuvable" path="/" description={sentence} hidden>
      <div class="wide narrow">
        <h1>Cette page n’existe pas</h1>
        <p class="lead">{sentence}</p>
        <p>
          <a class="go" href={site.href('/')}>
            Voir les jeux de données
          </a>
        </p>
      </div>
    </Page>
  )
}

export interface TextGiven {
  readonly town: PublishedTown
  readonly name: PortalText
  /** What the town wrote, and when (ISO); absent: what is true of every portal. */
  readonly written?: { readonly body: string; readonly at: string } | undefined
  readonly proposed: ProposedText
}

/** A page that the law asks for: the town's words, or what can be said without them and what is missing. */
export function TextPage({ town, name, written, proposed }: TextGiven) {
  const { towns } = useSite()
  const { title } = PORTAL_TEXTS.find(one => one.name === name)!
  return (
    <Page {...{ title, town }} path={textPath(towns, town.insee, name)} description={`${title} de ce portail.`}>
      <div class="wide narrow prose">
        <h1>{title}</h1>
        <Prose text={written?.body ?? proposed.body} />
        {written ? (
          <p class="soft">Écrit par la commune le {calendarDay(written.at.slice(0, 10))}.</p>
        ) : (
          <aside class="notice" aria-label="À compléter">
            <p>La commune n’a pas encore complété cette page. Il y manque :</p>
            <ul>
              {proposed.missing.map(one => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </aside>
        )}
      </div>
    </Page>
  )
}

/** Plain text as people write it: an empty line makes a paragraph, `#` a title, `-` a list; addresses are links. */
export function Prose({ text }: { text: string }) {
  const blocks = text.split(/\n\s*\n/).filter(block => block.trim() !== '')
  return <>{blocks.map(block => blockOf(block.trim()))}</>
}

function blockOf(block: string) {
  const lines = block.split('\n')
  const [, level, title] = /^(#{1,3}) (.+)$/.exec(lines[0]!) ?? []
  if (level !== undefined && title !== undefined && lines.length === 1)
    return level.length === 1 ? <h2>{title}</h2> : <h3>{title}</h3>
  if (lines.every(line => /^[-*] /.test(line)))
    return (
      <ul>
        {lines.map(line => (
          <li key={line}>
            <Words text={line.slice(2)} />
          </li>
        ))}
      </ul>
    )
  return (
    <p>
      {lines.map((line, at) => (
        <>
          {at > 0 && <br />}
          <Words text={line} />
        </>
      ))}
    </p>
  )
}

/** Addresses of the web become links; what else a text holds stays text. */
export function Words({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)»])/i)
  return (
    <>
      {parts.map((part, at) => {
        const address = at % 2 === 1 ? webAddress(part) : undefined
        return address ? (
          <a key={part} href={address} rel="noopener">
            {part}
          </a>
        ) : (
          part
        )
      })}
    </>
  )
}
