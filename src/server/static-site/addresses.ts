import { formatsOf } from '../../portal/json-ld.ts'
import {
  embedPath,
  filePath,
  isPage,
  mapDataPath,
  setPath,
  textPath,
  townPath,
  versionFilePath,
  versionPath,
} from '../../portal/site.ts'
import { PORTAL_TEXTS } from '../../portal/texts.ts'
import { WRITINGS } from '../../publication/dcat/write.ts'
import { FILE_FORMATS, isMapped } from '../../publication/files/formats.ts'
import type { Catalog, PublishedSet } from '../../publication/published.ts'
import { MISSING } from '../public/portal.tsx'

/** A file of the site: the address that is asked, and the one at which it will be read. */
export interface SiteFile {
  readonly asked: string
  readonly at: string
  /** An old version without a place has no GeoJSON: that it is not there is no mistake. */
  readonly mayMiss?: true
}

const own = (path: string): SiteFile => ({ asked: path, at: path })

/** All that the site holds. `assets`: addresses of its style, scripts and fonts. */
export const siteFiles = (catalog: Catalog, assets: readonly string[]): SiteFile[] =>
  [
    ...['/', '/carte', MISSING, '/feed.atom', '/sitemap.xml', '/robots.txt', '/public/icone.svg', ...assets].map(own),
    ...['ttl', 'rdf', 'xml', 'jsonld', 'json', 'nt'].map(writing => own(`/catalog.${writing}`)),
    ...catalog.towns.flatMap(({ insee }) => ofTown(catalog, insee)),
    ...catalog.sets.flatMap(ofSet),
    ...catalog.tombstones.map(({ slug }) => own(setPath(slug))),
    ...[...catalog.redirects].flatMap(([from, to]) => ofMoved(from, catalog.bySlug(to))),
  ].filter(({ at }, index, all) => all.findIndex(one => one.at === at) === index)

const ofTown = ({ towns }: Catalog, insee: string): SiteFile[] => [
  own(townPath(towns, insee)),
  ...PORTAL_TEXTS.map(({ name }) => own(textPath(towns, insee, name))),
]

const DESCRIPTORS = [
  '/datapackage.json',
  '/schema.json',
  '.csv-metadata.json',
  ...Object.keys(WRITINGS).map(one => `.${one}`),
]

/** The files of a set, under its own name or one that it had. */
const latest = ({ slug, version }: PublishedSet, at = slug): SiteFile[] =>
  [...DESCRIPTORS.map(one => setPath(slug) + one), ...formatsOf({ version }).map(format => filePath(slug, format))].map(
    path => ({ asked: path, at: path.replace(setPath(slug), setPath(at)) }),
  )

function ofSet(set: PublishedSet): SiteFile[] {
  const { slug, version, versions } = set
  return [
    ...[setPath(slug), embedPath(slug)].map(own),
    ...(isMapped(version) ? [own(`/carte/${slug}`), own(mapDataPath(slug, version.hash))] : []),
    ...latest(set),
    ...versions.flatMap(({ hash }) => [
      own(versionPath(slug, hash)),
      own(versionFilePath(slug, hash, 'csv-metadata.json')),
      ...FILE_FORMATS.map((format): SiteFile => {
        const file = own(versionFilePath(slug, hash, format))
        return format === 'geojson' ? { ...file, mayMiss: true } : file
      }),
    ]),
  ]
}

/** A host of files sends nobody elsewhere: the old address holds a page that leads on, and the same files. */
const ofMoved = (from: string, set: PublishedSet | undefined): SiteFile[] => [
  own(setPath(from)),
  ...(set ? [own(embedPath(from)), ...latest(set, from)] : []),
]

/** Where the file is in the folder: a page is `index.html` of a folder of its own, which every host shows. */
export const fileAt = (address: string): string =>
  (isPage(address) ? `${address}/index.html` : address)
    .split('/')
    .filter(part => part !== '')
    .join('/')
