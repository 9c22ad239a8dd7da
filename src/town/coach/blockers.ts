import type { BlockerKind, TownOnBoard } from '../../contract/coach.ts'
import type { SetSummary } from '../../contract/sets.ts'
import { count } from '../../preparation/acts/notes.ts'
import type { WaitedVerdict } from './verdicts.ts'

type Blocker = TownOnBoard['blockers'][number]
type Sets = readonly SetSummary[]

/** What keeps a town from going on, in the order in which one would call its referent about it. */
export function blockersOf(sets: Sets, verdicts: readonly WaitedVerdict[]): Blocker[] {
  if (sets.length === 0) return [said('no-set', 'Aucun jeu choisi : que veut-elle ouvrir en premier ?')]
  return [errors(sets), questions(sets), approvals(sets, verdicts), ready(sets), empty(sets)].flatMap(one => one ?? [])
}

const said = (kind: BlockerKind, sentence: string): Blocker => ({ kind, sentence })

function errors(sets: Sets): Blocker | undefined {
  const wrong = sets.filter(({ stage, errors = 0 }) => stage === 'to-prepare' && errors > 0)
  const many = wrong.reduce((sum, { errors = 0 }) => sum + errors, 0)
  return many === 0 ? undefined : said('errors', `${count(many, 'erreur')} à corriger dans ${named(wrong)}`)
}

/** Of a set without a row nothing can be asked yet. */
function questions(sets: Sets): Blocker | undefined {
  const asking = sets.filter(({ stage, questions = 0 }) => stage !== 'waiting-for-file' && questions > 0)
  const many = asking.reduce((sum, { questions = 0 }) => sum + questions, 0)
  if (many === 0) return undefined
  return said('questions', `${count(many, 'question')} sans réponse sur ${named(asking)}`)
}

function approvals(sets: Sets, verdicts: readonly WaitedVerdict[]): Blocker | undefined {
  const open = verdicts.filter(({ set }) => sets.some(({ slug, published }) => slug === set && !published))
  const [first] = open
  if (!first) return undefined
  const title = sets.find(({ slug }) => slug === first.set)!.title
  return open.length === 1
    ? said('approval', `${first.who} doit dire oui ou non pour « ${title} »`)
    : said('approval', `${open.length} accords sont attendus, le plus ancien sur « ${title} » (${first.who})`)
}

function ready(sets: Sets): Blocker | undefined {
  const waiting = sets.filter(({ stage, withdrawn }) => stage === 'ready' && !withdrawn)
  if (waiting.length === 0) return undefined
  return said(
    'ready',
    `${named(waiting)} ${waiting.length > 1 ? 'sont prêts' : 'est prêt'}, pas encore publié${waiting.length > 1 ? 's' : ''}`,
  )
}

function empty(sets: Sets): Blocker | undefined {
  const waiting = sets.filter(({ stage }) => stage === 'waiting-for-file')
  if (waiting.length === 0) return undefined
  return said('no-file', `${named(waiting)} ${waiting.length > 1 ? 'attendent leur' : 'attend son'} fichier`)
}

/** « Commerces », « Parkings » et 3 autres. */
function named(sets: Sets): string {
  const titles = sets.map(({ title }) => `« ${title} »`)
  if (titles.length <= 2) return titles.join(' et ')
  return `${titles.slice(0, 2).join(', ')} et ${count(titles.length - 2, 'autre')}`
}
