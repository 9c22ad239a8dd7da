import type { PublishedSet } from '../../published.ts'
import type { CellValue } from '../../query/query.ts'
import { fieldsOf, geoFieldOf } from '../fields.ts'
import { impossible } from '../odsql/problem.ts'
import type { RawParams } from '../params.ts'
import { objectOf } from '../records.ts'
import type { Plan } from '../translate/asked.ts'
import { type CsvStyle, csvLine, csvStyle } from './csv.ts'

type Rows = readonly (readonly CellValue[])[]

/** What is written around the rows, and for some of them. */
export interface TextWriter {
  readonly media: string
  readonly plan: Plan
  readonly head: string
  readonly rows: (rows: Rows) => string
  readonly between: string
  readonly tail: string
}
export const TEXT_FORMATS = ['csv', 'geojson', 'json', 'jsonl'] as const
export type TextFormat = (typeof TEXT_FORMATS)[number]

export function textWriter(format: TextFormat, set: PublishedSet, plan: Plan, params: RawParams): TextWriter {
  switch (format) {
    case 'csv':
      return csvWriter(set, plan, csvStyle(params))
    case 'geojson':
      return geojsonWriter(set, plan)
    case 'json':
      return { plan, media: 'application/json; charset=utf-8', ...objects(plan, ',\n'), head: '[\n', tail: '\n]\n' }
    case 'jsonl':
      return {
        ...{ plan, media: 'application/x-ndjson; charset=utf-8', head: '', between: '', tail: '' },
        rows: rows => rows.map(row => `${JSON.stringify(objectOf(plan, row))}\n`).join(''),
      }
  }
}

const objects = (plan: Plan, between: string) => ({
  between,
  rows: (rows: Rows) => rows.map(row => JSON.stringify(objectOf(plan, row))).join(between),
})

function csvWriter({ version }: PublishedSet, plan: Plan, style: CsvStyle): TextWriter {
  const labels = new Map(fieldsOf(version).map(({ name, label }) => [name, label]))
  const header = plan.names.map(name => (style.labels ? (labels.get(name) ?? name) : name))
  return {
    plan,
    media: 'text/csv; charset=utf-8',
    head: (style.bom ? '\uFEFF' : '') + csvLine(header, style),
    rows: rows => rows.map(row => csvLine(plan.values(row), style)).join(''),
    between: '',
    tail: '',
  }
}

/** RFC 7946: the place is the geometry, whatever fields are chosen. */
function geojsonWriter({ version }: PublishedSet, plan: Plan): TextWriter {
  const geo = geoFieldOf(version)
  if (geo === undefined) throw impossible('les lignes de ce jeu de données n’ont pas de position.')
  if (plan.isGrouped) throw impossible('des groupes n’ont pas de position.')
  const select = [
    ...(plan.query.select ?? []),
    { as: 'longitude', of: { type: 'longitude' as const } },
    { as: 'latitude', of: { type: 'latitude' as const } },
  ]
  const featureOf = (row: readonly CellValue[]) => {
    const [longitude, latitude] = row.slice(-2)
    const { [geo]: _, ...properties } = objectOf(plan, row.slice(0, -2))
    const geometry = longitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] }
    return JSON.stringify({ type: 'Feature', geometry, properties })
  }
  return {
    plan: { ...plan, query: { ...plan.query, select } },
    media: 'application/geo+json',
    head: '{"type":"FeatureCollection","features":[\n',
    rows: rows => rows.map(featureOf).join(',\n'),
    between: ',\n',
    tail: '\n]}\n',
  }
}
