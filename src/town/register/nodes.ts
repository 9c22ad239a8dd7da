import { randomBytes } from 'node:crypto'
import { type NodeKind, nodeName } from '../../contract/register.ts'
import { comparisonKey } from '../../core/values/text.ts'
import type { Database, Tx } from '../../store/open.ts'

/** Services and outside bodies are taken for each other: « GPSEO » is known, whichever the person says that it is. Elected persons are persons. */
export const LIKE: Readonly<Record<NodeKind, readonly NodeKind[]>> = {
  elected: ['elected', 'person'],
  person: ['person', 'elected'],
  service: ['service', 'body'],
  body: ['body', 'service'],
  set: ['set'],
}

/** The node of this kind under this name, case and accents aside, or a new one: for what names a service in passing. `seq`: of the entry. */
export async function findOrCreateNode(
  tx: Tx,
  insee: string,
  { kind, name }: { readonly kind: NodeKind; readonly name: string },
  seq = 0,
): Promise<{ readonly id: string; readonly created: boolean }> {
  const found = await findNode(tx, insee, kind, name)
  if (found !== undefined) return { id: found, created: false }
  const id = randomBytes(16).toString('base64url')
  await tx
    .insertInto('node')
    .values({ insee, id, kind, name: nodeName.parse(name), body: '{}', seq })
    .execute()
  return { id, created: true }
}

export async function findNode(db: Database, insee: string, kind: NodeKind, name: string): Promise<string | undefined> {
  const rows = await db
    .selectFrom('node')
    .select(['id', 'kind', 'name'])
    .where('insee', '=', insee)
    .where('kind', 'in', LIKE[kind])
    .orderBy('id')
    .execute()
  const same = rows.filter(row => comparisonKey(row.name) === comparisonKey(name))
  return (same.find(row => row.kind === kind) ?? same[0])?.id
}
