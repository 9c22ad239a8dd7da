import { conditionSql } from './conditions.ts'
import { expressionSql, told } from './expressions.ts'
import { folded } from './folded.ts'
import { QueryProblem, wrongValue } from './problem.ts'
import type { Aggregate, AnswerColumn, Expression, Kind, Order, QueriedVersion, Query, Selected } from './query.ts'
import { type Source, sourceOf } from './source.ts'

/** A column of the answer: its value, and the text to give where the value is empty without the cell being so. */
interface Output extends AnswerColumn {
  readonly sql: string
  readonly text?: string
}

export interface Built {
  readonly columns: readonly AnswerColumn[]
  /** Where each column's text stands in a row of SQL, when it has one; values come first, in order. */
  readonly texts: readonly (number | undefined)[]
  readonly sql: string
  readonly countSql: string
  readonly values: readonly (string | number | boolean)[]
}

/** A query as SQL. */
export function build(version: QueriedVersion, path: string, query: Query): Built {
  const source = sourceOf(version, path)
  const groups = (query.groupBy ?? []).map(({ as, of }) => groupOf(as, of, source))
  const selected = selectedOf(query, groups.length > 0, source)
  const outputs = [...groups, ...selected]
  if (outputs.length === 0) throw new QueryProblem('J’attendais au moins une colonne.')
  const where = query.where ? ` where ${conditionSql(query.where, source)}` : ''
  const isGrouped = groups.length > 0 || (query.select ?? []).some(isAggregate)
  const order = orderSql(query.orderBy ?? [], outputs, groups, isGrouped, source)
  const paged = ` limit ${source.bind(query.limit)}::bigint offset ${source.bind(query.offset ?? 0)}::bigint`
  const grouped = groups.length > 0 ? ` group by ${groups.map(({ sql }) => sql).join(', ')}` : ''
  const picked = [...outputs.map(({ sql }) => sql), ...outputs.flatMap(({ text }) => text ?? [])].join(', ')
  const from = `from ${source.from()}${where}${grouped}`
  return {
    columns: outputs.map(({ name, kind }) => ({ name, kind })),
    texts: placesOfTexts(outputs),
    sql: `select ${picked} ${from}${order}${paged}`,
    countSql: countSql(from, groups.length > 0, isGrouped),
    values: source.values,
  }
}

function countSql(from: string, hasGroups: boolean, isGrouped: boolean): string {
  if (!isGrouped) return `select count(*) ${from}`
  return hasGroups ? `select count(*) from (select 1 ${from})` : 'select 1'
}

const isAggregate = (one: Selected): one is Aggregate => 'aggregate' in one

function placesOfTexts(outputs: readonly Output[]): (number | undefined)[] {
  let next = outputs.length
  return outputs.map(({ text }) => (text === undefined ? undefined : next++))
}

function groupOf(as: string, of: Expression, source: Source): Output {
  const { sql, kind } = expressionSql(of, source)
  return { name: as, kind, sql: readable(sql, kind) }
}

function selectedOf({ select, groupBy = [] }: Query, grouped: boolean, source: Source): Output[] {
  if (!select) return grouped ? [] : source.names.map(name => namedOf(name, { type: 'column', name }, source))
  const aggregates = select.filter(isAggregate)
  if (aggregates.length > 0 || groupBy.length > 0) {
    const plain = select.find(one => !isAggregate(one))
    if (plain) throw new QueryProblem(`« ${plain.as} » est à grouper, ou à laisser hors de la demande.`)
  }
  return select.map(one => (isAggregate(one) ? aggregateOf(one, source) : namedOf(one.as, one.of, source)))
}

function namedOf(as: string, of: Expression, source: Source): Output {
  const { sql, kind } = expressionSql(of, source)
  if (of.type !== 'column') return { name: as, kind, sql: readable(sql, kind) }
  const filled = source.filled(of.name)
  // A day or an instant is given as it is written.
  if (kind === 'text' || kind === 'date' || kind === 'datetime') return { name: as, kind, sql: filled }
  return { name: as, kind, sql, text: filled }
}

/** A day and an instant leave as ISO texts. */
const readable = (sql: string, kind: Kind): string =>
  kind === 'date'
    ? `strftime(${sql}, '%Y-%m-%d')`
    : kind === 'datetime'
      ? `strftime(${sql}, '%Y-%m-%dT%H:%M:%SZ')`
      : sql

function aggregateOf({ as, aggregate, of, at = 0.5 }: Aggregate, source: Source): Output {
  if (!of) {
    if (aggregate !== 'count') throw wrongValue(`${aggregate}()`, 'une colonne')
    return { name: as, kind: 'integer', sql: 'count(*)::double' }
  }
  const { sql, kind } = expressionSql(of, source)
  if (aggregate === 'count') return { name: as, kind: 'integer', sql: `count(${filledSide(of, sql, source)})::double` }
  if (aggregate === 'distinct')
    return { name: as, kind: 'integer', sql: `count(distinct ${filledSide(of, sql, source)})::double` }
  if (aggregate === 'min' || aggregate === 'max') return { name: as, kind, sql: readable(`${aggregate}(${sql})`, kind) }
  if (kind !== 'integer' && kind !== 'number') throw wrongValue(`${aggregate}(${told(of)})`, 'une colonne de nombres')
  if (aggregate === 'quantile')
    return { name: as, kind: 'number', sql: `quantile_cont(${sql}, ${source.bind(at)}::double)::double` }
  return { name: as, kind: 'number', sql: `${aggregate}(${sql})::double` }
}

/** A cell that is not of its column's type is there all the same. */
const filledSide = (of: Expression, sql: string, source: Source): string =>
  of.type === 'column' ? source.filled(of.name) : sql

function orderSql(
  orders: readonly Order[],
  outputs: readonly Output[],
  groups: readonly Output[],
  isGrouped: boolean,
  source: Source,
): string {
  const keys = orders.map(({ by, descending }) => {
    const { sql, kind } = by.type === 'as' ? outputNamed(by.name, outputs) : keyOf(by, isGrouped, groups, source)
    const direction = descending ? 'desc' : 'asc'
    return `${kind === 'text' ? folded(sql) : sql} ${direction} nulls last`
  })
  const ties = isGrouped ? groups.map(({ sql }) => `${sql} nulls last`) : ['n']
  const all = [...keys, ...ties]
  return all.length > 0 ? ` order by ${all.join(', ')}` : ''
}

function outputNamed(name: string, outputs: readonly Output[]): Output {
  const found = outputs.find(one => one.name === name)
  if (!found) throw wrongValue(name, `l’un de ces noms : ${outputs.map(one => one.name).join(', ')}`)
  return found
}

/** In an answer of groups only what makes a group has one value. */
function keyOf(by: Expression, isGrouped: boolean, groups: readonly Output[], source: Source) {
  const key = expressionSql(by, source)
  if (isGrouped && !groups.some(({ sql }) => sql === readable(key.sql, key.kind)))
    throw wrongValue(told(by), 'un tri sur ce qui est groupé')
  return isGrouped ? { ...key, sql: readable(key.sql, key.kind) } : key
}
