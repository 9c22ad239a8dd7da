import { NODE_KINDS, type NodeBody, type NodeKind } from '../../../contract/register.ts'
import { UnreadableFile } from '../../../core/table/read-result.ts'
import { type DrawnEdgeKind, EDGE_WORDS, KIND_WORDS } from '../../../core/town/register/graph.ts'
import { comparisonKey } from '../../../core/values/text.ts'
import { readCsv } from '../../../readers/csv/read-csv.ts'
import { CSV_BODY, type CsvColumn } from '../csv-names.ts'
import { type Arrow, type Branch, MOST_NODES, type ReadMap, tooMany } from './draft.ts'

/** How towns call these columns. */
const COLUMNS: Readonly<Record<CsvColumn, readonly string[]>> = {
  id: ['repère', 'id', 'identifiant'],
  kind: ['nature', 'type', 'catégorie'],
  name: ['nom', 'libellé', 'intitulé', 'nom et prénom', 'nom prénom'],
  above: ['rattaché à', 'rattachement', 'parent', 'dépend de', 'supérieur', 'responsable hiérarchique'],
  aboveId: ['repère du rattachement'],
  edge: ['lien'],
  hat: ['casquette', 'rôle'],
  role: ['fonction', 'poste', 'titre'],
  mail: ['courriel', 'mail', 'e-mail', 'email', 'adresse mail', 'mél'],
  phone: ['téléphone', 'tel', 'tél', 'numéro de téléphone', 'portable'],
  absentUntil: ['absence jusqu’au', 'absent jusqu’au'],
  askInstead: ['s’adresser à'],
  status: ['où il en est', 'état', 'statut'],
  link: ['adresse web', 'url', 'site', 'lien web'],
  remark: ['remarque', 'remarques', 'commentaire', 'observations', 'note'],
}
/** A table that has a column a level, as towns make them. */
const LEVELS: readonly (readonly [NodeKind, readonly string[]])[] = [
  ['service', ['service', 'direction', 'pôle', 'département']],
  ['person', ['personne', 'agent', 'contact', 'référent', 'responsable', 'détenteur', 'interlocuteur']],
  ['set', ['jeu de données', 'jeu', 'données', 'donnée', 'base', 'fichier']],
]

/** A table of who has what: Carnet's own, one with a name and what it is under, or one with a column a level. Throws `UnreadableFile`. */
export function readRegisterCsv(bytes: Uint8Array): ReadMap {
  const { grid, warnings } = readCsv(bytes)
  const rows = grid.rows.map(({ cells }) => cells.map(unquoted)).filter(cells => cells.some(cell => cell !== ''))
  const [titles = [], ...lines] = rows
  if (lines.length > MOST_NODES) throw tooMany()
  const keys = titles.map(title => comparisonKey(title))
  const at = (names: readonly string[]) => {
    const wanted = new Set(names.map(name => comparisonKey(name)))
    return keys.findIndex(key => wanted.has(key))
  }
  const map = at(COLUMNS.name) >= 0 ? byName(lines, at) : byLevel(lines, at)
  if (!map)
    throw new UnreadableFile(
      `J’ai lu les colonnes « ${titles.slice(0, 6).join(' », « ')} » ; j’attendais au moins une colonne « nom », ou bien « service », « personne » et « jeu de données ».`,
    )
  return { ...map, remarks: warnings }
}

/** The mark that keeps a spreadsheet from computing. */
const unquoted = (cell: string): string => cell.replace(/^'(?=['=+\-@\t\r])/, '').trim()

type At = (names: readonly string[]) => number
type Lines = readonly (readonly string[])[]
type Flat = Pick<ReadMap, 'branches' | 'arrows'>

function byName(lines: Lines, at: At): Flat {
  const columns = Object.fromEntries(Object.entries(COLUMNS).map(([name, names]) => [name, at(names)]))
  const records = lines
    .map(
      (line): Line =>
        name =>
          line[columns[name]!] ?? '',
    )
    .filter(record => record('name') !== '')
  const made = new Map<string, Made>()
  const make = (id: string, name: string, branch: Omit<Branch, 'id' | 'name' | 'children'>): Made => {
    const key = keyOf(id, name)
    const one = made.get(key) ?? { id: safeId(id) || `ligne-${made.size + 1}`, name, ...branch, children: [] }
    made.set(key, one)
    return one
  }
  for (const record of records) make(record('id'), record('name'), { ...factsOf(record), own: record('id') !== '' })
  const arrows = records.flatMap((record): Arrow[] => {
    const [above, aboveId] = [record('above'), record('aboveId')]
    const kind = EDGE_OF_WORDS.get(comparisonKey(record('edge'))) ?? 'in'
    if (kind === 'asked' || (above === '' && aboveId === '')) return []
    const [from, to] = [make(aboveId, above, {}), make(record('id'), record('name'), {})]
    from.isAbove = to.isBelow = true
    return [{ from: from.id, to: to.id, kind, role: record('hat') }]
  })
  return { branches: [...made.values()].map(one => withInstead(one, made)), arrows }
}

