import { DataFactory, type Quad } from 'n3'
import { type PREFIXES, term } from './vocabulary.ts'

const { blankNode, namedNode, literal, quad } = DataFactory

/** A thing and what is said of it: what the catalog is written with, before it is triples. */
export interface Described {
  /** Absent: a thing without a name of its own. */
  readonly iri?: string
  readonly types: readonly Name[]
  readonly says: readonly (readonly [Name, Said])[]
}
export type Name = `${keyof typeof PREFIXES}:${string}`
export type Said = Described | Link | Text | readonly Said[] | undefined

interface Link {
  readonly link: string
}
interface Text {
  readonly text: string
  readonly lang?: 'fr' | 'en'
  /** IRI of the datatype. */
  readonly of?: string
}

export const thing = (
  iri: string | undefined,
  types: Name | readonly Name[],
  says: readonly (readonly [Name, Said])[] = [],
): Described => ({ ...(iri !== undefined && { iri }), types: [types].flat() as Name[], says })

/** Another thing, described elsewhere. */
export const link = (iri: string): Link => ({ link: iri })
/** An address. Everything is an `rdfs:Resource`: shapes that ask for it do not infer it. */
export const address = (iri: string): Described => thing(iri, 'rdfs:Resource')
export const plain = (text: string): Text => ({ text })
export const french = (text: string): Text => ({ text, lang: 'fr' })
export const typed = (text: string, of: Name): Text => ({ text, of: term(of).value })

/** What no XML can hold, and halves of surrogate pairs: the same text in every serialisation. */
const UNWRITABLE = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF\uD800-\uDFFF]/gu
const writable = (text: string): string => text.replace(UNWRITABLE, '')

/** The triples, each once: a licence that a hundred sets name is described one time. Blank nodes are named in their order. */
export function triplesOf(things: readonly Described[]): Quad[] {
  const triples = new Map<string, Quad>()
  let blank = 0
  const keep = (made: Quad) => {
    const key = `${made.subject.id}\n${made.predicate.id}\n${made.object.id}`
    if (!triples.has(key)) triples.set(key, made)
  }
  const describe = ({ iri, types, says }: Described): Quad['subject'] => {
    const subject = iri === undefined ? blankNode(`b${blank++}`) : namedNode(iri)
    for (const type of types) keep(quad(subject, term('rdf:type'), term(type)))
    for (const [predicate, said] of says)
      for (const object of objectsOf(said)) keep(quad(subject, term(predicate), object))
    return subject
  }
  const objectsOf = (said: Said): Quad['object'][] => {
    if (said === undefined) return []
    if (Array.isArray(said)) return said.flatMap(objectsOf)
    if ('link' in said) return [namedNode(said.link)]
    if ('text' in said) return [literal(writable(said.text), said.lang ?? (said.of ? namedNode(said.of) : undefined))]
    return [describe(said as Described) as Quad['object']]
  }
  for (const one of things) describe(one)
  return [...triples.values()]
}
