import { recordIn } from '../../journal/record.ts'
import { inTown } from '../../store/lock-town.ts'
import type { Tx } from '../../store/open.ts'
import type { Actor } from '../../store/world.ts'
import { findLetter, type LetterRow } from './letter.ts'
import { deliver } from './send.ts'
import type { LetterWorld } from './world.ts'
import { changeRow } from './write.ts'

/** One on its way longer than this was cut by a stop of Carnet: whether it left, nobody knows. */
const LOST_MS = 10 * 60_000

/** What those who wrote the mails add to their leaving. */
export interface DueHooks {
  /** The mail as it is still wanted at this instant, or not at all; asked while the row is held. */
  before?(row: LetterRow): Promise<LetterRow | undefined>
  /** After it left, or failed. */
  after?(row: LetterRow, left: boolean): Promise<void>
}

/**
 * Sends the mails that a person read and whose day has come. Each is taken in the database first, so that two servers on one database send it
 * once. Without a mail server they stay where they are: the page says that they are to be sent by hand. Answers how many left.
 */
export async function sendDue(world: LetterWorld, hooks: DueHooks = {}): Promise<number> {
  await tellLost(world)
  if (!world.mailer.sends) return 0
  const due = await world.db
    .selectFrom('letter')
    .selectAll()
    .where('state', '=', 'ready')
    .where('due_at', '<=', world.now())
    .where('to_mail', '!=', '')
    .orderBy('due_at')
    .orderBy('id')
    .limit(200)
    .execute()
  let left = 0
  for (const row of due) if (await sendOne(world, row, hooks)) left++
  return left
}

async function sendOne(world: LetterWorld, held: LetterRow, { before, after }: DueHooks): Promise<boolean> {
  if (!(await take(world, held))) return false
  const row = before ? await before(held) : held
  if (!row) {
    await changeRow(world.db, held, { state: 'dropped', sent_at: null })
    return false
  }
  // Kept as it goes.
  if (row.body !== held.body) await changeRow(world.db, held, { body: row.body })
  const left = await deliver(world, carnet(row.insee), row)
  await after?.(row, left)
  return left
}

/** Held by this process alone, or not at all. */
async function take(world: LetterWorld, { insee, id, subject, body, to_mail }: LetterRow): Promise<boolean> {
  const { numUpdatedRows } = await world.db
    .updateTable('letter')
    .set({ state: 'sending', sent_at: world.now() })
    .where(is => is.and({ insee, id, state: 'ready', subject, body, to_mail }))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Sent again unasked, it could arrive twice: a person decides. */
async function tellLost(world: LetterWorld): Promise<void> {
  const before = new Date(Date.parse(world.now()) - LOST_MS).toISOString()
  const lost = await world.db
    .selectFrom('letter')
    .selectAll()
    .where('state', '=', 'sending')
    .where('sent_at', '<', before)
    .execute()
  for (const row of lost) await inTown(world.db, row.insee, tx => tellOne(tx, world, row))
}

async function tellOne(tx: Tx, world: LetterWorld, row: LetterRow): Promise<void> {
  // Told already by another server, or arrived in the meantime.
  const { state, sent_at } = await findLetter(tx, row.insee, row.id)
  if (state !== 'sending' || sent_at !== row.sent_at) return
  const note = `Courriel « ${row.subject} » pour ${row.to_name} interrompu pendant l’envoi`
  await recordIn(tx, world, carnet(row.insee), { act: 'letter-failed', note }, async () => {
    await changeRow(tx, row, { state: 'failed', message: CUT })
  })
}
const CUT =
  'Carnet s’est arrêté pendant l’envoi : ce courriel est peut-être parti. Demandez à la personne, puis renvoyez-le si besoin.'

export const carnet = (insee: string): Actor => ({ insee, id: '', name: 'Carnet' })
