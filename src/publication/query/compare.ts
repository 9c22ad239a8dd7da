import { expressionSql, type Sql, told } from './expressions.ts'
import { wrongValue } from './problem.ts'
import type { Condition, Expression, Kind } from './query.ts'
import type { Source } from './source.ts'

type Compare = Extract<Condition, { type: 'compare' }>
const TURNED = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const

/** True or false, never null. A value is read as its other side is. */
export function compareSql({ left, is, right }: Compare, source: Source): string {
  if (left.type === 'value' && right.type !== 'value')
    return compareSql({ type: 'compare', left: right, is: TURNED[is], right: left }, source)
  const a = expressionSql(left, source)
  const [x, y] = right.type === 'value' ? withValue(a, right.value, source) : twoSides(a, right, source)
  if (is === '=') return `coalesce(${x} = ${y}, false)`
  if (is === '!=') return `(${x} is distinct from ${y})`
  return `coalesce(${x} ${is} ${y}, false)`
}

function twoSides(a: Sql, right: Expression, source: Source): readonly [string, string] {
  const b = expressionSql(right, source)
  if (familyOf(a.kind) !== familyOf(b.kind)) throw wrongValue(told(right), WORDS[a.kind])
  return [a.sql, b.sql]
}

const familyOf = (kind: Kind): string => (kind === 'integer' ? 'number' : kind === 'date' ? 'datetime' : kind)

/** A day compared with an instant becomes the instant at which it begins. */
function withValue({ sql, kind }: Sql, value: string | number | boolean, source: Source): readonly [string, string] {
  if (kind === 'date' && typeof value === 'string' && instantOf(value) !== undefined && !isDay(value))
    return [`${sql}::timestamp`, literalFor('datetime', value, source)]
  return [sql, literalFor(kind, value, source)]
}

const WORDS: Record<Kind, string> = {
  text: 'du texte',
  integer: 'un nombre',
  number: 'un nombre',
  boolean: 'true ou false',
  date: 'une date, comme 2021-10-17',
  datetime: 'une date, comme 2021-10-17T08:30:00Z',
}
const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  oui: true,
  non: false,
  1: true,
  0: false,
}

/** A caller's value in a kind, bound; throws when it is not of that kind. */
export function literalFor(kind: Kind, value: string | number | boolean, { bind }: Source): string {
  const refuse = (): never => {
    throw wrongValue(value, WORDS[kind])
  }
  switch (kind) {
    case 'text':
      return `${bind(String(value))}::varchar`
    case 'integer':
    case 'number':
      return `${bind(numberOf(value) ?? refuse())}::double`
    case 'boolean':
      return `${bind(booleanOf(value) ?? refuse())}::boolean`
    case 'date':
      return `${bind(dayOf(value) ?? refuse())}::date`
    case 'datetime':
      return `${bind(instantOf(value) ?? refuse())}::timestamp`
  }
}

const numberOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return typeof value === 'string' && /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?\s*$/.test(value)
    ? Number(value)
    : undefined
}
const booleanOf = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : Object.hasOwn(BOOLEANS, String(value)) ? BOOLEANS[String(value)] : undefined

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value)

function dayOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !isDay(value)) return undefined
  return instantOf(value)?.slice(0, 10)
}

/** In UTC, as DuckDB reads it; undefined for a day that does not exist. */
function instantOf(value: unknown): string | undefined {
  if (
    typeof value !== 'string' ||
    !/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(value)
  )
    return undefined
  const text = isDay(value) ? `${value}T00:00Z` : /(?:Z|[+-]\d\d:?\d\d)$/.test(value.slice(10)) ? value : `${value}Z`
  const instant = new Date(text.replace(' ', 'T'))
  if (Number.isNaN(instant.getTime())) return undefined
  const [, month, day] = value.slice(0, 10).split('-').map(Number) as [number, number, number]
  // « 2021-02-30 » is read as March by machines.
  const inMonth = new Date(Date.UTC(Number(value.slice(0, 4)), month, 0)).getUTCDate()
  return day > inMonth ? undefined : instant.toISOString().replace('Z', '').replace('T', ' ')
}
