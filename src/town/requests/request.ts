import type { Selectable } from 'kysely'
import { Refused } from '../../contract/refused.ts'
import type { Mailing, RequestAnswer, RequestCard, RequestKind, RequestState } from '../../contract/requests.ts'
import type { PreparationWorld } from '../../preparation/world.ts'
import type { Database } from '../../store/open.ts'
import type { RequestTable } from '../../store/town-tables.ts'
import type { LetterWorld } from '../letters/world.ts'

export type RequestRow = Selectable<RequestTable>
/** What asking needs of the world. */
export interface RequestWorld extends LetterWorld, PreparationWorld {}

/** What is kept of a request as JSON. */
export interface Asked {
  readonly columns: readonly string[]
  readonly questions?: number
  readonly departments?: readonly string[]
  readonly answer?: RequestAnswer
}
export const askedIn = ({ asked }: Pick<RequestRow, 'asked'>): Asked => JSON.parse(asked) as Asked

type Titled = RequestRow & { readonly slug: string; readonly title: string }

const rowsOf = (db: Database, insee: string) =>
  db
    .selectFrom('request')
    .innerJoin('data_set', join =>
      join.onRef('data_set.insee', '=', 'request.insee').onRef('data_set.id', '=', 'request.data_set'),
    )
    .selectAll('request')
    .select(['data_set.slug', 'data_set.title'])
    .where('request.insee', '=', insee)
    .orderBy('request.created_at')
    .orderBy('request.id')

/** What was asked, last asked first. What is asked about a set in the trash is not shown. */
export async function listMailings(db: Database, insee: string): Promise<Mailing[]> {
  const rows = await rowsOf(db, insee).where('data_set.trashed_at', 'is', null).execute()
  const failed = await failedMailings(db, insee)
  const ids = [...new Set(rows.map(({ mailing }) => mailing))].reverse()
  return ids.map(id => ({
    ...mailingOf(
      id,
      rows.filter(({ mailing }) => mailing === id),
      rows,
    ),
    ...(failed.has(id) && { failed: true as const }),
  }))
}

async function failedMailings(db: Database, insee: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('letter')
    .select('request')
    .where(is => is.and({ insee, state: 'failed' }))
    .where('request', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ request }) => request ?? []))
}

export async function findMailing(db: Database, insee: string, id: string): Promise<Mailing> {
  const found = (await listMailings(db, insee)).find(mailing => mailing.id === id)
  if (!found) throw new Refused(404, 'Cette demande n’est pas parmi celles de votre commune.')
  return found
}

export async function findRequest(db: Database, insee: string, id: string): Promise<Titled> {
  const row = await rowsOf(db, insee).where('request.id', '=', id).executeTakeFirst()
  if (!row) throw new Refused(404, 'Cette demande n’est pas parmi celles de votre commune.')
  return row
}

/** The requests that went in one mail. */
export const requestsOf = (db: Database, insee: string, mailing: string): Promise<Titled[]> =>
  rowsOf(db, insee).where('request.mailing', '=', mailing).execute()

function mailingOf(id: string, rows: readonly Titled[], all: readonly Titled[]): Mailing {
  const [first] = rows as [Titled]
  return {
    id,
    kind: first.kind as RequestKind,
    to: {
      name: first.to_name,
      ...(first.to_mail !== null && { mail: first.to_mail }),
      ...(first.node !== null && { node: first.node }),
    },
    requests: rows.map(row => cardOf(row, all)),
    createdAt: first.created_at,
    createdBy: first.created_by,
    reminders: Math.max(...rows.map(({ reminders }) => reminders)),
    ...(first.sent_at !== null && { sentAt: first.sent_at }),
    ...(first.every_days !== null && { everyDays: first.every_days }),
    ...(first.absent_until !== null && { absentUntil: first.absent_until }),
    ...nextOf(rows),
  }
}

function nextOf(rows: readonly Titled[]): { nextAt?: string } {
  const [next] = rows.flatMap(({ next_at }) => next_at ?? []).sort()
  return next === undefined ? {} : { nextAt: next }
}

function cardOf(row: Titled, all: readonly Titled[]): RequestCard {
  const { columns, questions, answer } = askedIn(row)
  const passed = all.find(({ id }) => id === row.passed_to)
  return {
    id: row.id,
    mailing: row.mailing,
    kind: row.kind as RequestKind,
    set: { slug: row.slug, title: row.title },
    state: row.state as RequestState,
    columns,
    ...(questions !== undefined && { questions }),
    ...(answer && { answer }),
    ...(passed && { passedTo: { mailing: passed.mailing, name: passed.to_name } }),
  }
}
