import type { NodeBody } from '../../contract/register.ts'
import { referentOf } from '../../people/visitor.ts'
import type { World } from '../../store/world.ts'
import { nodeOfSet } from '../register/graph.ts'

export interface Holder {
  readonly name: string
  readonly mail: string
  readonly from: 'register' | 'referent'
}

/** Who is told: whoever holds the set in the register, or who stands in for her while she is away; the referent when nobody there has a mail. */
export async function holderOf(world: World, insee: string, dataSet: string, today: string): Promise<Holder> {
  const holders = await nodesHolding(world, insee, dataSet)
  for (const { name, body } of holders) {
    const instead = body.absentUntil !== undefined && body.absentUntil >= today ? body.askInstead : undefined
    const asked = instead === undefined ? { name, body } : ((await nodeNamed(world, insee, instead)) ?? { name, body })
    if (asked.body.mail !== undefined) return { name: asked.name, mail: asked.body.mail, from: 'register' }
  }
  const referent = await referentOf(world, insee)
  return { name: referent?.name ?? '', mail: referent?.mail ?? '', from: 'referent' }
}

async function nodesHolding({ db }: World, insee: string, dataSet: string) {
  const rows = await db
    .selectFrom('edge')
    .innerJoin('node', join => join.onRef('node.insee', '=', 'edge.insee').onRef('node.id', '=', 'edge.from_node'))
    .select(['node.name', 'node.body'])
    .where('edge.insee', '=', insee)
    .where('edge.to_node', '=', nodeOfSet(dataSet))
    // Who holds it before who stands in for her.
    .where('edge.kind', 'in', ['holds', 'backup'])
    .orderBy('edge.kind', 'desc')
    .orderBy('edge.seq')
    .execute()
  return rows.map(nodeFrom)
}

async function nodeNamed({ db }: World, insee: string, id: string) {
  const row = await db
    .selectFrom('node')
    .select(['name', 'body'])
    .where(is => is.and({ insee, id }))
    .executeTakeFirst()
  return row && nodeFrom(row)
}

const nodeFrom = ({ name, body }: { readonly name: string; readonly body: string }) => ({
  name,
  body: JSON.parse(body) as NodeBody,
})
