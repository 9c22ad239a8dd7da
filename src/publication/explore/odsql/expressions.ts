import {
  AGGREGATES,
  type Aggregate,
  type AggregateName,
  type Condition,
  type Expression,
  SCALARS,
  type ScalarName,
} from './ast.ts'
import type { Reader } from './reader.ts'

/** Until what surrounds it says which, a text may be a value or words to search, a field a value or a yes. */
export type Node = Expression | Condition
type Inside = (reader: Reader) => Node

const VALUES: ReadonlySet<string> = new Set([
  'field',
  'text',
  'number',
  'boolean',
  'date',
  'geometry',
  'call',
  'binary',
  'opposite',
])
export const isExpression = (node: Node): node is Expression => VALUES.has(node.type)

export function asExpression(reader: Reader, node: Node): Expression {
  return isExpression(node) ? node : reader.refuse('une valeur')
}

/** Sums, then products; `inside` reads what is between parentheses. */
export function sumOf(reader: Reader, inside: Inside): Node {
  return leftToRight(reader, ['+', '-'], () => leftToRight(reader, ['*', '/'], () => signedOf(reader, inside)))
}

type Sign = Extract<Expression, { type: 'binary' }>['sign']

function leftToRight(reader: Reader, signs: readonly Sign[], operand: () => Node): Node {
  let left = operand()
  for (let sign = reader.takeSign(...signs); sign !== undefined; sign = reader.takeSign(...signs)) {
    const [a, b] = [asExpression(reader, left), asExpression(reader, operand())]
    left = { type: 'binary', sign: sign as Sign, left: a, right: b }
  }
  return left
}

function signedOf(reader: Reader, inside: Inside): Node {
  if (reader.takeSign('-')) {
    const of = asExpression(
      reader,
      reader.deeper(() => signedOf(reader, inside)),
    )
    return of.type === 'number' ? { type: 'number', value: -of.value } : { type: 'opposite', of }
  }
  return atomOf(reader, inside)
}

function atomOf(reader: Reader, inside: Inside): Node {
  const { kind, text } = reader.peek()
  if (reader.takeSign('(')) {
    const node = reader.deeper(() => inside(reader))
    reader.sign(')')
    return node
  }
  if (reader.isCall(...SCALARS)) return callOf(reader)
  if (reader.isField()) return { type: 'field', name: reader.field() }
  if (reader.isWord('true', 'false')) return { type: 'boolean', value: reader.next().text.toLowerCase() === 'true' }
  if (kind === 'date') return dateOf(reader)
  if (kind === 'text' || kind === 'geometry') return { type: kind, value: reader.next().text }
  if (kind === 'number') return { type: 'number', value: reader.number('un nombre') }
  return reader.refuse(`une valeur, et non « ${text} »`.replace(/, et non « {2}»/, ''))
}

/** A value, with nothing that makes it a condition. */
export const scalarOf = (reader: Reader): Expression => asExpression(reader, sumOf(reader, scalarOf))

function callOf(reader: Reader): Expression {
  const name = reader.next().text.toLowerCase() as ScalarName
  reader.sign('(')
  const args = reader.isSign(')') ? [] : reader.deeper(() => reader.list(() => scalarOf(reader)))
  reader.sign(')')
  return { type: 'call', name, args }
}

const DATE = /^\d{4}(?:[-/]\d\d?(?:[-/]\d\d?(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/
export function dateOf(reader: Reader): Expression {
  if (!DATE.test(reader.peek().text)) reader.refuse("une date, comme date'2021-10-17'")
  return { type: 'date', value: reader.next().text }
}

/** A value that stands for itself. */
export function literalOf(reader: Reader): Expression {
  const value = signedOf(reader, () => reader.refuse('une valeur'))
  return value.type === 'number' || value.type === 'text' || value.type === 'date' || value.type === 'boolean'
    ? value
    : reader.refuse('un nombre, un texte ou une date')
}

/** `sum(population)`, `count(*)`, `percentile(age, 90)`; undefined: no aggregate stands here. */
export function aggregateOf(reader: Reader): Aggregate | undefined {
  if (!reader.isCall(...AGGREGATES)) return undefined
  const name = reader.next().text.toLowerCase() as AggregateName
  reader.sign('(')
  const read = argumentOf(reader, name)
  reader.sign(')')
  return { type: 'aggregate', name, ...read }
}

function argumentOf(reader: Reader, name: AggregateName): Partial<Aggregate> {
  if (name === 'count' && reader.takeSign('*')) return {}
  // `distinct` is no reserved word: a field may have this name.
  const after = reader.peek(1)
  const distinct = name === 'count' && reader.isWord('distinct') && !(after.kind === 'sign' && after.text !== '(')
  if (distinct) reader.next()
  const of = scalarOf(reader)
  if (name !== 'percentile') return { of, ...(distinct && { distinct: true as const }) }
  reader.sign(',')
  const percent = reader.number('un nombre de 0 à 100')
  return percent <= 100 ? { of, percent } : reader.refuse('un nombre de 0 à 100')
}
