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

/** The entries of one day as a person would tell them: by who, by set, in the order in which each began. */
export function tellDay(lines: readonly Line[], sets: ReadonlyMap<string, ToldSet>): LogbookSentence[] {
  const groups = new Map<string, Line[]>()
  for (const line of lines.filter(one => !isSilent(one))) {
    const key = JSON.stringify([line.by, line.name, line.set ?? '', line.act in COUNTED ? '' : line.act])
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()].flatMap(group => {
    const set = sets.get(group[0]!.set ?? '')
    const text = group[0]!.act in COUNTED ? workTold(group, set) : notesTold(group, set)
    return text === '' ? [] : [{ text, ...(set && !set.trashed && { set: { slug: set.slug, title: set.title } }) }]
  })
}

/** « Anne a préparé « Défibrillateurs » : 12 cases corrigées, 3 questions restent. » */
function workTold(group: readonly Line[], set: ToldSet | undefined): string {
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
function notesTold(group: readonly Line[], set: ToldSet | undefined): string {
  const [first] = group as [Line]
  const notes = [...new Set(group.filter(({ undone }) => !undone).map(({ note }) => note.replace(/\s+/g, ' ').trim()))]
  if (notes.length === 0) return ''
  if (first.act === 'upload') return uploadsTold(first, notes)
  const more = notes.length > SHOWN ? ` ; et ${count(notes.length - SHOWN, 'autre geste', 'autres gestes')}` : ''
  const told = notes.slice(0, SHOWN).join(' ; ') + more
  const of = set && !told.includes(set.title) ? `À propos de « ${set.title} » : ${uncapital(told)}` : told
  return first.by === '' && first.name === 'Carnet' ? sentence(of) : sentence(`${of} (${first.name})`)
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
