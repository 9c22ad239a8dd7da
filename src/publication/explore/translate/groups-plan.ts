import type { Order } from '../../query/query.ts'
import type { Ordered, Selected } from '../odsql/ast.ts'
import { impossible } from '../odsql/problem.ts'
import { Asked, type Clauses, cellsAt, once, type Plan } from './asked.ts'
import type { Context } from './context.ts'
import { type GroupOutput, groupOutput } from './groups.ts'
import { aggregateOutput, nameOf, type Output } from './outputs.ts'

/** An answer a group; one in all when nothing is grouped. */
export function groupsPlan({ select = [], groupBy = [], orderBy = [], where }: Clauses, context: Context): Plan {
  const [keys, sums] = [new Asked('g'), new Asked('v')]
  const made = groupBy.map(group => groupOutput(group, context))
  const aggregates = sums.placed(once(select.flatMap(one => aggregatesOf(one, made, context))))
  const groups = keys.placed(once(made.map(group => renamed(group, select))))
  const orderOf = ({ of, descending }: Ordered): Order[] => {
    const name = nameOf(of)
    const group = groups.find(one => one.name === name || one.said === name)
    const aggregate = aggregates.find(one => one.name === name)
    const places = group?.places ?? aggregate?.places
    if (places) return places.map(at => ({ by: { type: 'as', name: `${group ? 'g' : 'v'}${at}` }, descending }))
    if (of.type !== 'aggregate') throw impossible(`« ${name} » n’est pas groupé : il ne peut pas trier les groupes.`)
    const { needs } = aggregateOutput(of, undefined, context)
    return needs.map(need => ({ by: { type: 'as', name: `v${sums.place(need)}` }, descending }))
  }
  const order = orderBy.flatMap(orderOf)
  const conditions = [...(where ? [where] : []), ...groups.flatMap(group => group.where ?? [])]
  const from = keys.items.length
  return {
    query: {
      ...(from > 0 && {
        groupBy: keys.items.map(({ as, need }) => ({ as, of: need as GroupOutput['needs'][number] })),
      }),
      ...(sums.items.length > 0 && { select: sums.selected() }),
      ...(conditions.length > 0 && { where: { type: 'and' as const, of: conditions } }),
      ...(order.length > 0 && { orderBy: order }),
    },
    names: [...groups, ...aggregates].map(({ name }) => name),
    values: row => [
      ...groups.map(({ make, places }) => make(cellsAt(places, row))),
      ...aggregates.map(({ make, places }) => make(cellsAt(places, row, from))),
    ],
    isGrouped: true,
  }
}

/** What is selected is an aggregate, or a group: groups are always there. */
function aggregatesOf(one: Selected, groups: readonly GroupOutput[], context: Context): Output[] {
  if (one.type === 'all') return []
  if (one.type !== 'value') throw impossible(`${one.type} ne va pas avec des groupes.`)
  if (one.of.type === 'aggregate') return [aggregateOutput(one.of, one.as, context)]
  const name = nameOf(one.of)
  if (groups.some(group => group.name === name || group.said === name)) return []
  throw impossible(
    `« ${name} » n’est ni groupé, ni compté : j’attendais par exemple count(*), ou ${name} dans group_by.`,
  )
}

/** `select=ville as v&group_by=ville`. */
function renamed(group: GroupOutput, select: readonly Selected[]): GroupOutput {
  for (const one of select)
    if (one.type === 'value' && one.as !== undefined && one.of.type !== 'aggregate' && nameOf(one.of) === group.said)
      return { ...group, name: one.as }
  return group
}
