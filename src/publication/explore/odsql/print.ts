import type { Aggregate, Condition, Expression, Group, Ordered, Selected } from './ast.ts'
import { RESERVED } from './tokens.ts'

/** A query written back: what is read from it is the same query. */
export const printSelect = (all: readonly Selected[]): string => all.map(selected).join(', ')
export const printGroupBy = (all: readonly Group[]): string => all.map(group).join(', ')
export const printOrderBy = (all: readonly Ordered[]): string =>
  all.map(({ of, descending }) => `${printValue(of)}${descending ? ' desc' : ''}`).join(', ')

const field = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*$/u.test(name) && !RESERVED.has(name.toLowerCase())
    ? name
    : `\`${name.replaceAll('`', '``')}\``
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`
const alias = ({ as }: { readonly as?: string }): string => (as === undefined ? '' : ` as ${field(as)}`)

/** Also the name of a column that was given none: `sum(population)`. */
export function printValue(value: Expression | Aggregate): string {
  switch (value.type) {
    case 'field':
      return field(value.name)
    case 'text':
      return quoted(value.value)
    case 'number':
    case 'boolean':
      return String(value.value)
    case 'date':
      return `date${quoted(value.value)}`
    case 'geometry':
      return `geom${quoted(value.value)}`
    case 'call':
      return `${value.name}(${value.args.map(printValue).join(', ')})`
    case 'binary':
      return `${operand(value.left)} ${value.sign} ${operand(value.right)}`
    case 'opposite':
      return `-${operand(value.of)}`
    case 'aggregate':
      return `${value.name}(${argument(value)})`
  }
}
const operand = (value: Expression): string => (value.type === 'binary' ? `(${printValue(value)})` : printValue(value))

/** After `distinct`, a sign would be read as a sum of a field of this name. */
const alone = (of: Expression): string => (of.type === 'field' ? printValue(of) : `(${printValue(of)})`)

const argument = ({ of, distinct, percent }: Aggregate): string =>
  of === undefined
    ? '*'
    : `${distinct ? `distinct ${alone(of)}` : printValue(of)}${percent === undefined ? '' : `, ${percent}`}`

function selected(one: Selected): string {
  if (one.type === 'all') return '*'
  if (one.type === 'value') return `${printValue(one.of)}${alias(one)}`
  return `${one.type}(${field(one.name)}${one.starts ? '*' : ''})`
}

function group(one: Group): string {
  if (one.type === 'group') return `${printValue(one.of)}${alias(one)}`
  return `range(${printValue(one.of)}, ${printRange(one)})${alias(one)}`
}
const printRange = (one: Exclude<Group, { type: 'group' }>): string =>
  one.type === 'widths'
    ? `${one.width}${one.unit ? ` ${one.unit}` : ''}`
    : `${one.below ? ']' : '['}${one.bounds.map(printValue).join(', ')}${one.above ? '[' : ']'}`

export function printWhere(condition: Condition): string {
  switch (condition.type) {
    case 'and':
    case 'or':
      return condition.of.map(part).join(` ${condition.type} `)
    case 'not':
      return `not ${part(condition.of)}`
    case 'words':
      return quoted(condition.text)
    case 'yes':
      return field(condition.name)
    case 'search':
      return `${condition.how}(${(condition.fields?.map(field) ?? ['*']).join(', ')}, ${quoted(condition.text)})`
    case 'compare':
      return `${printValue(condition.left)} ${condition.is} ${printValue(condition.right)}`
    case 'like':
      return `${printValue(condition.of)} like ${quoted(condition.text)}`
    case 'among':
      return `${printValue(condition.of)} in (${condition.values.map(printValue).join(', ')})`
    case 'between':
      return `${printValue(condition.of)} in ${condition.includes.from ? '[' : ']'}${printValue(condition.from)} .. ${printValue(condition.to)}${condition.includes.to ? ']' : '['}`
    case 'holds':
      return `${printValue(condition.value)} in ${field(condition.field)}`
    case 'empty':
      return `${printValue(condition.of)} is null`
    case 'is':
      return `${printValue(condition.of)} is ${condition.value}`
    case 'near':
      return `within_distance(${field(condition.field)}, geom${quoted(condition.from)}, ${condition.metres}m)`
    case 'box':
      return `in_bbox(${[field(condition.field), ...condition.sides].join(', ')})`
    case 'shape':
      return `${condition.how}(${field(condition.field)}, geom${quoted(condition.geometry)})`
  }
}
const part = (condition: Condition): string =>
  condition.type === 'and' || condition.type === 'or' ? `(${printWhere(condition)})` : printWhere(condition)
