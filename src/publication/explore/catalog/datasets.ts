import { type Dataset, datasetLinks } from '../datasets.ts'
import type { Expression } from '../odsql/ast.ts'
import { impossible } from '../odsql/problem.ts'
import { type AskedClauses, clausesOf, exportLimitOf, pageOf, type RawParams, yesOf } from '../params.ts'
import { apiOf } from '../records.ts'
import { nameOf } from '../translate/outputs.ts'
import { type CatalogWorld, type Entry, entriesOf } from './entries.ts'
import { evaluate, type Known } from './evaluate.ts'
import { grouped } from './groups.ts'

/** `GET /catalog/datasets`. */
export function datasets(world: CatalogWorld, params: RawParams) {
  const { base } = world
  const clauses = clausesOf(params)
  const found = entriesOf(world, clauses)
  if (clauses.groupBy || countsOf(clauses)) return grouped(found, clauses, params)
  const { limit, offset } = pageOf(params, false)
  const links = yesOf(params, 'include_links', false)
  return {
    total_count: found.length,
    ...(links && { _links: [{ rel: 'self', href: `${apiOf(base)}/catalog/datasets` }] }),
    results: found.slice(offset, offset + limit).map(one => ({
      ...(links && { _links: datasetLinks(base, one.dataset.dataset_id) }),
      ...selectedOf(one, clauses),
    })),
  }
}

/** What an export of the catalog holds: flat metadata, a set a line. */
export function exportedDatasets(world: CatalogWorld, params: RawParams): Readonly<Record<string, Known>>[] {
  const found = entriesOf(world, clausesOf(params))
  return found.slice(0, exportLimitOf(params)).map(({ dataset }) => {
    const flat = Object.entries(dataset.metas.default).map(([name, value]) => [`default.${name}`, value])
    return {
      datasetid: dataset.dataset_id,
      ...(Object.fromEntries(flat) as Record<string, Known>),
      features: dataset.features,
    }
  })
}

/** A whole set, or the fields that are asked for. */
function selectedOf(entry: Entry, { select }: AskedClauses): object {
  const { dataset } = entry
  if (!select || select.some(({ type }) => type === 'all')) return dataset
  const object: Record<string, unknown> = {}
  for (const one of select) {
    if (one.type !== 'value') throw impossible('include et exclude ne vont pas ici : nommez les champs.')
    const whole = one.of.type === 'field' && Object.hasOwn(dataset, one.of.name)
    const name = one.as ?? nameOf(one.of)
    object[name] = whole ? dataset[(one.of as { name: keyof Dataset }).name] : evaluate(one.of as Expression, entry)
  }
  return object
}

const countsOf = ({ select = [] }: AskedClauses): boolean =>
  select.some(one => one.type === 'value' && one.of.type === 'aggregate')
