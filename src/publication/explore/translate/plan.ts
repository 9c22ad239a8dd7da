import type { Clauses, Plan } from './asked.ts'
import type { Context } from './context.ts'
import { groupsPlan } from './groups-plan.ts'
import { rowsPlan } from './rows-plan.ts'

/** What the engine is asked for these clauses. */
export function planOf(clauses: Clauses, context: Context): Plan {
  const { select = [], groupBy = [] } = clauses
  const counts = select.some(one => one.type === 'value' && one.of.type === 'aggregate')
  return groupBy.length > 0 || counts ? groupsPlan(clauses, context) : rowsPlan(clauses, context)
}
