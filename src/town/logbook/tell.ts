import type { LogbookSentence } from '../../contract/logbook.ts'
import { count } from '../../preparation/acts/notes.ts'
import type { Line } from './lines.ts'

/** What is known of a set when its story is told. */
export interface ToldSet {
  readonly slug: string
  readonly title: string
  readonly trashed: boolean
  /** Number of the entry that changed it last, when it was checked since: what is left to do is what was left then. */
  readonly seq?: number
  readonly errors: number
  readonly questions: number
}

type Verb = (typeof VERBS)[number]
const VERBS = ['créé', 'préparé', 'décrit', 'publié'] as const

interface Work {
  readonly verb: Verb
  /** Absent: the verb says it all. */
  readonly one?: string
  readonly several?: string
}
const prepared = (one: string, several = one.replace(/(?<=\p{L})(?= |$)/gu, 's')): Work => ({
  verb: 'préparé',
  one,
  several,
})

/** Acts that are counted, many to a sentence. */
const COUNTED: Readonly<Record<string, Work>> = {
  'create-set': { verb: 'créé' },
  'add-source': prepared('fichier ajouté'),
  'replace-source': prepared('fichier de l’année', 'fichiers de l’année'),
  'remove-source': prepared('fichier retiré'),
  propose: prepared('proposition de Carnet appliquée', 'propositions de Carnet appliquées'),
  'add-step': prepared('étape ajoutée'),
  'change-step': prepared('étape changée'),
  'switch-step': prepared('étape changée'),
  'remove-step': prepared('étape retirée'),
  cells: prepared('case corrigée'),
  settle: prepared('case départagée'),
  'add-row': prepared('ligne ajoutée'),
  'delete-rows': prepared('ligne retirée'),
  'restore-rows': prepared('ligne remise'),
  fiche: {
    verb: 'décrit',
    one: 'réponse dans la fiche descriptive',
    several: 'réponses dans la fiche descriptive',
  },
  guard: {
    verb: 'décrit',
    one: 'question sur les données personnelles réglée',
    several: 'questions sur les données personnelles réglées',
  },
  publish: { verb: 'publié' },
}

/** What the exact list keeps and a logbook does not tell: what is told by what follows, and the logbook's own pages. */
const SILENT = new Set(['undo', 'redo', 'order-sources', 'letter', 'letter-ready', 'copy-send', 'password'])
const isSilent = ({ act, note }: Line): boolean =>
  SILENT.has(act) || act.startsWith('see-remark') || (act === 'text' && note.startsWith('Texte « Carnet de bord du'))

type Sets = ReadonlyMap<string, ToldSet>
type Group = readonly Line[]

/** The entries of one day as a person would tell them: by who, by set, in the order in which each began. */
export function tellDay(lines: readonly Line[], sets: Sets): LogbookSentence[] {
  const groups = groupsOf(lines.filter(line => !isSilent(line)))
  return groups.flatMap(group => {
    const first = group[0]!
    const of = [...new Set(group.map(({ set }) => set))].flatMap(id => sets.get(id ?? '') ?? [])
    const text =
      first.act === CREATED
        ? createdTold(group, sets)
        : first.act in COUNTED
          ? workTold(group, of[0])
          : notesTold(group, of[0])
    if (text === '') return []
    return [{ text, sets: of.filter(({ trashed }) => !trashed).map(({ slug, title }) => ({ slug, title })) }]
  })
}

const CREATED = 'create-set'

/** Work on one set is one group; sets that were only named are told together, other acts by their kind. */
function groupsOf(lines: readonly Line[]): Group[] {
  const groups = new Map<string, Line[]>()
  const worked = new Set(lines.filter(isWork).map(({ by, set }) => `${by} ${set}`))
  for (const line of lines) {
    const alone = line.act === CREATED && !worked.has(`${line.by} ${line.set}`)
    const key = keyOf(alone ? { ...line, set: CREATED } : withProposal(line, lines))
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()].map(group => (isOnlyCreated(group) ? group : workFirst(group)))
}

const isWork = ({ act }: Line): boolean => act in COUNTED && act !== CREATED
const isOnlyCreated = (group: Group): boolean => group.every(({ act }) => act === CREATED)
/** A group is named after its work; what Carnet proposed is told with whoever works on the set. */
const workFirst = (group: Group): Group => {
  const [own, carnets] = [group.filter(({ by }) => by !== ''), group.filter(({ by }) => by === '')]
  const sorted = [...own, ...carnets]
  return [...sorted.filter(isWork), ...sorted.filter(line => !isWork(line))]
}
const keyOf = ({ by, name, set = '', act }: Line): string => JSON.stringify([by, name, set, act in COUNTED ? '' : act])

