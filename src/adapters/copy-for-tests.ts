import { createHash } from 'node:crypto'
import type { Fiche } from '../core/fiche/fiche.ts'
import type { Copy, CopyFile } from './connector.ts'

const FICHE: Fiche = {
  title: 'Défibrillateurs de la ville d’Épône, 2026',
  description: 'Où sont les défibrillateurs de la commune, et quand on peut s’en servir.',
  producer: 'Ville d’Épône',
  purpose: 'Aider à sauver des vies.',
  collection: 'Relevé par les services techniques.',
  frequency: 'annual',
  processing: '',
  uses: 'Une application de secours.',
  licence: 'lov2',
  considerations: '',
  contact: { name: 'Services techniques', mail: 'technique@epone.example' },
  keywords: ['Défibrillateur', 'santé publique', 'DAE'],
  temporal: { from: '2026-01-01', to: '2026-12-31' },
  spatial: { insee: '78217', name: 'Épône' },
  granularity: 'un défibrillateur',
}

/** A set to copy, with two files of these contents. */
export function copyForTests({
  csv = 'id,nom\n1,Mairie\n',
  geojson = '{"type":"FeatureCollection","features":[]}',
  ...more
}: Partial<Copy> & { csv?: string; geojson?: string | null; fiche?: Fiche } = {}): Copy {
  const slug = more.slug ?? 'defibrillateurs'
  return {
    key: '78217/dae',
    insee: '78217',
    town: 'Épône',
    slug,
    page: `https://carnet.epone.example/jeux/${slug}`,
    fiche: FICHE,
    model: { id: 'schema-dae', title: 'Défibrillateurs', version: '1.0.7', national: true },
    schema: `https://carnet.epone.example/jeux/${slug}/schema.json`,
    hash: createHash('sha256').update(csv).digest('hex'),
    issuedAt: '2026-03-02T08:00:00.000Z',
    modifiedAt: '2026-03-02T08:00:00.000Z',
    files: [
      fileForTests(slug, 'csv', 'text/csv', csv),
      ...(geojson === null ? [] : [fileForTests(slug, 'geojson', 'application/geo+json', geojson)]),
    ],
    ...more,
  }
}

const fileForTests = (slug: string, format: string, mime: string, text: string): CopyFile => ({
  format,
  name: `${slug}.${format}`,
  title: `Les données (${format.toUpperCase()})`,
  mime,
  sha256: createHash('sha256').update(text).digest('hex'),
  main: format === 'csv',
  bytes: async () => new Blob([text]),
})
