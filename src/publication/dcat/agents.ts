import type { Fiche } from '../../core/fiche/fiche.ts'
import { ofTown } from '../../core/places/communes/of-town.ts'
import type { PublishedTown } from '../published.ts'
import { address, type Described, french, plain, type Said, thing } from './graph.ts'

/** A town that publishes, with the two numbers that it is known by. */
export const publisher = (base: string, { insee, name, siret }: PublishedTown): Described =>
  thing(`${base}/#editeur-${insee}`, 'foaf:Agent', [
    ['foaf:name', french(`Commune ${ofTown(name)}`)],
    ['foaf:homepage', thing(`${base}/`, 'foaf:Document')],
    ['dct:type', LOCAL_AUTHORITY],
    ['dct:identifier', siret === undefined ? undefined : plain(siret)],
    ['adms:identifier', [identifier(insee, 'INSEE'), ...(siret === undefined ? [] : [identifier(siret, 'SIRET')])]],
  ])

const identifier = (value: string, scheme: 'INSEE' | 'SIRET'): Described =>
  thing(undefined, 'adms:Identifier', [
    ['skos:notation', plain(value)],
    ['adms:schemaAgency', plain(scheme)],
  ])

const LOCAL_AUTHORITY = thing('http://purl.org/adms/publishertype/LocalAuthority', 'skos:Concept', [
  ['skos:prefLabel', french('Collectivité locale')],
])

/** Who made the data, when the fiche names somebody else than the town: a contractor, the intercommunality. */
export function producer(fiche: Fiche, town: PublishedTown): Said {
  const name = fiche.producer.trim()
  const isTown = [town.name, `Commune ${ofTown(town.name)}`, `Ville ${ofTown(town.name)}`].some(one =>
    sameName(one, name),
  )
  return name === '' || isTown ? undefined : thing(undefined, 'foaf:Agent', [['foaf:name', french(name)]])
}

const sameName = (a: string, b: string): boolean => fold(a) === fold(b)
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/gi, ' ')
    .trim()
    .toLowerCase()

/** A role, never a person. Whatever is no mail and no address of the web stays out: an IRI would be broken by it. */
export function contact({ contact: { name, mail, url } }: Fiche): Said {
  const page = url === undefined ? undefined : webAddress(url)
  return thing(
    undefined,
    ['vcard:Kind', 'vcard:Organization'],
    [
      ['vcard:fn', french(name)],
      ['vcard:hasEmail', mail !== undefined && MAIL.test(mail) ? address(`mailto:${encodeURI(mail)}`) : undefined],
      ['vcard:hasURL', page === undefined ? undefined : address(page)],
    ],
  )
}

const MAIL = /^[^\s@<>"{}|\\^`%]+@[^\s@<>"{}|\\^`%]+$/

function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, href } = new URL(text)
  return protocol === 'http:' || protocol === 'https:' ? href.replace(/[<>"{}|\\^`]/g, encodeURIComponent) : undefined
}