function withProposal(line: Line, lines: readonly Line[]): Line {
  if (line.by !== '' || line.act !== 'propose') return line
  const person = lines.find(one => one.set === line.set && one.by !== '' && isWork(one))
  return person ? { ...line, by: person.by, name: person.name } : line
}

/** « Anne a créé « Espaces verts » et « Éclairage public ». » */
function createdTold(group: Group, sets: Sets): string {
  const titles = group.map(({ set }) => `« ${sets.get(set ?? '')?.title ?? 'un jeu effacé'} »`)
  return sentence(`${subject(group[0]!)} a créé ${listed(titles)}`)
}

/** « Anne a préparé « Défibrillateurs » : 12 cases corrigées, 3 questions restent. » */
function workTold(group: Group, set: ToldSet | undefined): string {
  const done = group.filter(({ undone }) => !undone)
  const given = { who: subject(group[0]!), title: `« ${set?.title ?? 'un jeu effacé'} »` }
  const undone = group.length - done.length
  const taken = undone === 0 ? [] : [count(undone, 'geste annulé', 'gestes annulés')]
  if (done.length === 0) return sentence(`${given.who} a essayé autre chose dans ${given.title}`, taken)
  const verbs = VERBS.filter(verb => done.some(({ act }) => COUNTED[act]!.verb === verb))
  const left = set?.seq !== undefined && done.some(({ seq }) => seq === set.seq) ? remaining(set) : []
  return sentence(`${given.who} a ${listed(verbs)} ${given.title}`, [...tallies(done), ...taken, ...left])
}

function tallies(done: readonly Line[]): string[] {
  const many = new Map<string, { readonly work: Work; total: number }>()
  for (const { act, many: more } of done) {
    const work = COUNTED[act]!
    if (work.one === undefined) continue
    const tally = many.get(work.one) ?? { work, total: 0 }
    many.set(work.one, { work, total: tally.total + more })
  }
  return [...many.values()].map(({ work, total }) => count(total, work.one!, work.several))
}

function remaining({ errors, questions }: ToldSet): string[] {
  const parts = [
    ...(errors > 0 ? [count(errors, 'erreur')] : []),
    ...(questions > 0 ? [count(questions, 'question')] : []),
  ]
  if (parts.length === 0) return ['rien ne reste à corriger']
  return [`${parts.join(' et ')} ${errors + questions > 1 ? 'restent' : 'reste'}`]
}

const SHOWN = 4

/** Other acts have their own words: those of one kind are told together. */
function notesTold(group: Group, set: ToldSet | undefined): string {
  const [first] = group as [Line]
  const notes = [...new Set(group.filter(({ undone }) => !undone).map(({ note }) => note.replace(/\s+/g, ' ').trim()))]
  if (notes.length === 0) return ''
  if (first.act === 'upload') return uploadsTold(first, notes)
  const more = notes.length > SHOWN ? ` ; et ${count(notes.length - SHOWN, 'autre geste', 'autres gestes')}` : ''
  const told = notes.slice(0, SHOWN).join(' ; ') + more
  const of = set && !told.includes(set.title) ? `À propos de « ${set.title} » : ${uncapital(told)}` : told
  return first.by === '' && first.name === 'Carnet' ? sentence(of) : sentence(`${of} – ${first.name}`)
}

function uploadsTold(first: Line, notes: readonly string[]): string {
  const names = notes.map(note => /« .*»$/.exec(note)?.[0] ?? note)
  const shown = names.length > SHOWN ? [...names.slice(0, SHOWN - 1), `${names.length - SHOWN + 1} autres`] : names
  return sentence(`${subject(first)} a déposé ${count(names.length, 'fichier')}`, [listed(shown)])
}

/** « Claire, services techniques, a … » */
const subject = ({ name }: Line): string => (name.includes(',') ? `${name},` : name)
const sentence = (start: string, details: readonly string[] = []): string =>
  `${start}${details.length > 0 ? ` : ${details.join(', ')}` : ''}${/[.!?…]$/.test(details.at(-1) ?? start) ? '' : '.'}`
const listed = (words: readonly string[]): string => words.join(', ').replace(/, (?=[^,]*$)/, ' et ')
const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
