import type { Licence } from '../../core/fiche/fiche.ts'
import type { PublishedSet } from '../published.ts'
import { tableSchema } from './table-schema.ts'

/** Names of opendefinition.org, which the standard asks for. */
export const LICENCE_LINKS: Readonly<
  Record<Licence, { readonly name: string; readonly path: string; readonly title: string }>
> = {
  lov2: {
    name: 'etalab-2.0',
    path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
    title: 'Licence Ouverte 2.0',
  },
  'odc-odbl': {
    name: 'ODbL-1.0',
    path: 'https://opendatacommons.org/licenses/odbl/1-0/',
    title: 'Open Database License (ODbL) 1.0',
  },
}

/**
 * The latest version of a set as a Data Package v2 (datapackage.org). Its data are at the version's own address: what the descriptor says of the bytes stays
 * true when a later version comes. `base`: address of the application; `bytes`: size of the CSV.
 */
export function dataPackage(base: string, set: PublishedSet, bytes: number): object {
  const { slug, fiche, version, town } = set
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: slug,
    id: `${base}/jeux/${slug}`,
    title: fiche.title,
    ...(fiche.description !== '' && { description: fiche.description }),
    homepage: `${base}/jeux/${slug}`,
    version: version.hash,
    created: version.createdAt,
    ...(fiche.keywords.length > 0 && { keywords: fiche.keywords }),
    contributors: [
      { title: fiche.producer, roles: ['publisher'], organization: `Commune de ${town.name}` },
      {
        title: fiche.contact.name,
        roles: ['contact'],
        ...(fiche.contact.mail !== undefined && { email: fiche.contact.mail }),
        ...(fiche.contact.url !== undefined && { path: fiche.contact.url }),
      },
    ],
    licenses: [LICENCE_LINKS[fiche.licence]],
    ...(fiche.temporal && { temporal: { start: fiche.temporal.from, end: fiche.temporal.to } }),
    spatial: { name: fiche.spatial.name, insee: fiche.spatial.insee, ...(version.box && { bbox: version.box }) },
    resources: [resource(base, set, bytes)],
  }
}

function resource(base: string, { slug, fiche, version }: PublishedSet, bytes: number): object {
  return {
    name: slug,
    type: 'table',
    title: fiche.title,
    path: `${base}/jeux/${slug}/v/${version.hash}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${version.csvSha256}`,
    dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\r\n', header: true },
    schema: tableSchema(version),
  }
}
