import { type NodeBody, type NodeKind, nodeBody, nodeName, type RegisterDraft } from '../../../contract/register.ts'
import { UnreadableFile } from '../../../core/table/read-result.ts'
import type { DrawnEdgeKind, EdgeKind } from '../../../core/town/register/graph.ts'
import { comparisonKey } from '../../../core/values/text.ts'

/** A mind map or a table as it was read: names below names. `kind` absent: to be guessed from the words and the place. */
export interface Branch {
  readonly id: string
  readonly name: string
  readonly kind?: NodeKind
  /** What links it to what is above. */
  readonly link?: DrawnEdgeKind
  readonly role?: string
  readonly body?: Readonly<Partial<Record<keyof NodeBody, string>>>
  readonly children: readonly Branch[]
  /** The file tells it from others of its name by an identifier: homonyms stay two. */
  readonly own?: boolean
  /** Of a flat table: an arrow says what it is below, or that others are below it. */
  readonly isBelow?: boolean
  readonly isAbove?: boolean
}
export interface Arrow {
  readonly from: string
  readonly to: string
  readonly kind: EdgeKind
  readonly role: string
}
export interface ReadMap {
  readonly branches: readonly Branch[]
  readonly arrows: readonly Arrow[]
  /** French sentences. */
  readonly remarks: readonly string[]
}

/** Names of what the town has, to know a set when one is met. */
export interface Known {
  readonly sets: readonly string[]
  readonly town: string
}

export const MOST_NODES = 2000
export const tooMany = () =>
  new UnreadableFile(`Ce fichier a plus de ${MOST_NODES} cases : importez-le branche par branche.`)

/** What was read, as what would be added: each name once where it can only be one, kinds guessed where the file does not say them. */
export function draftOf({ branches, arrows, remarks }: ReadMap, known: Known): RegisterDraft & { remarks: string[] } {
  const making = new Making(known)
  for (const branch of withoutTown(branches, known)) making.add(branch, undefined)
  for (const arrow of arrows) making.arrow(arrow)
  return { nodes: making.nodes, edges: making.edges, remarks: [...remarks, ...making.remarks()] }
}

/** The middle of the maps that Carnet writes. */
const TOWN_ID = 'commune'

/** A map has the town in its middle: that one is here by itself. */
function withoutTown(branches: readonly Branch[], { town }: Known): readonly Branch[] {
  const [only, ...others] = branches
  if (!only || others.length > 0 || only.kind !== undefined) return branches
  if (only.id === TOWN_ID) return only.children
  if (only.children.length === 0) return branches
  const key = comparisonKey(only.name)
  const isTown = key.includes(comparisonKey(town)) || /\b(mairie|commune|ville|organigramme|donnees)\b/.test(key)
  return isTown ? only.children : branches
}

class Making {
  readonly nodes: RegisterDraft['nodes'] = []
  readonly edges: RegisterDraft['edges'] = []
  readonly #ids = new Map<string, string>()
  readonly #byName = new Map<string, string>()
  readonly #kinds = new Map<string, NodeKind>()
  readonly #sets: ReadonlySet<string>
  #unnamed = 0
  #cut = 0
  constructor(known: Known) {
    this.#sets = new Set(known.sets.map(title => comparisonKey(title)))
  }

  add(branch: Branch, above: { readonly id: string; readonly kind: NodeKind } | undefined): void {
    const name = nodeName.safeParse(branch.name.slice(0, 120))
    if (!name.success) this.#unnamed++
    // What has no name holds its branches together, no more.
    const placed = name.success ? this.#node(branch, name.data, above) : above
    for (const child of branch.children) this.add(child, placed)
  }

