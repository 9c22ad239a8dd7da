import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import rdf from '@zazuko/env'
import jsonld from 'jsonld'
import { Parser, type Quad, Writer } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import type { Writing } from './write.ts'

/** Readers that others wrote, to read what Carnet writes. */
export async function readTriples(text: string, writing: Writing): Promise<Quad[]> {
  if (writing === 'ttl' || writing === 'nt') return new Parser().parse(text)
  if (writing === 'rdf') return readRdfXml(text)
  const lines = (await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads' })) as unknown as string
  return new Parser({ format: 'N-Quads' }).parse(lines)
}

function readRdfXml(text: string): Promise<Quad[]> {
  return new Promise((resolve, reject) => {
    const quads: Quad[] = []
    const parser = new RdfXmlParser({ baseIRI: 'http://base.example/' })
    parser.on('data', quad => quads.push(quad as unknown as Quad))
    parser.on('error', reject)
    parser.on('end', () => resolve(quads))
    parser.end(text)
  })
}

/** One writing only of a graph, its blank nodes named by what is said of them (RDF Dataset Canonicalization): two isomorphic graphs have the same. */
export const canonical = (quads: readonly Quad[]): Promise<string> =>
  jsonld.canonize(
    nQuads(quads) as never,
    {
      inputFormat: 'application/n-quads',
      format: 'application/n-quads',
      algorithm: 'URDNA2015',
    } as never,
  ) as unknown as Promise<string>

function nQuads(quads: readonly Quad[]): string {
  let text = ''
  const writer = new Writer({ format: 'N-Quads' })
  writer.addQuads([...quads])
  writer.end((_, result: string) => {
    text = result
  })
  return text
}

/** What a set of shapes has against a graph: one line each, none when it conforms. */
export async function violations(quads: readonly Quad[], shapes: readonly string[]): Promise<string[]> {
  const read = shapes.flatMap(path => new Parser({ blankNodePrefix: '' }).parse(readFileSync(path, 'utf8')))
  const validator = new SHACLValidator(rdf.dataset(read as never), { factory: rdf as never })
  const report = await validator.validate(rdf.dataset(quads as never) as never)
  return report.results
    .filter(({ severity }) => severity?.value.endsWith('Violation'))
    .map(
      ({ focusNode, path, message, value }) =>
        [focusNode, path, value].map(node => (node as { value?: string } | null)?.value ?? '').join(' | ') +
        ` | ${message.map(({ value }) => value).join(' ')}`,
    )
}

/** The Python that has rdflib: Debian's own, whatever other Python comes first. */
export const rdflib = ['/usr/bin/python3', 'python3'].find(
  python => spawnSync(python, ['-c', 'import rdflib']).status === 0,
)
export const rapper = spawnSync('rapper', ['--version']).status === 0 ? 'rapper' : undefined

/** N-Triples of a document as rdflib reads it. */
export const throughRdflib = (text: string, format: 'turtle' | 'xml' | 'json-ld' | 'nt'): Quad[] =>
  new Parser().parse(
    execFileSync(
      rdflib!,
      [
        '-c',
        `import sys, rdflib
rdflib.NORMALIZE_LITERALS = False
g = rdflib.Graph()
g.parse(data=sys.stdin.buffer.read().decode('utf-8'), format='${format}')
sys.stdout.buffer.write(g.serialize(format='nt', encoding='utf-8'))`,
      ],
      { input: text, maxBuffer: 1 << 26 },
    ).toString('utf8'),
  )

export const throughRapper = (text: string, format: 'turtle' | 'rdfxml' | 'ntriples'): Quad[] =>
  new Parser().parse(
    execFileSync(rapper!, ['-q', '-i', format, '-o', 'ntriples', '-', 'http://base.example/'], {
      input: text,
      maxBuffer: 1 << 26,
    }).toString('utf8'),
  )
