import { wrongValue } from './problem.ts'
import { type Expression, FUNCTIONS, type FunctionName, type Kind } from './query.ts'
import type { Source } from './source.ts'

export interface Sql {
  readonly sql: string
  readonly kind: Kind
}

/** An expression as SQL, in its own kind. */
export function expressionSql(expression: Expression, source: Source): Sql {
  source.step()
  switch (expression.type) {
    case 'column':
      return { sql: source.typed(expression.name), kind: source.kindOf(expression.name) }
    case 'text':
      return { sql: source.text(expression.name), kind: 'text' }
    case 'value':
      return valueSql(expression.value, source)
    case 'row':
      return { sql: '(n + 1)::double', kind: 'integer' }
    case 'longitude':
    case 'latitude':
      return { sql: source.point(expression.type), kind: 'number' }
    case 'metres':
      return { sql: metres(expression.from, source), kind: 'number' }
    case 'call':
      return callSql(expression.name, expression.of, source)
    case 'bucket':
      return bucketSql(expression.of, expression.bounds, source)
  }
}

function valueSql(value: string | number | boolean, { bind }: Source): Sql {
  if (typeof value === 'number') return { sql: `${bind(value)}::double`, kind: 'number' }
  if (typeof value === 'boolean') return { sql: `${bind(value)}::boolean`, kind: 'boolean' }
  return { sql: `${bind(value)}::varchar`, kind: 'text' }
}

/** Great circle on a sphere of 6 371 km: half a percent at worst. */
function metres([longitude, latitude]: readonly [number, number], source: Source): string {
  const [x, y] = [source.point('longitude'), source.point('latitude')]
  const [x0, y0] = [`${source.bind(longitude)}::double`, `${source.bind(latitude)}::double`]
  const half = (a: string, b: string) => `pow(sin(radians(${a} - ${b}) / 2), 2)`
  return `(case when ${x} is not null then 2 * 6371008.8 * asin(least(1, sqrt(${half(y, y0)} + cos(radians(${y})) * cos(radians(${y0})) * ${half(x, x0)}))) end)`
}

const SQL: Record<FunctionName, (args: readonly string[]) => string> = {
  add: ([a, b]) => `(${a} + ${b})`,
  subtract: ([a, b]) => `(${a} - ${b})`,
  multiply: ([a, b]) => `(${a} * ${b})`,
  divide: ([a, b]) => `(${a} / nullif(${b}, 0))`,
  floor: ([a]) => `floor(${a})`,
  round: ([a]) => `round(${a})`,
  year: ([a]) => `year(${a})::double`,
  month: ([a]) => `month(${a})::double`,
  day: ([a]) => `day(${a})::double`,
  hour: ([a]) => `hour(${a}::timestamp)::double`,
  minute: ([a]) => `minute(${a}::timestamp)::double`,
  second: ([a]) => `second(${a}::timestamp)::double`,
  lower: ([a]) => `lower(${a})`,
  upper: ([a]) => `upper(${a})`,
  length: ([a]) => `length(${a})::double`,
}

const AWAITED: Record<
  (typeof FUNCTIONS)[FunctionName]['of'],
  { readonly kinds: readonly Kind[]; readonly words: string }
> = {
  number: { kinds: ['integer', 'number'], words: 'des nombres' },
  moment: { kinds: ['date', 'datetime'], words: 'des dates' },
  text: { kinds: ['text'], words: 'du texte' },
}

function callSql(name: FunctionName, of: readonly Expression[], source: Source): Sql {
  const { takes, of: awaited, gives } = FUNCTIONS[name]
  if (of.length !== takes) throw wrongValue(`${name} (${of.length})`, `${name} (${takes})`)
  const { kinds, words } = AWAITED[awaited]
  const args = of.map(one => expressionSql(one, source))
  if (args.some(({ kind }) => !kinds.includes(kind))) throw wrongValue(`${name}(${of.map(told).join(', ')})`, words)
  return { sql: SQL[name](args.map(({ sql }) => sql)), kind: gives }
}

function bucketSql(of: Expression, bounds: readonly number[], source: Source): Sql {
  const { sql, kind } = expressionSql(of, source)
  if (kind !== 'integer' && kind !== 'number') throw wrongValue(told(of), 'des nombres')
  if (bounds.length === 0) return { sql: 'null::double', kind: 'number' }
  const cases = [...bounds].reverse().map(bound => {
    const sign = `${source.bind(bound)}::double`
    return `when ${sql} >= ${sign} then ${sign}`
  })
  return { sql: `case ${cases.join(' ')} end`, kind: 'number' }
}

/** An expression as a person would say it. */
export function told(expression: Expression): string {
  switch (expression.type) {
    case 'column':
    case 'text':
      return expression.name
    case 'value':
      return String(expression.value)
    case 'call':
      return `${expression.name}(${expression.of.map(told).join(', ')})`
    case 'bucket':
      return told(expression.of)
    default:
      return expression.type
  }
}