  #node(branch: Branch, name: string, above: { readonly id: string; readonly kind: NodeKind } | undefined) {
    if (branch.name.length > 120) this.#cut++
    const kind = branch.kind ?? guessKind(branch, name, this.#sets, above?.kind)
    // Below a set there are only remarks: they go to whoever holds it.
    const id = this.#made(branch, name, kind)
    this.#ids.set(branch.id, id)
    if (above && branch.link !== 'asked')
      this.#edge({
        from: above.id,
        to: id,
        kind: branch.link ?? (kind === 'set' ? 'holds' : 'in'),
        role: branch.role ?? '',
      })
    return kind === 'set' ? above : { id, kind }
  }

  /** One person is one node, however many times she is written; so is a set. Two services may have one name. */
  #made(branch: Branch, name: string, kind: NodeKind): string {
    const key = `${kind === 'set' ? 'set' : 'person'} ${comparisonKey(name)}`
    const isOne = !branch.own && kind !== 'service' && kind !== 'body'
    const known = isOne ? this.#byName.get(key) : undefined
    if (known !== undefined) return known
    let id = branch.id
    for (let n = 2; this.#kinds.has(id); n++) id = `${branch.id.slice(0, 60)}-${n}`
    this.nodes.push({ id, kind, name, body: bodyOf(branch.body ?? {}) })
    this.#kinds.set(id, kind)
    if (isOne) this.#byName.set(key, id)
    return id
  }

  arrow({ from, to, kind, role }: Arrow): void {
    const [above, below] = [this.#ids.get(from), this.#ids.get(to)]
    if (above === undefined || below === undefined) return
    this.#edge({ from: above, to: below, kind, role })
  }

  /** A set is held; anything else is a part. */
  #edge({ kind, ...edge }: RegisterDraft['edges'][number]): void {
    const isSet = this.#kinds.get(edge.to) === 'set'
    const right = isSet === (kind === 'in') ? (isSet ? 'holds' : 'in') : kind
    this.edges.push({ ...edge, kind: right, role: edge.role.slice(0, 120) })
  }

  remarks(): string[] {
    return [
      this.#unnamed === 0
        ? ''
        : `${this.#unnamed} case(s) sans nom : laissées de côté, ce qui était dessous est gardé.`,
      this.#cut === 0 ? '' : `${this.#cut} nom(s) de plus de 120 signes : coupés.`,
    ].filter(text => text !== '')
  }
}

/** What a box takes is kept; what it does not goes to the remark, so that nothing is lost. */
export function bodyOf(fields: Readonly<Partial<Record<keyof NodeBody, string>>>): NodeBody {
  const kept: Record<string, string> = {}
  const left: string[] = []
  for (const [field, value] of Object.entries(fields)) {
    if (value.trim() === '') continue
    const read = nodeBody.safeParse({ [field]: value.trim() })
    if (read.success) Object.assign(kept, read.data)
    else left.push(value.trim())
  }
  const remark = [kept.remark, ...left].filter(text => text !== undefined).join('\n')
  if (remark === '') return kept
  const read = nodeBody.safeParse({ ...kept, remark: remark.slice(0, 2000) })
  return read.success ? read.data : kept
}

const OUTSIDE =
  /\b(communaute|agglo\w*|metropole|intercommunal\w*|syndicat|departement|departemental\w*|region|prefecture|prestataire|sarl|sas|cci|enedis|sdis|ign|insee|epci|gpseo|gps o|etat|dreal|ddt|caf|la poste|association)\b/
const ELECTED = /\b(maire|adjoint\w*|elu|elue|elus|conseiller\w*|conseillere\w*|delegue a|deleguee a)\b/
const DEPARTMENT =
  /\b(direction|service\w*|pole|secretariat|accueil|dgs|etat civil|urbanisme|police|mediatheque|bibliotheque|ecole\w*|creche|cabinet|finances|comptabilite|ressources humaines|rh|communication|culture|sport\w*|jeunesse|ccas|technique\w*|voirie|informatique|periscolaire|cantine)\b/
const CIVIL = /^(m|mr|mme|mlle|monsieur|madame)\b/
/** « Claire Duval », « Jean-Paul LE GOFF », « DUVAL Claire », « Claire D. » */
const FIRST = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`
const UPPER = String.raw`\p{Lu}[\p{Lu}'’-]+`
const FULL_NAME = new RegExp(
  `^(?:${FIRST}(?: ${UPPER}){1,3}|${FIRST} \\p{Lu}[\\p{L}'’-]*\\.?|${UPPER}(?: ${UPPER}){0,2} ${FIRST})$`,
  'u',
)

/** What a name probably is. Only a proposal: the preview shows it, and a person changes it. */
export function guessKind(
  branch: Pick<Branch, 'children' | 'link' | 'isAbove' | 'isBelow'>,
  name: string,
  sets: ReadonlySet<string>,
  above: NodeKind | undefined,
): NodeKind {
  const key = comparisonKey(name)
  if (sets.has(key) || branch.link === 'holds' || branch.link === 'backup' || branch.link === 'asked') return 'set'
  if (CIVIL.test(key) || FULL_NAME.test(name)) return ELECTED.test(key) ? 'elected' : 'person'
  if (OUTSIDE.test(key)) return 'body'
  if (ELECTED.test(key)) return 'elected'
  if (DEPARTMENT.test(key) || branch.children.length > 0 || branch.isAbove) return 'service'
  if (above === undefined && !branch.isBelow) return 'service'
  return 'set'
}
