import type { RegisterFormat, RegisterNode } from '../../../contract/register.ts'
import { labelOf } from '../../../core/town/register/label.ts'
import { layoutMap } from '../../../core/town/register/layout.ts'
import { mapSvg } from '../../../core/town/register/map-svg.ts'
import { treeOf } from '../../../core/town/register/tree.ts'
import type { World } from '../../../store/world.ts'
import { type RegisterGraph, readGraph } from '../graph.ts'
import { toCsv } from './csv.ts'
import { toFreemind } from './freemind.ts'

export interface ExportedFile {
  readonly name: string
  readonly type: string
  readonly text: string
}

/** The register to take away. For the town's own use: the table and the mind map hold mails and phones, the picture does not. */
export async function exportRegister(
  world: Pick<World, 'db' | 'now'> & { readonly publicUrl: string },
  insee: string,
  format: RegisterFormat,
): Promise<ExportedFile> {
  const { name: town } = await world.db
    .selectFrom('town')
    .select('name')
    .where('insee', '=', insee)
    .executeTakeFirstOrThrow()
  const graph = await readGraph(world.db, insee)
  switch (format) {
    case 'csv':
      return { name: 'qui-a-quoi.csv', type: 'text/csv; charset=utf-8', text: toCsv(graph, world.publicUrl) }
    case 'mm':
      return { name: 'qui-a-quoi.mm', type: 'application/x-freemind; charset=utf-8', text: toFreemind(town, graph) }
    case 'svg':
      return { name: 'qui-a-quoi.svg', type: 'image/svg+xml; charset=utf-8', text: pictureOf(town, graph, world.now()) }
  }
}

function pictureOf(town: string, graph: RegisterGraph, now: string): string {
  const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(new Date(now))
  const layout = layoutMap<RegisterNode>(treeOf(graph), { label: labelOf(town) })
  const nodes = new Map(graph.nodes.map(node => [node.id, node]))
  return mapSvg(layout, { title: `Qui a quoi à ${town}, le ${day}`, drawn: ({ key }) => nodes.get(key) })
}
