import type { Quad, Term } from 'n3'
import { bySubject } from './by-subject.ts'
import { PREFIXES } from './vocabulary.ts'

/** JSON-LD 1.1, flat: a node a subject, names shortened by the prefixes of the context, which is in the document. */
export const writeJsonLd = (quads: readonly Quad[]): string =>
  JSON.stringify({ '@context': PREFIXES, '@graph': bySubject(quads).map(nodeOf) }, null, 1)

function nodeOf(quads: readonly Quad[]): Record<string, unknown> {
  const node: Record<string, unknown[]> = {}
  for (const { predicate, object } of quads) {
    const type = predicate.value === `${PREFIXES.rdf}type`
    const name = type ? '@type' : short(predicate.value)
    const values = (node[name] ??= [])
    values.push(type ? short(object.value) : writtenAs(object))
  }
  return { '@id': idOf(quads[0]!.subject), ...node }
}

/** An IRI in full never starts like one of our prefixes: all of them are http, https or mailto. */
function short(iri: string): string {
  for (const [prefix, namespace] of Object.entries(PREFIXES))
    if (iri.startsWith(namespace)) return `${prefix}:${iri.slice(namespace.length)}`
  return iri
}

const idOf = ({ termType, value }: Term): string => (termType === 'BlankNode' ? `_:${value}` : value)

const STRING = `${PREFIXES.xsd}string`

function writtenAs(object: Quad['object']): Record<string, string> {
  if (object.termType !== 'Literal') return { '@id': idOf(object) }
  const { value, language, datatype } = object
  if (language !== '') return { '@value': value, '@language': language }
  return datatype.value === STRING ? { '@value': value } : { '@value': value, '@type': short(datatype.value) }
}
