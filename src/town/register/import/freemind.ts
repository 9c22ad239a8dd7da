import { NODE_KINDS, type NodeBody, type NodeKind } from '../../../contract/register.ts'
import { UnreadableFile } from '../../../core/table/read-result.ts'
import { type DrawnEdgeKind, EDGE_WORDS } from '../../../core/town/register/graph.ts'
import { decodeXml, walkXml } from '../../../readers/xml/walk.ts'
import { BODY, EDGE, fromId, HAT, KIND } from '../freemind-names.ts'
import { type Arrow, type Branch, MOST_NODES, type ReadMap, tooMany } from './draft.ts'

interface Open {
  readonly id: string
  name: string
  readonly attributes: Map<string, string>
  readonly link?: string | undefined
  note: string
  readonly children: Open[]
}

/** A FreeMind or Freeplane map. Throws `UnreadableFile`: a DOCTYPE, an XML that is broken or too deep, no node, too many. */
export function readFreemind(bytes: Uint8Array): ReadMap {
  const { text, warnings } = decodeXml(bytes)
  const map = new MapListener()
  walkXml(text, map)
  if (map.top.length === 0)
    throw new UnreadableFile('J’ai lu un fichier XML sans carte mentale ; j’attendais un fichier FreeMind (.mm).')
  return { branches: map.top.map(branchOf), arrows: map.arrows, remarks: [...warnings, ...map.remarks()] }
}

class MapListener {
  readonly top: Open[] = []
  readonly arrows: Arrow[] = []
  readonly #stack: Open[] = []
  #many = 0
  #unsaid = 0
  /** Inside a text that FreeMind keeps as HTML: the name of the node, or its note. */
  #rich: 'name' | 'note' | undefined

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const here = this.#stack.at(-1)
    if (name === 'node') this.#node(attributes, here)
    else if (name === 'richcontent') this.#rich = attributes.get('TYPE') === 'NODE' ? 'name' : 'note'
    else if (here && name === 'attribute')
      here.attributes.set(attributes.get('NAME') ?? '', attributes.get('VALUE') ?? '')
    else if (here && name === 'arrowlink') this.#arrow(here, attributes)
  }

  #node(attributes: ReadonlyMap<string, string>, here: Open | undefined): void {
    if (++this.#many > MOST_NODES) throw tooMany()
    const id = fromId(attributes.get('ID') ?? `case-${this.#many}`)
    const link = attributes.get('LINK')
    const made = { id, name: attributes.get('TEXT') ?? '', attributes: new Map(), link, note: '', children: [] }
    ;(here?.children ?? this.top).push(made)
    this.#stack.push(made)
  }

  #arrow(here: Open, attributes: ReadonlyMap<string, string>): void {
    const [, words = '', role = ''] = /^(.*?)(?: : ([\s\S]*))?$/.exec(attributes.get('MIDDLE_LABEL') ?? '') ?? []
    const kind = EDGE_OF_WORDS.get(words)
    const to = attributes.get('DESTINATION')
    if (kind === undefined || to === undefined) this.#unsaid++
    else if (kind !== 'asked') this.arrows.push({ from: here.id, to: fromId(to), kind, role })
  }

  text(text: string): void {
    const here = this.#stack.at(-1)
    if (here && this.#rich) here[this.#rich] += text
  }

  close(name: string): void {
    if (name === 'node') this.#stack.pop()
    if (name === 'richcontent') this.#rich = undefined
  }

  remarks(): string[] {
    if (this.#unsaid === 0) return []
    return [`${this.#unsaid} flèche(s) de la carte ne disent pas ce qu’elles sont : laissées de côté.`]
  }
}

const EDGE_OF_WORDS: ReadonlyMap<string, DrawnEdgeKind> = new Map(
  Object.entries(EDGE_WORDS).map(([kind, word]) => [word, kind as DrawnEdgeKind]),
)
const KINDS: ReadonlySet<string> = new Set(NODE_KINDS)

function branchOf({ id, name, attributes, link, note, children }: Open): Branch {
  const kind = attributes.get(KIND) ?? ''
  const edge = EDGE_OF_WORDS.get(attributes.get(EDGE) ?? '')
  return {
    ...{ id, name, role: attributes.get(HAT) ?? '', body: bodyOf(attributes, link, note) },
    ...(KINDS.has(kind) && { kind: kind as NodeKind, own: true }),
    ...(edge && { link: edge }),
    children: children.map(branchOf),
  }
}

/** A link inside the map, or to a file of somebody's computer, says nothing here. */
function bodyOf(attributes: ReadonlyMap<string, string>, link: string | undefined, note: string) {
  const said = Object.entries(BODY).map(([field, name]) => [field, attributes.get(name) ?? ''] as const)
  const body: Partial<Record<keyof NodeBody, string>> = Object.fromEntries(said)
  return {
    ...body,
    ...(body.askInstead && { askInstead: fromId(body.askInstead) }),
    ...(link && /^https?:/i.test(link) && { link }),
    ...(note.trim() !== '' && { remark: note }),
  }
}
