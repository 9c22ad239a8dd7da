import type { RegisterNode } from '../../../contract/register.ts'
import { EDGE_WORDS, KIND_WORDS } from '../../../core/town/register/graph.ts'
import { STATUS_WORDS } from '../../../core/town/register/status.ts'
import { itemsOf, type TreeItem, treeOf } from '../../../core/town/register/tree.ts'
import { CSV, CSV_COLUMNS, type CsvColumn } from '../csv-names.ts'
import { keptEdges, type RegisterGraph } from '../graph.ts'

/** The register as a table for a spreadsheet: a line for each place of a node, the first with all that is known of it. */
export function toCsv(graph: RegisterGraph, publicUrl: string): string {
  const names = new Map(graph.nodes.map(({ id, name }) => [id, name]))
  const tree = treeOf({ nodes: graph.nodes, edges: keptEdges(graph) })
  const items = [...itemsOf(tree)]
  const others = items.filter(({ reference }) => reference)
  const rows = items
    .filter(({ node, reference }) => node && !reference)
    .flatMap(item => [item, ...others.filter(({ node }) => node === item.node)])
    .map(item => lineOf(item, item.node!, names, publicUrl))
  const records = [
    CSV_COLUMNS.map(column => CSV[column]),
    ...rows.map(row => CSV_COLUMNS.map(column => row[column] ?? '')),
  ]
  // The mark and the semicolon of a French Excel.
  return `\uFEFF${records.map(cells => `${cells.map(cell).join(';')}\r\n`).join('')}`
}

function lineOf(
  { edge, reference }: TreeItem<RegisterNode>,
  node: RegisterNode,
  names: ReadonlyMap<string, string>,
  publicUrl: string,
): Partial<Record<CsvColumn, string | undefined>> {
  const place = {
    ...{ id: node.id, kind: KIND_WORDS[node.kind], name: node.name },
    ...(edge && { above: names.get(edge.from) ?? '', aboveId: edge.from, edge: EDGE_WORDS[edge.kind], hat: edge.role }),
  }
  if (reference) return place
  return {
    ...place,
    ...node.body,
    askInstead: names.get(node.body.askInstead ?? '') ?? '',
    ...(node.status && { status: STATUS_WORDS[node.status] }),
    ...(node.set?.published && { link: `${publicUrl}${node.set.published}` }),
  }
}

/** A text that a spreadsheet would compute is shown as a text, by the mark that spreadsheets themselves hide; reading takes it away. */
const cell = (text: string): string => {
  const safe = /^['=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n\uFEFF]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
