import type { RegisterDraft, RegisterNode, RegisterOp } from '../../contract/register.ts'
import { refuseEdge } from '../../core/town/register/graph.ts'
import { comparisonKey } from '../../core/values/text.ts'
import { nextAt, type RegisterGraph } from './graph.ts'
import { LIKE } from './nodes.ts'
import type { Plan } from './plan.ts'

/**
 * What a draft adds: nodes that the register does not know, edges that it has not. What is there stays as it is, to the last word; an edge that
 * cannot be is left out. Ids of the draft are its own: nodes made here have new ones, unless nobody has theirs.
 */
export function planDraft(graph: RegisterGraph, draft: RegisterDraft, newId: () => string, what: string): Plan {
  const ids = matchDraft(graph, draft.nodes)
  const taken = new Set(graph.nodes.map(({ id }) => id))
  const made: RegisterOp[] = []
  const nodes = [...graph.nodes]
  for (const { id, kind, name, body } of draft.nodes) {
    if (ids.has(id)) continue
    const own = taken.has(id) ? newId() : id
    ids.set(id, own)
    taken.add(own)
    made.push({ op: 'node', id: own, now: { kind, name, body } })
    nodes.push({ id: own, kind, name, body, seq: 0 })
  }
  const edges = [...graph.edges]
  let at = nextAt(graph)
  const links: RegisterOp[] = []
  for (const { from, to, kind, role } of draft.edges) {
    const edge = { from: ids.get(from) ?? from, to: ids.get(to) ?? to, kind, role, at }
    if (refuseEdge({ nodes, edges }, edge.from, edge.to, kind) !== undefined) continue
    const id = newId()
    links.push({ op: 'edge', id, now: edge })
    edges.push({ id, ...edge })
    at++
  }
  // Who is asked in the meantime has a new id too.
  const change = [...made.map(op => renamed(op, ids)), ...links]
  return { change, note: `${what} : ${counted(made.length, 'fiche')}, ${counted(links.length, 'lien')}` }
}

const renamed = (op: RegisterOp, ids: ReadonlyMap<string, string>): RegisterOp => {
  if (op.op !== 'node' || op.now?.body.askInstead === undefined) return op
  const { askInstead, ...body } = op.now.body
  const other = ids.get(askInstead)
  return { ...op, now: { ...op.now, body: other === undefined ? body : { ...body, askInstead: other } } }
}

const counted = (many: number, word: string): string => `${many} ${word}${many > 1 ? 's' : ''}`

/** Nodes of the draft that the register has already: under the same id and kind, or the same name among those not taken yet. */
export function matchDraft({ nodes }: RegisterGraph, draft: RegisterDraft['nodes']): Map<string, string> {
  const byId = new Map(nodes.map(node => [node.id, node]))
  const ids = new Map<string, string>()
  for (const { id, kind, name } of draft) {
    const same = byId.get(id)
    if (same && LIKE[kind].includes(same.kind) && comparisonKey(same.name) === comparisonKey(name)) ids.set(id, id)
  }
  const taken = new Set(ids.values())
  for (const one of draft) {
    if (ids.has(one.id)) continue
    const found = nodes.filter(node => isSame(node, one) && !taken.has(node.id))
    const best = found.find(({ kind }) => kind === one.kind) ?? found[0]
    if (!best) continue
    ids.set(one.id, best.id)
    taken.add(best.id)
  }
  return ids
}

const isSame = (node: RegisterNode, { kind, name }: RegisterDraft['nodes'][number]): boolean =>
  LIKE[kind].includes(node.kind) && comparisonKey(node.name) === comparisonKey(name)