type Line = (column: CsvColumn) => string
type Made = Branch & { isAbove?: boolean; isBelow?: boolean }
const keyOf = (id: string, name: string) => (id === '' ? `nom ${comparisonKey(name)}` : `repère ${id}`)

const factsOf = (record: Line): Omit<Branch, 'id' | 'name' | 'children'> => {
  const kind = KIND_OF_WORDS.get(comparisonKey(record('kind')))
  const body = Object.fromEntries(CSV_BODY.map(field => [field, record(field)]))
  return { ...(kind && { kind }), body: body as Partial<Record<keyof NodeBody, string>> }
}

/** Who is asked in the meantime is told by name. */
function withInstead(one: Made, made: ReadonlyMap<string, Made>): Branch {
  const { askInstead = '', ...body } = one.body ?? {}
  if (askInstead === '') return { ...one, body }
  const other = [...made.values()].find(({ name }) => comparisonKey(name) === comparisonKey(askInstead))
  return { ...one, body: { ...body, askInstead: other?.id ?? askInstead } }
}

const safeId = (id: string): string => (/^[\w-]{1,80}$/.test(id) ? id : '')

const MORE_KIND_WORDS: Readonly<Record<NodeKind, readonly string[]>> = {
  elected: ['élu', 'élue', 'élu(e)'],
  service: ['direction', 'pôle'],
  person: ['agent', 'agente', 'contact'],
  body: ['organisme', 'prestataire', 'intercommunalité', 'extérieur'],
  set: ['jeu', 'données', 'base de données'],
}
const KIND_OF_WORDS: ReadonlyMap<string, NodeKind> = new Map(
  NODE_KINDS.flatMap(kind =>
    [kind, KIND_WORDS[kind], ...MORE_KIND_WORDS[kind]].map(word => [comparisonKey(word), kind] as const),
  ),
)
const EDGE_OF_WORDS: ReadonlyMap<string, DrawnEdgeKind> = new Map([
  ...Object.entries(EDGE_WORDS).map(([kind, word]) => [comparisonKey(word), kind as DrawnEdgeKind] as const),
  ...(['détenteur', 'détentrice'] as const).map(word => [comparisonKey(word), 'holds'] as const),
  ...(['suppléant', 'suppléante', 'suppléance'] as const).map(word => [comparisonKey(word), 'backup'] as const),
])

/** Each line goes down from one level to the next. Cells left empty before the first that is filled are as on the line above, as people write them. */
function byLevel(lines: Lines, at: At): Flat | undefined {
  const levels = LEVELS.map(([kind, names]) => ({ kind, column: at(names) })).filter(({ column }) => column >= 0)
  if (levels.length < 2) return undefined
  const mail = at(COLUMNS.mail)
  const top: Open[] = []
  let number = 0
  let last: (Open | undefined)[] = []
  for (const line of lines) {
    const first = levels.findIndex(({ column }) => (line[column] ?? '') !== '')
    const path = last.slice(0, Math.max(0, first))
    for (const [depth, { kind, column }] of levels.entries()) {
      const name = line[column] ?? ''
      if (depth < first || name === '') continue
      const below = path.findLast(one => one !== undefined)?.children ?? top
      const same = below.find(one => one.kind === kind && comparisonKey(one.name) === comparisonKey(name))
      const made = same ?? { id: `ligne-${++number}`, kind, name, body: {}, children: [] }
      if (!same) below.push(made)
      if (kind === 'person' && mail >= 0) made.body = { mail: line[mail] ?? '' }
      path[depth] = made
    }
    last = path
  }
  return { branches: top, arrows: [] }
}
interface Open {
  readonly id: string
  readonly kind: NodeKind
  readonly name: string
  body: Partial<Record<keyof NodeBody, string>>
  readonly children: Open[]
}
