import type { PublishedVersion } from '../published.ts'
import { kindOf } from '../query/kinds.ts'
import type { Condition } from '../query/query.ts'
import type { AskedClauses, Refinement } from './params.ts'
import type { Clauses } from './translate/asked.ts'
import { engineCondition } from './translate/conditions.ts'
import type { Context } from './translate/context.ts'

/** The clauses of an address, for the engine: conditions and refinements hold all at once. */
export function engineClauses({ where, refine, ...clauses }: AskedClauses, context: Context): Clauses {
  const of = [
    ...where.map(one => engineCondition(one, context)),
    ...refine.map(one => refinementOf(one, context.version)),
  ]
  return { ...clauses, ...(of.length > 0 && { where: { type: 'and' as const, of } }) }
}

function refinementOf({ field, value, not }: Refinement, version: PublishedVersion): Condition {
  const condition = valueIs(field, value, version)
  return not ? { type: 'not', of: condition } : condition
}

/** A date is refined by its beginning: `2020`, `2020/12`. A number and a yes by what they are, a text by how it is written. */
function valueIs(name: string, value: string, { columns }: PublishedVersion): Condition {
  const column = columns.find(one => one.name === name)
  const kind = column && kindOf(column)
  const of = { type: 'column', name } as const
  if (kind === 'date' || kind === 'datetime') {
    const text = value.replaceAll('/', '-')
    return { type: 'like', of, how: 'starts', text }
  }
  const left = kind === 'text' || kind === undefined ? ({ type: 'text', name } as const) : of
  return { type: 'compare', left, is: '=', right: { type: 'value', value } }
}
