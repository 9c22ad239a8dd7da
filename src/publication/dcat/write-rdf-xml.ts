import type { Quad, Term } from 'n3'
import { bySubject } from './by-subject.ts'
import { PREFIXES } from './vocabulary.ts'

/** RDF 1.1 XML Syntax, in its plainest form: one `rdf:Description` a subject, one element a triple. */
export function writeRdfXml(quads: readonly Quad[]): string {
  const names = Object.entries(PREFIXES).map(([prefix, iri]) => `\n  xmlns:${prefix}="${attribute(iri)}"`)
  const bodies = bySubject(quads).map(descriptionOf)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${names.join('')}>\n${bodies.join('')}</rdf:RDF>\n`
}

function descriptionOf(quads: readonly Quad[]): string {
  const { subject } = quads[0]!
  const about = `${subject.termType === 'BlankNode' ? 'rdf:nodeID' : 'rdf:about'}="${attribute(subject.value)}"`
  return `  <rdf:Description ${about}>\n${quads.map(propertyOf).join('')}  </rdf:Description>\n`
}

function propertyOf({ predicate, object }: Quad): string {
  const name = qualified(predicate.value)
  switch (object.termType) {
    case 'NamedNode':
      return `    <${name} rdf:resource="${attribute(object.value)}"/>\n`
    case 'BlankNode':
      return `    <${name} rdf:nodeID="${attribute(object.value)}"/>\n`
    case 'Literal':
      return `    <${name}${kindOf(object)}>${content(object.value)}</${name}>\n`
    default:
      throw new TypeError(`no RDF/XML for a ${object.termType}`)
  }
}

const STRING = `${PREFIXES.xsd}string`

function kindOf({ language, datatype }: Extract<Term, { termType: 'Literal' }>): string {
  if (language !== '') return ` xml:lang="${attribute(language)}"`
  return datatype.value === STRING ? '' : ` rdf:datatype="${attribute(datatype.value)}"`
}

/** An element's name: only our own vocabularies are predicates. */
function qualified(iri: string): string {
  for (const [prefix, namespace] of Object.entries(PREFIXES))
    if (iri.startsWith(namespace) && /^[A-Za-z_][\w.-]*$/.test(iri.slice(namespace.length)))
      return `${prefix}:${iri.slice(namespace.length)}`
  throw new TypeError(`no XML name for ${iri}`)
}

/** A carriage return written as it is would be read as a new line (XML 1.0, 2.11). */
const content = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;')
const attribute = (text: string): string =>
  content(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;')
