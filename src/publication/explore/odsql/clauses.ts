import type { Expression, Group, IntervalUnit, Ordered, Selected } from './ast.ts'
import { aggregateOf, literalOf, scalarOf } from './expressions.ts'
import { type Reader, readAll } from './reader.ts'

/** The `select` clause. */
export const parseSelect = (text: string): Selected[] => readAll(text, reader => reader.list(() => selectedOf(reader)))
/** The `group_by` clause. */
export const parseGroupBy = (text: string): Group[] => readAll(text, reader => reader.list(() => groupOf(reader)))
/** The `order_by` clause. */
export const parseOrderBy = (text: string): Ordered[] => readAll(text, reader => reader.list(() => orderedOf(reader)))

function selectedOf(reader: Reader): Selected {
  if (reader.takeSign('*')) return { type: 'all' }
  if (reader.isCall('include', 'exclude')) return patternOf(reader)
  const of = aggregateOf(reader) ?? scalarOf(reader)
  return { type: 'value', of, ...reader.alias() }
}

function patternOf(reader: Reader): Selected {
  const type = reader.next().text.toLowerCase() as 'include' | 'exclude'
  reader.sign('(')
  const name = reader.field()
  const starts = reader.takeSign('*') !== undefined
  reader.sign(')')
  return { type, name, starts }
}

function orderedOf(reader: Reader): Ordered {
  const of = aggregateOf(reader) ?? scalarOf(reader)
  return { of, descending: reader.takeWord('asc', 'desc') === 'desc' }
}

function groupOf(reader: Reader): Group {
  if (!reader.isCall('range')) return { type: 'group', of: scalarOf(reader), ...reader.alias() }
  reader.next()
  reader.sign('(')
  const of = scalarOf(reader)
  reader.sign(',')
  const range = reader.isSign('[', ']') ? bracketsOf(reader) : starsOf(reader)
  reader.sign(')')
  return { ...range, of, ...reader.alias() }
}

type Unnamed<T> = T extends Group ? Omit<T, 'of' | 'as'> : never
type Range = Unnamed<Exclude<Group, { type: 'group' }>>

/** `]10, 50, 100[`: brackets turned away take what is out of the bounds too. */
function bracketsOf(reader: Reader): Range {
  const below = reader.sign('[', ']') === ']'
  const bounds = reader.list(() => literalOf(reader))
  const above = reader.sign('[', ']') === '['
  return { type: 'ranges', bounds, below, above }
}

/** v2.1: `*, 10, 50, *`, or one width: `5`, `1 day`. */
function starsOf(reader: Reader): Range {
  const all = reader.list<Expression | '*'>(() => (reader.takeSign('*') ? '*' : literalOf(reader)))
  const bounds = all.filter((one): one is Expression => one !== '*')
  const [below, above] = [all[0] === '*', all.length > 1 && all.at(-1) === '*']
  if (bounds.length === 0 || all.length - bounds.length !== Number(below) + Number(above))
    return reader.refuse('des bornes, comme *, 10, 50, *')
  const [only] = bounds
  if (all.length > 1 || only?.type !== 'number') return { type: 'ranges', bounds, below, above }
  const unit = unitOf(reader)
  return only.value > 0 ? { type: 'widths', width: only.value, ...(unit && { unit }) } : reader.refuse('une largeur')
}

const UNITS: Readonly<Record<string, IntervalUnit>> = {
  ...{ s: 'second', second: 'second', seconds: 'second', m: 'minute', minute: 'minute', minutes: 'minute' },
  ...{ h: 'hour', hour: 'hour', hours: 'hour', d: 'day', day: 'day', days: 'day' },
  ...{ M: 'month', month: 'month', months: 'month', q: 'quarter', quarter: 'quarter', quarters: 'quarter' },
  ...{ y: 'year', year: 'year', years: 'year' },
}
/** `m` is a minute, `M` a month: these words have a case. */
function unitOf(reader: Reader): IntervalUnit | undefined {
  const { kind, text } = reader.peek()
  if (kind !== 'word') return undefined
  if (!Object.hasOwn(UNITS, text)) return reader.refuse(`une durée : ${[...new Set(Object.values(UNITS))].join(', ')}`)
  reader.next()
  return UNITS[text]
}
