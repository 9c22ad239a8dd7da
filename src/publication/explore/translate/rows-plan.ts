import type { Order } from '../../query/query.ts'
import type { Expression, Selected } from '../odsql/ast.ts'
import { printValue } from '../odsql/print.ts'
import { impossible } from '../odsql/problem.ts'
import { Asked, type Clauses, cellsAt, once, type Plan } from './asked.ts'
import type { Context } from './context.ts'
import { allOutputs, type Output, valueOutput } from './outputs.ts'
import { engineValue } from './values.ts'

/** An answer a row. */
export function rowsPlan({ select = [{ type: 'all' }], orderBy = [], where }: Clauses, context: Context): Plan {
  const asked = new Asked('v')
  const outputs = asked.placed(once(selectedOutputs(select, context)))
  if (outputs.length === 0) throw impossible('cette demande ne choisit aucun champ.')
  const aliases = new Map(
    select.flatMap(one => (one.type === 'value' && one.as !== undefined ? [[one.as, one.of] as const] : [])),
  )
  const order = orderBy.map(({ of, descending }): Order => {
    const meant = of.type === 'field' ? (aliases.get(of.name) ?? of) : of
    if (meant.type === 'aggregate') throw impossible(`« ${printValue(meant)} » ne trie que des groupes.`)
    return { by: engineValue(meant, context), descending }
  })
  return {
    query: { select: asked.selected(), ...(where && { where }), ...(order.length > 0 && { orderBy: order }) },
    names: outputs.map(({ name }) => name),
    values: row => outputs.map(({ make, places }) => make(cellsAt(places, row))),
    isGrouped: false,
  }
}

function selectedOutputs(select: readonly Selected[], context: Context): Output[] {
  const all = allOutputs(context)
  let chosen: Output[] = select[0]?.type === 'exclude' ? all : []
  for (const one of select) {
    if (one.type === 'all') chosen = [...chosen, ...all]
    else if (one.type === 'value') chosen = [...chosen, valueOutput(one.of as Expression, one.as, context)]
    else {
      const isMeant = ({ name }: Output) => (one.starts ? name.startsWith(one.name) : name === one.name)
      chosen = one.type === 'include' ? [...chosen, ...all.filter(isMeant)] : chosen.filter(output => !isMeant(output))
    }
  }
  return chosen
}
