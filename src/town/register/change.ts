import { Refused } from '../../contract/refused.ts'
import type { EdgeFacts, NodeFacts, RegisterChange, RegisterOp } from '../../contract/register.ts'
import type { Tx } from '../../store/open.ts'

/** The change that brings back what was: last op first. */
export const reverse = (change: RegisterChange): RegisterChange => change.map(reverseOp).reverse()

function reverseOp({ now, was, ...op }: RegisterOp): RegisterOp {
  // The compiler cannot see that `now` and `was` of one op have one type.
  return { ...op, ...(was && { now: was }), ...(now && { was: now }) } as RegisterOp
}

/** The one place that writes the register. Refused when what is there is not what the change replaces: nothing is covered unseen. */
export async function applyChange(tx: Tx, insee: string, change: RegisterChange, seq: number): Promise<void> {
  for (const op of change) {
    const there = op.op === 'node' ? await nodeAt(tx, insee, op.id) : await edgeAt(tx, insee, op.id)
    if (JSON.stringify(there) !== JSON.stringify(op.op === 'node' ? nodeFacts(op.was) : edgeFacts(op.was)))
      throw moved()
    await tx
      .deleteFrom(op.op)
      .where(is => is.and({ insee, id: op.id }))
      .execute()
    if (op.now) await insert(tx, insee, op, seq)
  }
}

async function insert(tx: Tx, insee: string, op: RegisterOp, seq: number): Promise<void> {
  if (op.op === 'node' && op.now) {
    const { kind, name, body } = op.now
    await tx
      .insertInto('node')
      .values({ insee, id: op.id, kind, name, body: JSON.stringify(body), seq })
      .execute()
  }
  if (op.op === 'edge' && op.now) {
    const { from, to, kind, role, at } = op.now
    await tx
      .insertInto('edge')
      .values({ insee, id: op.id, from_node: from, to_node: to, kind, role, seq: at })
      .execute()
  }
}

/** In one order of names, so that two writings of one thing are one text. */
const nodeFacts = (facts: NodeFacts | undefined) =>
  facts && { kind: facts.kind, name: facts.name, body: JSON.stringify(facts.body) }
const edgeFacts = (facts: EdgeFacts | undefined) =>
  facts && { from: facts.from, to: facts.to, kind: facts.kind, role: facts.role, at: facts.at }

const nodeAt = (tx: Tx, insee: string, id: string) =>
  tx
    .selectFrom('node')
    .select(['kind', 'name', 'body'])
    .where(is => is.and({ insee, id }))
    .executeTakeFirst()
    .then(row => row && { kind: row.kind, name: row.name, body: row.body })

const edgeAt = (tx: Tx, insee: string, id: string) =>
  tx
    .selectFrom('edge')
    .selectAll()
    .where(is => is.and({ insee, id }))
    .executeTakeFirst()
    .then(row => row && { from: row.from_node, to: row.to_node, kind: row.kind, role: row.role, at: row.seq })

const moved = () =>
  new Refused(
    409,
    '« Qui a quoi » a changé depuis, à cet endroit : relisez ce qui est là maintenant. Rien n’a été modifié.',
  )
