import { ofTown } from '../../core/places/communes/of-town.ts'
import { element, escapeXml } from '../../writers/ods/xml.ts'
import type { Catalog, PublishedSet, PublishedTown, Tombstone } from '../published.ts'

/** The latest only: a reader asks again before so many changed. */
const MOST_ENTRIES = 100

interface Feed {
  /** Address of the application, without a slash at the end. */
  readonly base: string
  /** Of one town only; absent: all of them. */
  readonly town?: PublishedTown
}

/** What was opened, changed and withdrawn, latest first (RFC 4287; withdrawals are RFC 6721's). */
export function atomFeed(catalog: Catalog, { base, town }: Feed): string {
  const sets = catalog.sets.filter(({ insee }) => town === undefined || insee === town.insee)
  const gone = catalog.tombstones.filter(({ insee }) => town === undefined || insee === town.insee)
  const only = town ?? (catalog.towns.length === 1 ? catalog.towns[0] : undefined)
  const self = `${base}/feed.atom${town ? `?commune=${town.insee}` : ''}`
  const parts = [
    text('id', tag(base, town?.insee ?? 'donnees')),
    text('title', only ? `Données ouvertes ${ofTown(only.name)}` : 'Données ouvertes des communes'),
    text('updated', latest(sets, gone) ?? catalog.modifiedAt),
    link('self', self, 'application/atom+xml'),
    link('alternate', `${base}/`, 'text/html'),
    element('author', {}, text('name', only ? `Commune ${ofTown(only.name)}` : 'Communes')),
    element('generator', {}, 'Carnet'),
    ...sets.slice(0, MOST_ENTRIES).map(set => entry(base, set)),
    ...gone.slice(0, MOST_ENTRIES).map(one => deleted(base, one)),
  ]
  const spaces = {
    xmlns: 'http://www.w3.org/2005/Atom',
    'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
    'xml:lang': 'fr',
  }
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('feed', spaces, `\n${parts.join('\n')}\n`)}\n`
}

const latest = (sets: readonly PublishedSet[], gone: readonly Tombstone[]): string | undefined =>
  [...sets.map(one => one.modifiedAt), ...gone.map(one => one.withdrawnAt)].sort().at(-1)

function entry(base: string, set: PublishedSet): string {
  const { slug, fiche, theme, issuedAt, modifiedAt, version } = set
  const page = `${base}/jeux/${slug}`
  const parts = [
    text('id', idOf(base, set)),
    text('title', fiche.title),
    text('updated', modifiedAt),
    text('published', issuedAt),
    link('alternate', page, 'text/html'),
    link('enclosure', `${page}.csv`, 'text/csv'),
    element('author', {}, text('name', fiche.producer)),
    ...(theme ? [element('category', { term: theme.slug, label: theme.title })] : []),
    ...fiche.keywords.map(term => element('category', { term })),
    text('summary', `${fiche.description}${fiche.description === '' ? '' : ' '}(${rows(version.rows)}.)`),
  ]
  return element('entry', {}, parts.join(''))
}

const rows = (count: number): string => `${count.toLocaleString('fr-FR')} ${count > 1 ? 'lignes' : 'ligne'}`

const deleted = (base: string, set: Tombstone): string =>
  element(
    'at:deleted-entry',
    { ref: idOf(base, set), when: set.withdrawnAt },
    element('at:comment', {}, escapeXml(`${set.title} : ${set.why}`)),
  )

/** Of the set, whatever its address becomes (RFC 4151; the day is the first of the year in which Carnet was written). */
const idOf = (base: string, { insee, id }: { readonly insee: string; readonly id: string }): string =>
  tag(base, `${insee}/${id}`)
const tag = (base: string, what: string): string => `tag:${new URL(base).hostname},2026:${what}`

const text = (name: string, content: string): string => element(name, {}, escapeXml(content))
const link = (rel: string, href: string, type: string): string => element('link', { rel, href, type })
