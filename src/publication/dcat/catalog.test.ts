import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { Quad } from 'n3'
import { describe, expect, test } from 'vitest'
import { listThemes } from '../../preparation/models/themes.ts'
import { storesOf } from '../../store/stores-for-tests.ts'
import { DEFIBRILLATEURS, PRENOMS, publishForTests, type SetForTests } from '../catalog/for-tests.ts'
import { readCatalog } from '../catalog/read.ts'
import type { Catalog } from '../published.ts'
import { type Asked, catalogDocument, pageOf, setDocument } from './catalog.ts'
import type { FileFacts } from './file-facts.ts'
import { french, thing, triplesOf } from './graph.ts'
import {
  canonical,
  rapper,
  rdflib,
  readTriples,
  throughRapper,
  throughRdflib,
  violations,
} from './readers-for-tests.ts'
import { KNOWN_THEMES } from './themes.ts'
import { negotiate, WRITINGS, type Writing } from './write.ts'

const BASE = 'https://donnees.epone.example'
const WRITTEN = Object.keys(WRITINGS) as Writing[]
const open = storesOf('sqlite')

/** The only set of the package that the regulation on high-value data sets names. */
const CROSSINGS: SetForTests = {
  slug: 'passages-a-niveau',
  model: 'schema-passage-a-niveau',
  columns: ['id_pn', 'libelle', 'xlong_wgs84', 'ylat_wgs84'],
  rows: [['217802172-PN-00001', 'Rue de la Gare', '1.8135', '48.9551']],
  fiche: { title: 'Passages à niveau d’Épône' },
}

async function published(...sets: SetForTests[]): Promise<Catalog> {
  const { world } = await open()
  for (const set of sets) await publishForTests(world, set)
  return readCatalog(world)
}
const FILES: FileFacts = ({ version }, extension) =>
  extension === 'csv' ? { size: 42, sha256: version.csvSha256 } : undefined
const documentOf = (catalog: Catalog, more: Partial<Asked> = {}): Quad[] =>
  catalogDocument(pageOf(catalog, { page: 1, ...more })!, { base: BASE, address: `${BASE}/catalog.ttl` }, FILES)
const says = (quads: readonly Quad[], subject: string, predicate: string): string[] =>
  quads
    .filter(quad => quad.subject.value === subject && quad.predicate.value === predicate)
    .map(({ object }) => object.value)

test('every writing is read back as the same graph by the readers of others', async () => {
  const hostile = {
    title: 'Défibrillateurs <b>&amp; « été »',
    description: 'Deux lignes\r\nun\tonglet "]]>\u0000\ud800 💐',
  }
  const catalog = await published({ ...DEFIBRILLATEURS, fiche: hostile }, PRENOMS)
  const quads = documentOf(catalog)
  const expected = await canonical(quads)
  for (const writing of WRITTEN) {
    const text = WRITINGS[writing].write(quads)
    expect(await canonical(await readTriples(text, writing)), writing).toBe(expected)
  }
})

test('any text goes through every writing', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async texts => {
      const quads = triplesOf(
        texts.map((one, n) => thing(`${BASE}/${n}`, 'dcat:Dataset', [['dct:title', french(one)]])),
      )
      const expected = await canonical(quads)
      for (const writing of WRITTEN)
        expect(await canonical(await readTriples(WRITINGS[writing].write(quads), writing)), writing).toBe(expected)
    }),
    { numRuns: 60 },
  )
})

describe('readers of Debian', () => {
  test.skipIf(!rdflib)(
    'rdflib reads the same graph in Turtle, RDF/XML, JSON-LD and N-Triples (skipped: python3-rdflib is not installed)',
    async () => {
      const quads = documentOf(await published(DEFIBRILLATEURS, PRENOMS))
      const expected = await canonical(quads)
      const formats = { ttl: 'turtle', rdf: 'xml', jsonld: 'json-ld', nt: 'nt' } as const
      for (const writing of WRITTEN)
        expect(await canonical(throughRdflib(WRITINGS[writing].write(quads), formats[writing])), writing).toBe(expected)
    },
  )

  test.skipIf(!rapper)(
    'rapper reads the same graph in Turtle, RDF/XML and N-Triples (skipped: raptor2-utils is not installed)',
    async () => {
      const quads = documentOf(await published(DEFIBRILLATEURS, PRENOMS))
      const expected = await canonical(quads)
      for (const [writing, format] of [
        ['ttl', 'turtle'],
        ['rdf', 'rdfxml'],
        ['nt', 'ntriples'],
      ] as const)
        expect(await canonical(throughRapper(WRITINGS[writing].write(quads), format)), writing).toBe(expected)
    },
  )
})

const OURS = fileURLToPath(new URL('shapes-for-tests.ttl', import.meta.url))
const SHARED = fileURLToPath(new URL('../../../../shared/data/interop/dcat-ap/', import.meta.url))

describe('shapes', () => {
  test('the catalog conforms to our own shapes, and they see what is missing', async () => {
    const quads = documentOf(await published(DEFIBRILLATEURS, PRENOMS, CROSSINGS))
    expect(await violations(quads, [OURS])).toEqual([])
    const without = quads.filter(({ predicate }) => !predicate.value.endsWith('/identifier'))
    expect(await violations(without, [OURS])).toHaveLength(3)
  })

  test('a catalog without any set conforms too', async () => {
    const { world } = await open()
    expect(await violations(documentOf(await readCatalog(world)), [OURS])).toEqual([])
  })

  test.skipIf(!existsSync(SHARED))(
    'DCAT-AP 3.0.1: no violation (skipped: ../shared/data/interop/dcat-ap is not there)',
    async () => {
      const catalog = await published(DEFIBRILLATEURS, PRENOMS, CROSSINGS)
      const shapes = [`${SHARED}dcat-ap-SHACL.ttl`, `${SHARED}ranges.ttl`]
      expect(await violations(documentOf(catalog), shapes)).toEqual([])
      expect(await violations(setDocument(BASE, catalog.sets[0]!, FILES), shapes)).toEqual([])
    },
  )

  test.skipIf(!existsSync(SHARED))(
    'HVD 3.0.0: no violation for a high-value data set (skipped: ../shared/data/interop/dcat-ap is not there)',
    async () => {
      const catalog = await published(CROSSINGS)
      expect(await violations(documentOf(catalog), [`${SHARED}hvd-SHACL.ttl`])).toEqual([])
    },
  )
})

