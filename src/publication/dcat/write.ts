import { type Quad, Writer } from 'n3'
import { PREFIXES } from './vocabulary.ts'
import { writeJsonLd } from './write-json-ld.ts'
import { writeRdfXml } from './write-rdf-xml.ts'

/** The writings of the catalog, by the extension of the address. `media`: what is answered, then what else is understood when it is asked for. */
export const WRITINGS = {
  ttl: { media: ['text/turtle', 'application/x-turtle'], write: turtle('text/turtle') },
  rdf: { media: ['application/rdf+xml', 'application/xml', 'text/xml'], write: writeRdfXml },
  jsonld: { media: ['application/ld+json', 'application/json'], write: writeJsonLd },
  nt: { media: ['application/n-triples', 'text/plain'], write: turtle('N-Triples') },
} as const
export type Writing = keyof typeof WRITINGS

function turtle(format: string): (quads: readonly Quad[]) => string {
  return quads => {
    let text = ''
    const writer = new Writer({ format, prefixes: format === 'N-Triples' ? {} : PREFIXES })
    writer.addQuads([...quads])
    writer.end((error, result: string) => {
      if (error) throw error
      text = result
    })
    return text
  }
}

/** What the client likes best among our writings, Turtle when it says nothing. Undefined: none of them suits it. */
export function negotiate(accept: string | undefined): Writing | undefined {
  if (accept === undefined || accept.trim() === '') return 'ttl'
  const wanted = accept
    .split(',')
    .map(part => {
      const [type = '', ...params] = part.split(';').map(piece => piece.trim().toLowerCase())
      const q = params.find(param => param.startsWith('q='))
      return { type, q: q === undefined ? 1 : Number(q.slice(2)) || 0 }
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q)
  for (const { type } of wanted) {
    const found = (Object.keys(WRITINGS) as Writing[]).find(key => suits(type, WRITINGS[key].media))
    if (found) return found
  }
  return undefined
}

const suits = (type: string, media: readonly string[]): boolean =>
  type === '*/*' || media.includes(type) || (type.endsWith('/*') && media[0]!.startsWith(type.slice(0, -1)))
