import type { Aggregate } from '../odsql/ast.ts'
import { impossible } from '../odsql/problem.ts'
import { type AskedClauses, pageOf, type RawParams } from '../params.ts'
import { nameOf } from '../translate/outputs.ts'
import { compareKnown, type Entry } from './entries.ts'
import { evaluate, type Known } from './evaluate.ts'

/** `group_by=publisher&select=count(*)`: a set of several themes is in the group of each. */
export function grouped(
  found: readonly Entry[],
  { groupBy = [], select = [], orderBy = [] }: AskedClauses,
  params: RawParams,
) {
  const groups = new Map<string, { readonly keys: readonly Known[]; readonly entries: Entry[] }>()
  for (const entry of found)
    for (const keys of keysOf(entry, groupBy)) {
      const key = JSON.stringify(keys)
      const group = groups.get(key) ?? { keys, entries: [] }
      group.entries.push(entry)
      groups.set(key, group)
    }
  const rows = [...groups.values()].map(({ keys, entries }) => {
    const row: Record<string, Known> = {}
    for (const [at, group] of groupBy.entries()) row[group.as ?? nameOf(group.of)] = keys[at] ?? null
    for (const one of select)
      if (one.type === 'value' && one.of.type === 'aggregate')
        row[one.as ?? nameOf(one.of)] = aggregated(one.of, entries)
    return row
  })
  const sorted = rows.sort((a, b) => {
    for (const { of, descending } of orderBy) {
      const order = compareKnown(a[nameOf(of)] ?? null, b[nameOf(of)] ?? null)
      if (order !== 0) return descending ? -order : order
    }
    return 0
  })
  const { limit, offset } = pageOf(params, true)
  return { total_count: sorted.length, results: sorted.slice(offset, offset + limit) }
}

function keysOf(entry: Entry, groupBy: NonNullable<AskedClauses['groupBy']>): Known[][] {
  let keys: Known[][] = [[]]
  for (const group of groupBy) {
    if (group.type !== 'group') throw impossible('range ne va pas dans le catalogue.')
    const value = evaluate(group.of, entry)
    const values: readonly Known[] = Array.isArray(value) ? value : [value as Known]
    keys = keys.flatMap(before => values.map(one => [...before, one]))
  }
  return keys
}

function aggregated({ name, of, distinct }: Aggregate, entries: readonly Entry[]): Known {
  if (of === undefined) return entries.length
  const values = entries.map(entry => evaluate(of, entry)).filter(value => value !== null)
  if (name === 'count') return distinct ? new Set(values.map(value => JSON.stringify(value))).size : values.length
  const numbers = values.filter(value => typeof value === 'number').sort((a, b) => a - b)
  if (numbers.length === 0) return null
  const sum = numbers.reduce((total, one) => total + one, 0)
  switch (name) {
    case 'sum':
      return sum
    case 'avg':
      return sum / numbers.length
    case 'min':
      return numbers[0]!
    case 'max':
      return numbers.at(-1)!
    case 'median':
      return (numbers[Math.floor((numbers.length - 1) / 2)]! + numbers[Math.ceil((numbers.length - 1) / 2)]!) / 2
    default:
      throw impossible(`${name} ne se calcule pas dans le catalogue.`)
  }
}
