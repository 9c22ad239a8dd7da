import type { Comparison, Condition, Expression } from './ast.ts'
import { asExpression, isExpression, literalOf, type Node, sumOf } from './expressions.ts'
import { readFilter } from './filters.ts'
import { type Reader, readAll } from './reader.ts'

/** The `where` clause. */
export const parseWhere = (text: string): Condition => readAll(text, reader => conditionOf(reader, eitherOf(reader)))

function conditionOf(reader: Reader, node: Node): Condition {
  if (!isExpression(node)) return node
  if (node.type === 'text') return { type: 'words', text: node.value }
  if (node.type === 'field') return { type: 'yes', name: node.name }
  return reader.refuse('une comparaison')
}

const eitherOf = (reader: Reader): Node => joined(reader, 'or', () => joined(reader, 'and', () => negatedOf(reader)))

function joined(reader: Reader, type: 'and' | 'or', operand: () => Node): Node {
  const first = operand()
  if (!reader.isWord(type)) return first
  const of = [conditionOf(reader, first)]
  while (reader.takeWord(type)) of.push(conditionOf(reader, operand()))
  return { type, of }
}

function negatedOf(reader: Reader): Node {
  if (!reader.takeWord('not')) return comparedOf(reader)
  return { type: 'not', of: reader.deeper(() => conditionOf(reader, negatedOf(reader))) }
}

function comparedOf(reader: Reader): Node {
  const filter = readFilter(reader)
  if (filter) return filter
  const node = sumOf(reader, eitherOf)
  if (!isExpression(node)) return node
  if (reader.takeWord('is')) return isOf(reader, node)
  if (reader.takeWord('like')) return { type: 'like', of: node, text: reader.quoted() }
  if (reader.takeWord('in')) return inOf(reader, node)
  if (reader.isWord('not')) return notOf(reader, node)
  const sign = reader.takeSign(':', '=', '!=', '<', '<=', '>', '>=')
  if (sign === undefined) return node
  if ((sign === ':' || sign === '=') && reader.isSign('[', ']')) return betweenOf(reader, node)
  const right = asExpression(reader, sumOf(reader, eitherOf))
  return { type: 'compare', is: (sign === ':' ? '=' : sign) as Comparison, left: node, right }
}

/** `is null`, `is not null`, `is true`. */
function isOf(reader: Reader, of: Expression): Condition {
  const negated = reader.takeWord('not') !== undefined
  const word = reader.takeWord('null', 'true', 'false') ?? reader.refuse('null, true ou false')
  const condition: Condition = word === 'null' ? { type: 'empty', of } : { type: 'is', of, value: word === 'true' }
  return negated ? { type: 'not', of: condition } : condition
}

/** `not in (…)`, `not like "…"`, after the value. */
function notOf(reader: Reader, of: Expression): Condition {
  reader.next()
  if (reader.takeWord('like')) return { type: 'not', of: { type: 'like', of, text: reader.quoted() } }
  return reader.takeWord('in') ? { type: 'not', of: inOf(reader, of) } : reader.refuse('in ou like')
}

function inOf(reader: Reader, of: Expression): Condition {
  if (reader.isSign('[', ']')) return betweenOf(reader, of)
  if (reader.takeSign('(')) {
    const values = reader.list(() => literalOf(reader))
    reader.sign(')')
    return { type: 'among', of, values }
  }
  if (of.type === 'field' || !['text', 'number', 'date', 'boolean'].includes(of.type))
    return reader.refuse('une liste, comme ("a", "b"), ou un intervalle, comme [1..10]')
  return { type: 'holds', field: reader.field(), value: of }
}

/** `[1..10]`, `]1..10[`, `[date'2020' to date'2021']`. */
function betweenOf(reader: Reader, of: Expression): Condition {
  const from = reader.sign('[', ']') === '['
  const low = literalOf(reader)
  if (!reader.takeWord('to')) reader.sign('..')
  const high = literalOf(reader)
  const to = reader.sign('[', ']') === ']'
  return { type: 'between', of, from: low, to: high, includes: { from, to } }
}
