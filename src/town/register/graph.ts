import type { NodeBody, NodeKind, RegisterNode } from '../../contract/register.ts'
import type { SetSummary } from '../../contract/sets.ts'
import type { EdgeKind, Graph, GraphEdge } from '../../core/town/register/graph.ts'
import type { SetStatus } from '../../core/town/register/status.ts'
import { summaries } from '../../preparation/sets/summary.ts'
import type { Database } from '../../store/open.ts'

export type RegisterGraph = Graph<RegisterNode>

/** Sets of the town are nodes by themselves, under this id; they have no row of their own. */
export const nodeOfSet = (dataSet: string): string => `jeu-${dataSet}`

/** Edges that were written: not those that wishes tell. */
export const keptEdges = ({ edges }: Pick<RegisterGraph, 'edges'>): GraphEdge[] =>
  edges.filter(({ kind }) => kind !== 'asked')

export const nextAt = (graph: RegisterGraph): number => Math.max(0, ...keptEdges(graph).map(({ at }) => at)) + 1

/** Who has what, now: what was written, the town's sets, and the services that wishes name for sets that nobody is said to hold. */
export async function readGraph(db: Database, insee: string): Promise<RegisterGraph> {
  const [rows, kept, sets, wishes] = await Promise.all([
    db.selectFrom('node').selectAll().where('insee', '=', insee).orderBy('id').execute(),
    db.selectFrom('edge').selectAll().where('insee', '=', insee).orderBy('id').execute(),
    setsOf(db, insee),
    db.selectFrom('wish').selectAll().where('insee', '=', insee).orderBy('data_set').execute(),
  ])
  const refused = new Set(wishes.filter(({ decision }) => decision === 'no').map(({ data_set }) => data_set))
  const written = rows.map(
    ({ id, kind, name, body, seq }): RegisterNode => ({
      ...{ id, kind: kind as NodeKind, name, body: JSON.parse(body) as NodeBody, seq },
      ...(kind === 'set' && { status: 'elsewhere' as const }),
    }),
  )
  const nodes = [...written, ...sets.map(set => nodeFrom(set, refused.has(set.id)))]
  const there = new Set(nodes.map(({ id }) => id))
  const edges = kept
    .filter(({ from_node, to_node }) => there.has(from_node) && there.has(to_node))
    .map(
      ({ id, from_node, to_node, kind, role, seq }): GraphEdge => ({
        ...{ id, from: from_node, to: to_node, kind: kind as EdgeKind, role, at: seq },
      }),
    )
  return { nodes, edges: [...edges, ...askedOf(wishes, edges, there)] }
}

async function setsOf(db: Database, insee: string): Promise<SetSummary[]> {
  const rows = await db
    .selectFrom('data_set')
    .selectAll()
    .where('insee', '=', insee)
    .where('trashed_at', 'is', null)
    .orderBy('id')
    .execute()
  return summaries(db, rows, async id => id)
}

const nodeFrom = (set: SetSummary, refused: boolean): RegisterNode => ({
  ...{ id: nodeOfSet(set.id), kind: 'set', name: set.title, body: {}, seq: 0, status: statusOf(set, refused) },
  set: { slug: set.slug, ...(set.published && { published: `/jeux/${set.published.slug}` }) },
})

function statusOf({ published, withdrawn, stage }: SetSummary, refused: boolean): SetStatus {
  if (published) return 'published'
  if (refused) return 'refused'
  if (withdrawn) return 'withdrawn'
  switch (stage) {
    case 'waiting-for-file':
      return 'waiting'
    case 'to-prepare':
    case 'to-complete':
      return 'in-progress'
    case 'ready':
    case 'published':
      return 'ready'
  }
}

/** What wishes say of whom to contact, where it is not known yet who holds the set. */
function askedOf(
  wishes: readonly { data_set: string; service: string | null; second_service: string | null; seq: number }[],
  edges: readonly GraphEdge[],
  there: ReadonlySet<string>,
): GraphEdge[] {
  const held = new Set(edges.filter(({ kind }) => kind === 'holds').map(({ to }) => to))
  return wishes.flatMap(({ data_set, service, second_service, seq }) => {
    const to = nodeOfSet(data_set)
    if (held.has(to) || !there.has(to)) return []
    return [service, second_service].flatMap((from, n): GraphEdge[] =>
      from !== null && there.has(from) && !(n === 1 && from === service)
        ? [{ id: `souhait-${n + 1}-${data_set}`, from, to, kind: 'asked', role: '', at: seq * 2 + n }]
        : [],
    )
  })
}
