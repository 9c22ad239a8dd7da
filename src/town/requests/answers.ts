import { type LinkReply, type RequestAnswer, type RequestState, WAITED } from '../../contract/requests.ts'
import { recordIn } from '../../journal/record.ts'
import { inTown } from '../../store/lock-town.ts'
import type { Database, Tx } from '../../store/open.ts'
import type { Actor, World } from '../../store/world.ts'
import { askedIn, type RequestRow } from './request.ts'
import { stopReminders } from './rhythm.ts'
import { nextReminder } from './working-day.ts'

type LinkKey = Pick<RequestRow, 'insee' | 'id'>

/** The request that a link was sent with, if any. */
export const requestOfLink = (db: Database, { insee, id }: LinkKey): Promise<RequestRow | undefined> =>
  db
    .selectFrom('request')
    .selectAll()
    .where(is => is.and({ insee, link: id }))
    .executeTakeFirst()

/** Its page was opened by a browser: a program that only looks at addresses in mails reads no page. */
export async function linkOpened({ db }: World, { insee, id }: LinkKey): Promise<void> {
  await db
    .updateTable('request')
    .set({ state: 'opened' })
    .where(is => is.and({ insee, link: id }))
    .where('state', 'in', ['sent', 'reminded'])
    .execute()
}

/** Something came back by a link: nobody is reminded of what was answered. What was done is in the journal already. */
export async function linkAnswered(world: World, link: LinkKey, answer: Omit<RequestAnswer, 'at'>): Promise<void> {
  const request = await requestOfLink(world.db, link)
  if (!request || request.state === 'passed' || request.state === 'closed') return
  await inTown(world.db, link.insee, tx => keepAnswer(tx, request, { ...answer, at: world.now() }))
}

/** What she says instead of filling, and its entry. */
export async function linkReplied(world: World, actor: Actor, request: RequestRow, reply: LinkReply): Promise<void> {
  const entry = { ...told(reply), dataSet: request.data_set ?? undefined, beside: true as const }
  const key = `${actor.id}.${reply.key}`
  await inTown(world.db, request.insee, tx =>
    recordIn(tx, world, actor, { ...entry, key }, async (_, seq) => {
      if (reply.type === 'later') await putOff(tx, world, request, reply.until)
      else await keepAnswer(tx, request, { ...answerOf(reply), at: world.now() }, seq)
    }),
  )
}

const answerOf = (reply: Exclude<LinkReply, { type: 'later' }>): Omit<RequestAnswer, 'at'> => {
  switch (reply.type) {
    case 'done':
      return { type: 'done' }
    case 'nothing':
      return { type: 'nothing', ...(reply.words && { words: reply.words }) }
    case 'someone-else': {
      const { name, mail, words } = reply
      return { type: 'someone-else', name, ...(mail !== undefined && { mail }), ...(words && { words }) }
    }
  }
}

function told(reply: LinkReply): { act: string; note: string } {
  switch (reply.type) {
    case 'done':
      return { act: 'request-done', note: 'A dit avoir donné tout ce que l’on sait' }
    case 'nothing':
      return { act: 'request-nothing', note: `Ces données n’existent pas${after(reply.words)}` }
    case 'someone-else':
      return { act: 'request-someone-else', note: `Demander plutôt à ${reply.name}${after(reply.words)}` }
    case 'later':
      return { act: 'request-later', note: `Pas disponible avant le ${reply.until.split('-').reverse().join('/')}` }
  }
}
const after = (words: string): string => (words === '' ? '' : ` : ${words}`)

/** Who said that these data do not exist, or who else knows, is not covered by what comes after; a second answer of the same kind is. */
export async function keepAnswer(tx: Tx, request: RequestRow, answer: RequestAnswer, seq?: number): Promise<void> {
  const { insee, id, mailing } = request
  const state: RequestState = answer.type === 'nothing' ? 'nothing' : 'answered'
  await tx
    .updateTable('request')
    .set({
      state,
      asked: JSON.stringify({ ...askedIn(request), answer }),
      answered_at: answer.at,
      next_at: null,
      ...(seq !== undefined && { seq }),
    })
    .where(is => is.and({ insee, id }))
    .execute()
  await stopReminders(tx, insee, mailing)
}

/** She is away, or busy: no reminder before she is back. */
export async function putOff(
  tx: Tx,
  world: World,
  { insee, mailing }: RequestRow,
  until: string | null,
): Promise<void> {
  const rows = await tx
    .selectFrom('request')
    .select(['every_days', 'sent_at', 'next_at'])
    .where(is => is.and({ insee, mailing }))
    .where('state', 'in', [...WAITED])
    .execute()
  await tx
    .updateTable('request')
    .set({ absent_until: until })
    .where(is => is.and({ insee, mailing }))
    .execute()
  const every = rows.find(({ next_at }) => next_at !== null)?.every_days
  if (every) await setNext(tx, insee, mailing, nextReminder(world.now(), every, until))
}

/** The next reminder leaves then; the words that were read stay the same. */
export async function setNext(tx: Tx, insee: string, mailing: string, next: string | null): Promise<void> {
  await tx
    .updateTable('request')
    .set({ next_at: next })
    .where(is => is.and({ insee, mailing }))
    .where('state', 'in', [...WAITED])
    .execute()
  await tx
    .updateTable('letter')
    .set({ due_at: next })
    .where(is => is.and({ insee, request: mailing, state: 'ready' }))
    .where('due_at', 'is not', null)
    .execute()
}
