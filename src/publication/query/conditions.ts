import { compareSql, literalFor } from './compare.ts'
import { expressionSql } from './expressions.ts'
import { folded } from './folded.ts'
import { QueryProblem, wrongValue } from './problem.ts'
import type { Condition, Expression } from './query.ts'
import type { Source } from './source.ts'

/** A condition as SQL, true or false, never null: `not` then says what a person expects. */
export function conditionSql(condition: Condition, source: Source): string {
  source.step()
  switch (condition.type) {
    case 'true':
      return 'true'
    case 'and':
    case 'or':
      return joined(condition.type, condition.of, source)
    case 'not':
      return `(not ${conditionSql(condition.of, source)})`
    case 'compare':
      return compareSql(condition, source)
    case 'among':
      return amongSql(condition.of, condition.values, source)
    case 'empty':
      return `(${emptySide(condition.of, source)} is null)`
    case 'like':
      return likeSql(condition, source)
    case 'search':
      return searchSql(condition.text, condition.columns ?? source.names, source)
    case 'box':
      return boxSql(condition.box, source)
    case 'inside':
      return insideSql(condition.ring, source)
  }
}

function joined(type: 'and' | 'or', of: readonly Condition[], source: Source): string {
  if (of.length === 0) return type === 'and' ? 'true' : 'false'
  return `(${of.map(one => conditionSql(one, source)).join(` ${type} `)})`
}

function amongSql(of: Expression, values: readonly (string | number | boolean)[], source: Source): string {
  if (values.length === 0) return 'false'
  const { sql, kind } = expressionSql(of, source)
  return `coalesce(${sql} in (${values.map(value => literalFor(kind, value, source)).join(', ')}), false)`
}

/** Of a column, the cell as it is written: one that is not of the column's type is not empty. */
const emptySide = (of: Expression, source: Source): string =>
  of.type === 'column'
    ? source.filled(of.name)
    : of.type === 'text'
      ? `nullif(${source.text(of.name)}, '')`
      : expressionSql(of, source).sql

/** What is compared with a text: the cells of a column as they are written. */
const textSide = (of: Expression, source: Source): string =>
  of.type === 'column' ? source.text(of.name) : `(${expressionSql(of, source).sql})::varchar`

const HOW = {
  is: (a: string, b: string) => `${a} = ${b}`,
  contains: (a: string, b: string) => `contains(${a}, ${b})`,
  starts: (a: string, b: string) => `starts_with(${a}, ${b})`,
  ends: (a: string, b: string) => `ends_with(${a}, ${b})`,
}

function likeSql({ of, how, text }: Extract<Condition, { type: 'like' }>, source: Source): string {
  const sql = HOW[how](folded(textSide(of, source)), folded(`${source.bind(text)}::varchar`))
  return `coalesce(${sql}, false)`
}

/** More words would only slow the search. */
const MOST_WORDS = 10

function searchSql(text: string, columns: readonly string[], source: Source): string {
  const words = text.split(/[\s\p{P}]+/u).filter(word => word !== '')
  if (words.length > MOST_WORDS) throw wrongValue(text, `${MOST_WORDS} mots au plus`)
  if (words.length === 0) return 'true'
  if (columns.length === 0) return 'false'
  // Between cells, a sign that no word has.
  const row = folded(`concat_ws(chr(31), ${columns.map(source.text).join(', ')})`)
  return `(${words.map(word => `contains(${row}, ${folded(`${source.bind(word)}::varchar`)})`).join(' and ')})`
}

function boxSql(box: readonly number[], source: Source): string {
  const [x, y] = [source.point('longitude'), source.point('latitude')]
  const [west, south, east, north] = box.map(side => `${source.bind(side)}::double`)
  const across = box[0]! > box[2]!
  const inX = across ? `(${x} >= ${west} or ${x} <= ${east})` : `${x} between ${west} and ${east}`
  return `coalesce(${inX} and ${y} between ${south} and ${north}, false)`
}

const MOST_CORNERS = 500

/** Even-odd rule: a ray to the east crosses the sides of the ring an odd number of times. */
function insideSql(ring: readonly (readonly [number, number])[], source: Source): string {
  if (ring.length < 3 || ring.length > MOST_CORNERS)
    throw new QueryProblem(`J’ai lu un polygone de ${ring.length} points ; j’attendais de 3 à ${MOST_CORNERS} points.`)
  const next = [...ring.slice(1), ring[0]!]
  const list = (corners: typeof ring, axis: 0 | 1) =>
    `${source.bind(`[${corners.map(corner => corner[axis]).join(', ')}]`)}::double[]`
  const [x1, y1, x2, y2] = [list(ring, 0), list(ring, 1), list(next, 0), list(next, 1)]
  const [x, y] = [source.point('longitude'), source.point('latitude')]
  const crosses = `((${y1})[i] > ${y}) <> ((${y2})[i] > ${y}) and ${x} < ((${x2})[i] - (${x1})[i]) * (${y} - (${y1})[i]) / ((${y2})[i] - (${y1})[i]) + (${x1})[i]`
  return `coalesce(list_sum(list_transform(range(1, ${ring.length + 1}), lambda i: (${crosses})::int)) % 2 = 1, false)`
}
