import type { Quad } from 'n3'
import { readTriples } from '../../publication/dcat/readers-for-tests.ts'
import type { Writing } from '../../publication/dcat/write.ts'

/** A client of the catalog: an address and a method, as over the network. */
export type Fetch = (
  method: 'GET' | 'HEAD',
  url: string,
) => Promise<{ readonly statusCode: number; readonly headers: Record<string, unknown>; readonly body: string }>

/** What data.gouv.fr keeps of a set. */
export interface Harvested {
  readonly identifier: string
  readonly title: string
  readonly frequency?: string
  readonly licence?: string
  readonly tags: readonly string[]
  readonly highValue: boolean
  readonly period?: { readonly from?: string; readonly to?: string }
  readonly resources: readonly {
    readonly url: string
    readonly format?: string
    readonly schema?: string
    readonly sha256?: string
  }[]
}

const DCT = 'http://purl.org/dc/terms/'
const DCAT = 'http://www.w3.org/ns/dcat#'
const HYDRA = 'http://www.w3.org/ns/hydra/core#'
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const BY_EXTENSION: Readonly<Record<string, Writing>> = {
  xml: 'rdf',
  rdf: 'rdf',
  ttl: 'ttl',
  jsonld: 'jsonld',
  json: 'jsonld',
  nt: 'nt',
}
const BY_TYPE: Readonly<Record<string, Writing>> = {
  'application/rdf+xml': 'rdf',
  'application/xml': 'rdf',
  'text/turtle': 'ttl',
  'application/ld+json': 'jsonld',
  'application/json': 'jsonld',
  'application/n-triples': 'nt',
}

/** The rules by which data.gouv.fr harvests a DCAT catalog (udata: harvest/backends/dcat.py, core/dataset/rdf.py), and nothing more lenient. */
export async function harvest(fetch: Fetch, url: string): Promise<Harvested[]> {
  const writing = await formatOf(fetch, url)
  const harvested: Harvested[] = []
  for (let next: string | undefined = url; next !== undefined; ) {
    const { statusCode, body } = await fetch('GET', next)
    if (statusCode !== 200) throw new Error(`${next}: ${statusCode}`)
    const page = new Page(await readTriples(body, writing))
    harvested.push(...page.subjects(`${DCAT}Dataset`).map(node => datasetOf(page, node)))
    const view = page.subjects(`${HYDRA}PartialCollectionView`)[0]
    next = view === undefined ? undefined : page.value(view, `${HYDRA}next`)
  }
  return harvested
}

/** From the extension, else from the type that a HEAD answers. */
async function formatOf(fetch: Fetch, url: string): Promise<Writing> {
  const extension = /\.([a-z]+)(?:$|\?)/.exec(new URL(url).pathname)?.[1] ?? ''
  const { headers } = BY_EXTENSION[extension] ? { headers: {} } : await fetch('HEAD', url)
  const type = String((headers as Record<string, unknown>)['content-type'] ?? '').split(';')[0]!
  const found = BY_EXTENSION[extension] ?? BY_TYPE[type]
  if (!found) throw new Error(`Unable to detect format of ${url}: ${type}`)
  return found
}

class Page {
  constructor(readonly quads: readonly Quad[]) {}
  subjects = (type: string): string[] => [
    ...new Set(
      this.quads.filter(q => q.predicate.value === RDF_TYPE && q.object.value === type).map(q => q.subject.value),
    ),
  ]
  values = (subject: string, predicate: string): string[] =>
    this.quads.filter(q => q.subject.value === subject && q.predicate.value === predicate).map(q => q.object.value)
  value = (subject: string, predicate: string): string | undefined => this.values(subject, predicate)[0]
}

function datasetOf(page: Page, node: string): Harvested {
  const identifier = page.value(node, `${DCT}identifier`)
  if (identifier === undefined) throw new Error('missing identifier')
  const title = page.value(node, `${DCT}title`)
  if (title === undefined) throw new Error('missing title on dataset')
  const frequency = page.value(node, `${DCT}accrualPeriodicity`)
  const licence = page.value(node, `${DCT}license`) ?? page.value(node, `${DCT}rights`)
  const period = page.value(node, `${DCT}temporal`)
  return {
    identifier,
    title,
    ...(frequency &&
      /purl\.org\/cld\/freq|authority\/frequency/.test(frequency) && { frequency: frequency.split('/').at(-1)! }),
    ...(licence !== undefined && { licence }),
    tags: page.values(node, `${DCAT}keyword`),
    highValue:
      page.value(node, 'http://data.europa.eu/r5r/applicableLegislation') ===
      'http://data.europa.eu/eli/reg_impl/2023/138/oj',
    // A period with an address of its own would be fetched.
    ...(period !== undefined && !/^https?:/.test(period) && { period: periodOf(page, period) }),
    resources: page.values(node, `${DCAT}distribution`).flatMap(one => resourceOf(page, one)),
  }
}

function periodOf(page: Page, node: string) {
  const [from, to] = [page.value(node, `${DCAT}startDate`), page.value(node, `${DCAT}endDate`)]
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

/** Without an address it is dropped. */
function resourceOf(page: Page, node: string): Harvested['resources'] {
  const url = page.value(node, `${DCAT}downloadURL`) ?? page.value(node, `${DCAT}accessURL`)
  if (url === undefined) return []
  const [format, schema] = [page.value(node, `${DCT}format`), page.value(node, `${DCT}conformsTo`)]
  const checksum = page.value(node, 'http://spdx.org/rdf/terms#checksum')
  const sha256 = checksum === undefined ? undefined : page.value(checksum, 'http://spdx.org/rdf/terms#checksumValue')
  return [
    {
      url,
      ...(format !== undefined && { format: format.split('/').at(-1)!.toLowerCase() }),
      ...(schema !== undefined && { schema }),
      ...(sha256 !== undefined && { sha256 }),
    },
  ]
}
