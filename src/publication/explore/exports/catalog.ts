import { catalogDocument, pageOf } from '../../dcat/catalog.ts'
import { WRITINGS, type Writing } from '../../dcat/write.ts'
import { exportedDatasets } from '../catalog/datasets.ts'
import type { CatalogWorld } from '../catalog/entries.ts'
import type { RawParams } from '../params.ts'
import { apiOf } from '../records.ts'
import { csvLine, csvStyle } from './csv.ts'
import { unknownFormat } from './export.ts'

const GRAPHS: Readonly<Record<string, Writing>> = { dcat: 'rdf', rdf: 'rdf', ttl: 'ttl', jsonld: 'jsonld' }
const FORMATS = ['csv', 'dcat', 'json', 'jsonl', 'jsonld', 'rdf', 'ttl']

/** `GET /catalog/exports`. */
export const catalogExportsList = (base: string) => ({
  links: [
    { rel: 'self', href: `${apiOf(base)}/catalog/exports` },
    ...FORMATS.map(format => ({ rel: format, href: `${apiOf(base)}/catalog/exports/${format}` })),
  ],
})

/** `GET /catalog/exports/{format}`. */
export function exportCatalog(world: CatalogWorld, format: string, params: RawParams): { media: string; text: string } {
  const graph = Object.hasOwn(GRAPHS, format) ? GRAPHS[format] : undefined
  if (graph) return { media: `${WRITINGS[graph].media[0]}; charset=utf-8`, text: graphText(world, graph) }
  if (!FORMATS.includes(format)) throw unknownFormat(format, FORMATS)
  const rows = exportedDatasets(world, params)
  if (format === 'json') return { media: 'application/json; charset=utf-8', text: JSON.stringify(rows, null, 1) }
  if (format === 'jsonl')
    return { media: 'application/x-ndjson; charset=utf-8', text: rows.map(row => `${JSON.stringify(row)}\n`).join('') }
  const style = csvStyle(params)
  const names = Object.keys(rows[0] ?? { datasetid: '' })
  const lines = rows.map(row =>
    csvLine(
      names.map(name => row[name]),
      style,
    ),
  )
  return {
    media: 'text/csv; charset=utf-8',
    text: (style.bom ? '\uFEFF' : '') + csvLine(names, style) + lines.join(''),
  }
}

/** The whole catalog in one document, as `/catalog` gives it page by page. */
function graphText({ base, catalog }: CatalogWorld, writing: Writing): string {
  const page = pageOf(catalog, { page: 1, size: Math.max(1, catalog.sets.length) })!
  return WRITINGS[writing].write(catalogDocument(page, { base, address: `${base}/catalog` }, () => undefined))
}