test('a set is described as the standard and data.gouv.fr read it', async () => {
  const catalog = await published(DEFIBRILLATEURS)
  const quads = documentOf(catalog)
  const set = `${BASE}/jeux/defibrillateurs#jeu`
  expect(says(quads, set, 'http://purl.org/dc/terms/identifier')).toEqual(['78217-defibrillateurs'])
  expect(says(quads, set, 'http://purl.org/dc/terms/license')).toEqual([
    'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
  ])
  expect(says(quads, set, 'http://www.w3.org/ns/dcat#theme')).toEqual([
    'http://publications.europa.eu/resource/authority/data-theme/HEAL',
  ])
  expect(says(quads, `${BASE}/jeux/defibrillateurs#csv`, 'http://www.w3.org/ns/dcat#byteSize')).toEqual(['42'])
  expect(says(quads, `${BASE}/jeux/defibrillateurs#csv`, 'http://purl.org/dc/terms/conformsTo')).toEqual([
    'https://gitlab.com/arsante/atlasante/schema-dae/raw/1.0.7/schema.json',
  ])
  expect(quads.filter(({ predicate }) => predicate.value.endsWith('#bbox')).map(({ object }) => object.value)).toEqual([
    'POLYGON((1.8135 48.9551, 1.8135 48.9611, 1.8201 48.9611, 1.8201 48.9551, 1.8135 48.9551))',
  ])
  expect(quads.filter(({ predicate }) => predicate.value.startsWith('http://data.europa.eu/r5r/'))).toEqual([])
})

test('a new version names the one before; the identifier and the addresses stay', async () => {
  const { world } = await open()
  await publishForTests(world, PRENOMS)
  const before = (await readCatalog(world)).sets[0]!
  await publishForTests(world, { ...PRENOMS, rows: PRENOMS.rows.slice(1) })
  const quads = documentOf(await readCatalog(world))
  const set = `${BASE}/jeux/prenoms#jeu`
  expect(says(quads, set, 'http://www.w3.org/ns/dcat#previousVersion')).toEqual([
    `${BASE}/jeux/prenoms/v/${before.version.hash}`,
  ])
  expect(says(quads, set, 'http://purl.org/dc/terms/identifier')).toEqual(['78217-prenoms'])
  expect(quads.filter(({ object }) => object.value === 'http://www.w3.org/ns/dcat#Dataset')).toHaveLength(1)
})

test('a contact that is no mail and no address breaks nothing', async () => {
  const contact = { name: 'Mairie', mail: 'pas un mail <x>', url: 'javascript:alert(1)' }
  const quads = documentOf(await published({ ...PRENOMS, fiche: { contact } }))
  expect(quads.filter(({ predicate }) => /has(?:Email|URL)$/.test(predicate.value))).toEqual([])
})

test('pages follow one another, and each set is on one of them', async () => {
  const sets = Array.from({ length: 5 }, (_, n) => ({ ...PRENOMS, slug: `prenoms-${n}` }))
  const catalog = await published(...sets)
  const titles: string[] = []
  let next: string | undefined = `${BASE}/catalog.ttl?page=1`
  while (next) {
    const quads: Quad[] = documentOf(catalog, { size: 2, page: Number(new URL(next).searchParams.get('page')) })
    titles.push(
      ...quads
        .filter(({ predicate }) => predicate.value === 'http://www.w3.org/ns/dcat#dataset')
        .map(({ object }) => object.value),
    )
    next = says(quads, next, 'http://www.w3.org/ns/hydra/core#next')[0]
  }
  expect(titles.sort()).toEqual(sets.map(({ slug }) => `${BASE}/jeux/${slug}#jeu`))
  expect(pageOf(catalog, { size: 2, page: 4 })).toBeUndefined()
})

test('a hundred sets of long fiches stay far below what data.gouv.fr stores', async () => {
  const catalog = await published({ ...DEFIBRILLATEURS, fiche: { description: 'é'.repeat(4000) } })
  const many = {
    ...catalog,
    sets: Array.from({ length: 100 }, (_, n) => ({ ...catalog.sets[0]!, slug: `jeu-${n}`, id: `jeu-${n}` })),
  }
  const quads = documentOf(many)
  for (const writing of WRITTEN)
    expect(Buffer.byteLength(WRITINGS[writing].write(quads)), writing).toBeLessThan(5_000_000)
})

test('every theme of the catalogue has its European theme', () => {
  expect(
    listThemes()
      .map(({ slug }) => slug)
      .filter(slug => !KNOWN_THEMES.includes(slug)),
  ).toEqual([])
})

test('the writing is the one that the client likes best', () => {
  expect(negotiate(undefined)).toBe('ttl')
  expect(negotiate('*/*')).toBe('ttl')
  expect(negotiate('text/html,application/rdf+xml;q=0.8,text/turtle;q=0.3')).toBe('rdf')
  expect(negotiate('application/ld+json')).toBe('jsonld')
  expect(negotiate('application/n-triples;q=0.5, text/turtle;q=0')).toBe('nt')
  expect(negotiate('text/html')).toBeUndefined()
})
