import { randomBytes } from 'node:crypto'
import type { RegisterChange } from '../contract/register.ts'
import type { Change } from '../contract/sets.ts'
import { inTown } from '../store/lock-town.ts'
import type { Tx } from '../store/open.ts'
import type { Actor, World } from '../store/world.ts'
import { entryHash, NO_HASH } from './chain.ts'
import { noteToKeep } from './told.ts'

export interface Entry {
  /** What was done, in one English word: `cells`, `add-source`… `undo` and `redo` go with `undoes`. */
  readonly act: string
  /** Id of the set. */
  readonly dataSet?: string | undefined
  /** The same in plain French, for the history. */
  readonly note: string
  readonly change?: Change | RegisterChange | undefined
  /** Drawn by the browser: the same key twice is done once. */
  readonly key?: string | undefined
  /** Number of the entry that this one reverses. */
  readonly undoes?: number | undefined
  /** Beside the table (fiche, answers, publication): the history of the set has it, the set's own number stays, nothing is to be checked again. */
  readonly beside?: true | undefined
}

/** What an act learnt while it was done: it takes the place of what its entry announced. */
export type Learnt = Partial<Pick<Entry, 'note' | 'change' | 'dataSet' | 'undoes'>>
export type Work = (tx: Tx, seq: number) => Promise<void> | Promise<Learnt | undefined>

/** `seq`: done, under this number. `already`: it was done before, under this one; nothing was done now. */
export type Recorded =
  | { readonly seq: number; readonly already?: never }
  | { readonly already: number; readonly seq?: never }

/** One act: what it writes and its entry are kept together, or neither is. When the promise resolves, both are on the disk. */
export const record = (world: World, actor: Actor, entry: Entry, work: Work): Promise<Recorded> =>
  inTown(world.db, actor.insee, tx => recordIn(tx, world, actor, entry, work))

/** The same inside `inTown`, for several acts kept in one go: a disk takes hundreds of commits a second, not thousands. */
export async function recordIn(tx: Tx, world: World, actor: Actor, entry: Entry, work: Work): Promise<Recorded> {
  const { insee } = actor
  const already = entry.key === undefined ? undefined : await seen(tx, insee, entry.key)
  if (already !== undefined) return { already }
  const last = await lastEntry(tx, insee)
  const seq = (last?.seq ?? 0) + 1
  const done = { ...entry, ...(await work(tx, seq)) }
  const at = world.now()
  await append(tx, last?.hash ?? NO_HASH, { insee, seq, at, by: actor.id, by_name: actor.name }, done)
  if (done.dataSet !== undefined && !isBeside(done))
    await tx
      .updateTable('data_set')
      .set({ seq, changed_at: at, changed_by: actor.name })
      .where('insee', '=', insee)
      .where('id', '=', done.dataSet)
      .execute()
  return { seq }
}

/** The fiche is beside the table too, written, undone or done again. */
const isBeside = ({ beside, change = [] }: Entry): boolean =>
  beside === true || (change.length > 0 && change.every(({ op }) => op === 'fiche'))

interface Stamp {
  readonly insee: string
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly by_name: string
}

async function append(tx: Tx, previous: string, stamp: Stamp, entry: Entry): Promise<void> {
  const row = {
    ...stamp,
    act: entry.act,
    data_set: entry.dataSet ?? null,
    note: noteToKeep(entry.note, entry.change),
    change: entry.change === undefined ? null : JSON.stringify(entry.change),
    key: entry.key ?? null,
    undoes: entry.undoes ?? null,
    salt: randomBytes(16).toString('base64url'),
    erased: null,
  }
  await tx
    .insertInto('journal')
    .values({ ...row, hash: entryHash(previous, row) })
    .execute()
}

const lastEntry = (tx: Tx, insee: string) =>
  tx
    .selectFrom('journal')
    .select(['seq', 'hash'])
    .where('insee', '=', insee)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

const seen = async (tx: Tx, insee: string, key: string): Promise<number | undefined> =>
  (await tx.selectFrom('journal').select('seq').where('insee', '=', insee).where('key', '=', key).executeTakeFirst())
    ?.seq
