import type { LinkScope } from '../../contract/people.ts'
import type { Home, SetSummary } from '../../contract/sets.ts'
import type { World } from '../../store/world.ts'
import { count } from '../acts/notes.ts'
import { holderOf } from '../models/themes.ts'
import { type OpenRequest, openRequests } from './requests.ts'

type Waiting = Home['waiting'][number]

type Known = Pick<World, 'db' | 'now'>

/** Who is waited for: links that nobody has opened yet, and what only somebody else knows. */
export async function waiting(world: Known, insee: string, sets: readonly SetSummary[]): Promise<Waiting[]> {
  const requests = await openRequests(world.db, insee)
  return [
    ...requests.flatMap(one => requested(one, sets)),
    ...(await unopened(world, insee, sets)),
    ...untold(sets, requests).flatMap(asked),
    ...(await toRead(world, insee)),
  ]
}

/** Reminders of what is to be updated that Carnet wrote: nothing leaves before somebody read it. */
async function toRead({ db }: Known, insee: string): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('letter')
    .select(['subject', 'written_at'])
    .where(is => is.and({ insee, kind: 'update-reminder', state: 'to-review' }))
    .orderBy('written_at')
    .execute()
  return rows.map(({ subject, written_at }) => ({
    who: 'Vous',
    what: `Un rappel à relire : « ${subject} »`,
    since: written_at,
    href: '/atelier/carnet-de-bord',
  }))
}

/** Sets whose questions have not been asked of anybody yet. */
const untold = (sets: readonly SetSummary[], requests: readonly OpenRequest[]): readonly SetSummary[] =>
  sets.filter(({ id }) => !requests.some(({ data_set, kind }) => data_set === id && kind !== 'approval'))

/** Asked by a mail, and not answered yet. */
function requested({ data_set, kind, to_name, sent_at, mailing }: OpenRequest, sets: readonly SetSummary[]): Waiting[] {
  const set = sets.find(({ id }) => id === data_set)
  if (!set || sent_at === null) return []
  const what = `${REQUESTED[kind] ?? 'doit répondre pour'} « ${set.title} »`
  return [{ who: to_name, what, since: sent_at, href: `/atelier/demandes/${mailing}` }]
}

const REQUESTED: Readonly<Record<string, string>> = {
  holder: 'doit dire qui tient',
  sheet: 'doit rendre la feuille de',
  form: 'doit remplir',
  questions: 'doit compléter',
  approval: 'doit dire oui ou non pour',
}

async function unopened({ db, now }: Known, insee: string, sets: readonly SetSummary[]): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('link')
    .select(['label', 'scope', 'created_at'])
    .where('insee', '=', insee)
    .where('revoked_at', 'is', null)
    .where('uses', '=', 0)
    .where('expires_at', '>', now())
    // Those that went with a request are told by it.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('request')
            .select('request.id')
            .whereRef('request.insee', '=', 'link.insee')
            .whereRef('request.link', '=', 'link.id'),
        ),
      ),
    )
    .orderBy('created_at')
    .execute()
  return rows.flatMap(({ label, scope, created_at }) => {
    const { type, set: slug } = JSON.parse(scope) as LinkScope
    const set = sets.find(one => one.slug === slug || one.id === slug)
    if (!set) return []
    const what = `${AWAITED[type]} « ${set.title} »`
    return [{ who: label, what, since: created_at, href: `/atelier/jeux/${set.slug}` }]
  })
}

const AWAITED: Readonly<Record<LinkScope['type'], string>> = {
  fill: 'doit remplir',
  complete: 'doit compléter',
  approve: 'doit dire oui ou non pour',
  read: 'n’a pas encore ouvert',
  send: 'doit donner un fichier pour',
}

/** A set without a row is waited for as a whole: its step says so, and nothing can be asked of it yet. */
function asked({ slug, title, theme, stage, questions = 0, changedAt }: SetSummary): Waiting[] {
  if (questions === 0 || stage === 'waiting-for-file') return []
  return [
    {
      who: holderOf(theme ?? null) ?? 'Le service qui a rempli le fichier',
      what: `${count(questions, 'question')} sur « ${title} »`,
      since: changedAt,
      href: `/atelier/jeux/${slug}/a-completer`,
    },
  ]
}
