import type { PublishedSet } from '../published.ts'
import { contact, producer, publisher } from './agents.ts'
import { FRENCH, frequency, licence, PUBLIC_ACCESS } from './codes.ts'
import { spatial, temporal } from './coverage.ts'
import { distributions } from './distributions.ts'
import type { FileFacts } from './file-facts.ts'
import { type Described, french, link, plain, type Said, thing, typed } from './graph.ts'
import { highValue } from './high-value.ts'
import { identifierOf, setIri } from './names.ts'
import { euThemes } from './themes.ts'

/** A set as DCAT-AP 3.0.1 describes a `dcat:Dataset`. Not `isAsked`: a folder of files, where no protocol answers. */
export function dataset(base: string, set: PublishedSet, files: FileFacts, isAsked = true): Described {
  const { fiche, town, version, slug } = set
  const page = `${base}/jeux/${slug}`
  return thing(setIri(base, slug), 'dcat:Dataset', [
    ['dct:identifier', plain(identifierOf(set))],
    ['dct:title', french(fiche.title)],
    ['dct:description', french(descriptionOf(set))],
    ['dct:publisher', publisher(base, town)],
    ['dct:creator', producer(fiche, town)],
    ['dcat:contactPoint', contact(fiche)],
    ['dct:issued', typed(set.issuedAt, 'xsd:dateTime')],
    ['dct:modified', typed(set.modifiedAt, 'xsd:dateTime')],
    ['dct:language', FRENCH],
    ['dct:license', licence(fiche.licence)],
    ['dct:accessRights', PUBLIC_ACCESS],
    ['dct:accrualPeriodicity', frequency(fiche.frequency)],
    ['dct:spatial', spatial(fiche, version)],
    ['dct:temporal', temporal(fiche)],
    ['dct:provenance', provenance(set)],
    ['dcat:theme', euThemes(set.theme?.slug)],
    ['dcat:keyword', fiche.keywords.map(french)],
    ['dcat:landingPage', thing(page, 'foaf:Document')],
    ['dcat:version', plain(version.hash)],
    ['dcat:previousVersion', previous(page, set)],
    ['dcat:distribution', distributions(base, set, files, isAsked)],
    ...highValue([version.model.id]),
  ])
}

/** The version before. It has an address, not a description: a harvester would take it for one more set. */
function previous(page: string, { version, versions }: PublishedSet): Said {
  const before = versions[versions.findIndex(({ hash }) => hash === version.hash) + 1]
  return before && link(`${page}/v/${before.hash}`)
}

/** What a person must know before using it has no property of its own that harvesters show. */
const descriptionOf = ({ fiche }: PublishedSet): string =>
  [
    fiche.description,
    fiche.granularity && `Une ligne : ${fiche.granularity}.`,
    fiche.uses && `Usages possibles : ${fiche.uses}`,
    fiche.considerations && `À savoir : ${fiche.considerations}`,
  ]
    .filter(part => part !== '')
    .join('\n\n')

function provenance({ fiche: { purpose, collection, processing } }: PublishedSet): Said {
  const parts = [purpose, collection, processing].filter(part => part !== '')
  return parts.length === 0
    ? undefined
    : thing(undefined, 'dct:ProvenanceStatement', [['rdfs:label', french(parts.join('\n\n'))]])
}
