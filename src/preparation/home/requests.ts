import type { Database } from '../../store/open.ts'

/** Something asked of somebody that has not come back (src/town/requests). */
export interface OpenRequest {
  readonly data_set: string | null
  readonly kind: string
  readonly to_name: string
  readonly sent_at: string | null
  readonly mailing: string
  readonly next_at: string | null
  readonly link: string | null
}

export const openRequests = (db: Database, insee: string): Promise<OpenRequest[]> =>
  db
    .selectFrom('request')
    .select(['data_set', 'kind', 'to_name', 'sent_at', 'mailing', 'next_at', 'link'])
    .where('insee', '=', insee)
    .where('state', 'in', ['sent', 'opened', 'reminded'])
    .orderBy('sent_at')
    .orderBy('id')
    .execute()

/** Who is to say whether a set may be opened, by id of the set: it stays ready, waiting. */
export const awaitedApprovals = (requests: readonly OpenRequest[]): Map<string, { who: string; since: string }> =>
  new Map(
    requests.flatMap(({ kind, data_set, to_name, sent_at }) =>
      kind === 'approval' && data_set !== null && sent_at !== null
        ? [[data_set, { who: to_name, since: sent_at }] as const]
        : [],
    ),
  )
