import type { Condition, Expression } from '../../query/query.ts'
import type { Condition as Asked, Expression as AskedValue, Comparison } from '../odsql/ast.ts'
import { impossible } from '../odsql/problem.ts'
import { type Context, needGeo } from './context.ts'
import { PARTS, piecesOf } from './date-format.ts'
import { spanOf } from './dates.ts'
import { type Geometry, geometryOf, type Point } from './geometry.ts'
import { engineValue, pointOf } from './values.ts'

/** A `where` for the engine. */
export function engineCondition(asked: Asked, context: Context): Condition {
  switch (asked.type) {
    case 'and':
    case 'or':
      return { type: asked.type, of: asked.of.map(one => engineCondition(one, context)) }
    case 'not':
      return { type: 'not', of: engineCondition(asked.of, context) }
    case 'words':
      return { type: 'search', text: asked.text }
    case 'yes':
      return equals({ type: 'column', name: asked.name }, true)
    case 'search':
      return searchOf(asked, context)
    case 'compare':
      return compareOf(asked, context)
    case 'like':
      return likeOf(asked, context)
    case 'among':
      return amongOf(asked, context)
    case 'between':
      return betweenOf(asked, context)
    case 'holds':
      return equals({ type: 'text', name: asked.field }, literalOf(asked.value))
    case 'empty':
      return emptyOf(asked.of, context)
    case 'is':
      return equals(engineValue(asked.of, context), asked.value)
    case 'near':
      needGeo(context, asked.field)
      return compare({ type: 'metres', from: pointOf(asked.from) }, '<=', asked.metres)
    case 'box': {
      needGeo(context, asked.field)
      const [south, west, north, east] = asked.sides
      return { type: 'box', box: [west, south, east, north] }
    }
    case 'shape':
      return shapeOf(asked, context)
  }
}

const compare = (left: Expression, is: Comparison, value: string | number | boolean): Condition => ({
  type: 'compare',
  left,
  is,
  right: { type: 'value', value },
})
const equals = (left: Expression, value: string | number | boolean): Condition => compare(left, '=', value)

function literalOf(value: AskedValue): string | number | boolean {
  if (value.type === 'date') return spanOf(value.value).start
  if (value.type === 'text' || value.type === 'number' || value.type === 'boolean') return value.value
  throw impossible('j’attendais une valeur.')
}

function searchOf({ how, fields, text }: Extract<Asked, { type: 'search' }>, context: Context): Condition {
  if (how !== 'startswith') return { type: 'search', text, ...(fields && { columns: fields }) }
  const names = fields ?? context.version.columns.map(({ name }) => name)
  return { type: 'or', of: names.map(name => ({ type: 'like', of: { type: 'column', name }, how: 'starts', text })) }
}

/** Each word is somewhere in the field; the star that ends a word says what is so already. */
const likeOf = ({ of, text }: Extract<Asked, { type: 'like' }>, context: Context): Condition =>
  of.type === 'field'
    ? { type: 'search', text, columns: [of.name] }
    : { type: 'like', of: engineValue(of, context), how: 'contains', text: text.replaceAll('*', '') }

const TURNED: Readonly<Record<Comparison, Comparison>> = {
  ...{ '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' },
}

function compareOf({ left, is, right }: Extract<Asked, { type: 'compare' }>, context: Context): Condition {
  if (left.type === 'date' && right.type !== 'date')
    return compareOf({ type: 'compare', left: right, is: TURNED[is], right: left }, context)
  if (left.type === 'call' && left.name === 'date_format') return partIs(left.args, is, right, context)
  const of = engineValue(left, context)
  if (right.type === 'date') return compareDate(of, is, right.value)
  return { type: 'compare', left: of, is, right: engineValue(right, context) }
}

/** `date'2020'` is a year: a day is after it once the year is over. */
function compareDate(of: Expression, is: Comparison, text: string): Condition {
  const { start, end } = spanOf(text)
  if (end === undefined) return compare(of, is, start)
  const within: Condition = { type: 'and', of: [compare(of, '>=', start), compare(of, '<', end)] }
  switch (is) {
    case '=':
      return within
    case '!=':
      return { type: 'not', of: within }
    case '<':
    case '>=':
      return compare(of, is, start)
    case '<=':
      return compare(of, '<', end)
    case '>':
      return compare(of, '>=', end)
  }
}

/** `date_format(jour, 'MM') = '02'`: one part of a date, that is a number. */
function partIs(args: readonly AskedValue[], is: Comparison, right: AskedValue, context: Context): Condition {
  const [of, pattern] = args
  const pieces = pattern?.type === 'text' ? piecesOf(pattern.value) : []
  const [piece] = pieces
  const part = pieces.length === 1 && piece && 'letters' in piece && piece.letters !== 'yy' && PARTS[piece.letters]
  if (!of || !part || right.type !== 'text' || !/^\d+$/.test(right.value))
    throw impossible(
      "dans where, date_format ne compare qu’une partie d’une date, comme date_format(jour, 'MM') = '02'.",
    )
  return compare({ type: 'call', name: part, of: [engineValue(of, context)] }, is, Number(right.value))
}

function amongOf({ of, values }: Extract<Asked, { type: 'among' }>, context: Context): Condition {
  const left = engineValue(of, context)
  const dates = values.flatMap(value => (value.type === 'date' ? [compareDate(left, '=', value.value)] : []))
  const others = values.filter(value => value.type !== 'date').map(literalOf)
  if (dates.length === 0) return { type: 'among', of: left, values: others }
  return { type: 'or', of: others.length > 0 ? [...dates, { type: 'among', of: left, values: others }] : dates }
}

function betweenOf({ of, from, to, includes }: Extract<Asked, { type: 'between' }>, context: Context): Condition {
  const left = engineValue(of, context)
  const side = (is: Comparison, value: AskedValue): Condition =>
    value.type === 'date' ? compareDate(left, is, value.value) : compare(left, is, literalOf(value))
  return { type: 'and', of: [side(includes.from ? '>=' : '>', from), side(includes.to ? '<=' : '<', to)] }
}

const emptyOf = (of: AskedValue, context: Context): Condition =>
  of.type === 'field' && of.name === context.geo
    ? { type: 'empty', of: { type: 'longitude' } }
    : { type: 'empty', of: engineValue(of, context) }

function shapeOf({ how, field, geometry }: Extract<Asked, { type: 'shape' }>, context: Context): Condition {
  needGeo(context, field)
  const inside = insideOf(geometryOf(geometry))
  const placed: Condition = { type: 'not', of: { type: 'empty', of: { type: 'longitude' } } }
  return how === 'disjoint' ? { type: 'and', of: [placed, { type: 'not', of: inside }] } : inside
}

/** In the outer ring of a polygon, and in none of its holes. */
function insideOf(geometry: Geometry): Condition {
  if (geometry.type === 'point') throw impossible('j’attendais un polygone, comme POLYGON((1 48, 2 48, 2 49, 1 48)).')
  const ringOf = (ring: readonly Point[]): Condition => ({ type: 'inside', ring })
  return {
    type: 'or',
    of: geometry.polygons.map(([outer, ...holes]) => ({
      type: 'and',
      of: [ringOf(outer!), ...holes.map((hole): Condition => ({ type: 'not', of: ringOf(hole) }))],
    })),
  }
}
