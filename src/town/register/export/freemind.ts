import type { RegisterNode } from '../../../contract/register.ts'
import { EDGE_WORDS } from '../../../core/town/register/graph.ts'
import { type TreeItem, treeOf } from '../../../core/town/register/tree.ts'
import { BODY, EDGE, HAT, KIND, toId } from '../freemind-names.ts'
import type { RegisterGraph } from '../graph.ts'

/** A FreeMind map: each node where it is first; its other places are arrows, which say what they are. */
export function toFreemind(town: string, graph: RegisterGraph): string {
  const top = treeOf(graph).children.map(nodeOf).join('')
  return `<map version="1.0.1">\n<node ID="commune" TEXT="${xml(town)}">\n${top}</node>\n</map>\n`
}

function nodeOf(item: TreeItem<RegisterNode>): string {
  const below = item.children.filter(({ reference }) => !reference).map(nodeOf)
  const { node } = item
  // Those that nobody is said to hold are under the town.
  if (!node) return below.join('')
  const arrows = item.children.filter(({ reference }) => reference).map(arrowOf)
  const link = node.body.link === undefined ? '' : ` LINK="${xml(node.body.link)}"`
  const inside = [...attributesOf(item, node), ...arrows, ...below].join('')
  return `<node ID="${toId(node.id)}" TEXT="${xml(node.name)}"${link}>\n${inside}</node>\n`
}

function attributesOf({ edge }: TreeItem<RegisterNode>, { kind, body }: RegisterNode): string[] {
  const said: [string, string | undefined][] = [
    [KIND, kind],
    [EDGE, edge && edge.kind !== 'in' ? EDGE_WORDS[edge.kind] : undefined],
    [HAT, edge?.role],
    ...Object.entries(BODY).map(([field, name]): [string, string | undefined] => [
      name,
      field === 'askInstead' ? body.askInstead && toId(body.askInstead) : body[field as keyof typeof BODY],
    ]),
  ]
  return said.flatMap(([name, value]) => (value ? [`<attribute NAME="${xml(name)}" VALUE="${xml(value)}"/>\n`] : []))
}

/** From what is above to what is below, with the words of the edge: « supplée », « fait partie de : Référente ». */
function arrowOf({ edge, node }: TreeItem<RegisterNode>): string {
  const words = `${EDGE_WORDS[edge!.kind]}${edge!.role === '' ? '' : ` : ${edge!.role}`}`
  return `<arrowlink DESTINATION="${toId(node!.id)}" ENDARROW="Default" MIDDLE_LABEL="${xml(words)}"/>\n`
}

/** Line breaks of an attribute are written out, or readers make spaces of them. */
const xml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\n\r\t]/g, sign => `&#${sign.charCodeAt(0)};`)
