import type { Catalog } from '../../published.ts'
import { type Dataset, datasetOf } from '../datasets.ts'
import type { Ordered } from '../odsql/ast.ts'
import { impossible } from '../odsql/problem.ts'
import type { AskedClauses, Refinement } from '../params.ts'
import { evaluate, isTrue, type Known, type Reading } from './evaluate.ts'

export interface CatalogWorld {
  readonly base: string
  readonly catalog: Catalog
  /** ISO instant. */
  readonly now: string
}

export interface Entry extends Reading {
  readonly dataset: Dataset
  readonly texts: readonly string[]
}

/** `title`, `default.title` and `metas.default.title` are one field. */
function entryOf(dataset: Dataset, now: string): Entry {
  const metas = dataset.metas.default as Readonly<Record<string, Known>>
  const own: Readonly<Record<string, Known>> = {
    ...{ dataset_id: dataset.dataset_id, datasetid: dataset.dataset_id, dataset_uid: dataset.dataset_uid },
    ...{ has_records: true, data_visible: true, features: dataset.features },
  }
  const field = (name: string): Known => {
    const short = name.replace(/^(?:metas\.)?default\./, '')
    if (Object.hasOwn(own, short)) return own[short]!
    if (Object.hasOwn(metas, short)) return metas[short]!
    throw impossible(`je ne connais pas le champ « ${name.slice(0, 60)} » du catalogue.`)
  }
  const { title, description, publisher } = dataset.metas.default
  const texts = [
    dataset.dataset_id,
    title,
    description ?? '',
    publisher,
    ...(dataset.metas.default.keyword ?? []),
    ...(dataset.metas.default.theme ?? []),
  ]
  return { dataset, field, now, texts }
}

/** The sets that are asked for, in order. */
export function entriesOf(
  { base, catalog, now }: CatalogWorld,
  { where, refine, orderBy = [] }: AskedClauses,
): Entry[] {
  return catalog.sets
    .map(set => entryOf(datasetOf(base, set), now))
    .filter(one => where.every(asked => isTrue(asked, one, one.texts)) && refine.every(asked => isRefined(asked, one)))
    .sort((a, b) => inOrder(a, b, orderBy))
}

/** A date is refined by its beginning, a list by one of its words. */
function isRefined({ field, value, not }: Refinement, one: Entry): boolean {
  const known = one.field(field)
  const isDate = typeof known === 'string' && /^\d{4}-\d\d-\d\dT/.test(known)
  const is = isDate ? known.startsWith(value.replaceAll('/', '-')) : [known].flat().map(String).includes(value)
  return is !== not
}

function inOrder(a: Entry, b: Entry, orders: readonly Ordered[]): number {
  for (const { of, descending } of orders) {
    if (of.type === 'aggregate') return 0
    const [left, right] = [evaluate(of, a), evaluate(of, b)]
    const order = compareKnown(left, right)
    if (order !== 0) return descending ? -order : order
  }
  return 0
}

export function compareKnown(a: Known, b: Known): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'fr')
}
