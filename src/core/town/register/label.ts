import type { GraphNode } from './graph.ts'
import type { Label } from './layout.ts'
import { type SetStatus, STATUS_WORDS } from './status.ts'
import { ROOT, type TreeItem } from './tree.ts'

export interface LabelledNode extends GraphNode {
  readonly status?: SetStatus
  readonly body: { readonly role?: string | undefined }
}

/** What a box of the map and a line of the list say of a node: its name; the hat or the work of a person, where a set stands. */
export const labelOf =
  (town: string) =>
  ({ node, edge, key }: TreeItem<LabelledNode>): Label => {
    if (!node)
      return key === ROOT ? { name: town, note: '' } : { name: 'À qui demander ?', note: 'Sans détenteur connu' }
    if (node.status) return { name: node.name, note: STATUS_WORDS[node.status] }
    return { name: node.name, note: (edge?.role || node.body.role) ?? '' }
  }
